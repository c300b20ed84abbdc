// SPDX-License-Identifier: Apache-2.0
package org.diastem.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of other vocabularies that the code names and that Jena has no constants for. */
public final class Foreign {
    public static final Node IAO_DEFINITION = obo("IAO_0000115");
    public static final Node IAO_REPLACED_BY = obo("IAO_0100001");
    public static final Node OBO_CONSIDER = of(Namespaces.OBOINOWL, "consider");

    public static final Node PROV_WAS_QUOTED_FROM = of(Namespaces.PROV, "wasQuotedFrom");
    public static final Node PROV_HAD_PRIMARY_SOURCE = of(Namespaces.PROV, "hadPrimarySource");

    public static final Node DOCO_SECTION = of(Namespaces.DOCO, "Section");
    public static final Node DOCO_FIGURE = of(Namespaces.DOCO, "Figure");
    public static final Node DOCO_TABLE = of(Namespaces.DOCO, "Table");

    public static final Node OA_TEXT_POSITION_SELECTOR = of(Namespaces.OA, "TextPositionSelector");
    public static final Node OA_TEXT_QUOTE_SELECTOR = of(Namespaces.OA, "TextQuoteSelector");
    public static final Node OA_START = of(Namespaces.OA, "start");
    public static final Node OA_END = of(Namespaces.OA, "end");
    public static final Node OA_EXACT = of(Namespaces.OA, "exact");

    public static final Node PROV_WAS_ATTRIBUTED_TO = of(Namespaces.PROV, "wasAttributedTo");

    public static final Node FABIO_JOURNAL_ARTICLE = of(Namespaces.FABIO, "JournalArticle");
    public static final Node FABIO_REVIEW_ARTICLE = of(Namespaces.FABIO, "ReviewArticle");

    public static final Node ECO_AUTHOR_STATEMENT = obo("ECO_0000033");
    public static final Node ECO_ANIMAL_MODEL = obo("ECO_0000179");
    public static final Node ECO_CLINICAL_STUDY = obo("ECO_0000180");
    public static final Node ECO_IN_VITRO_ASSAY = obo("ECO_0000181");
    public static final Node MESH_RANDOMIZED_TRIAL = of(Namespaces.MESH, "D016449");
    public static final Node MESH_META_ANALYSIS = of(Namespaces.MESH, "D017418");

    public static final Node SCHEMA_SCHOLARLY_ARTICLE = of(Namespaces.SCHEMA, "ScholarlyArticle");
    public static final Node SCHEMA_MEDICAL_TRIAL = of(Namespaces.SCHEMA, "MedicalTrial");
    public static final Node SCHEMA_HEALTH_CONDITION = of(Namespaces.SCHEMA, "healthCondition");
    public static final Node SCHEMA_SAME_AS = of(Namespaces.SCHEMA, "sameAs");

    public static final Node SH_SELECT = of(Namespaces.SH, "select");
    public static final Node SH_ASK = of(Namespaces.SH, "ask");
    public static final Node SH_CONSTRUCT = of(Namespaces.SH, "construct");
    public static final Node SPEX_DESCRIBE = of(Namespaces.SPEX, "describe");
    public static final Node SPEX_FEDERATES_WITH = of(Namespaces.SPEX, "federatesWith");
    public static final Node SCHEMA_KEYWORDS = of(Namespaces.SCHEMA, "keywords");

    public static final Node SSSOM_MAPPING = sssom("Mapping");

    private Foreign() {}

    /** A property or class of SSSOM by its name there. */
    public static Node sssom(String name) {
        return of(Namespaces.SSSOM, name);
    }

    private static Node obo(String name) {
        return of(Namespaces.OBO, name);
    }

    private static Node of(String namespace, String name) {
        return NodeFactory.createURI(namespace + name);
    }
}
