// SPDX-License-Identifier: Apache-2.0
package org.diastem.vocab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every prefix of the project and the namespace it stands for. */
public final class Namespaces {
    /** All that we mint begins with this. */
    public static final String BASE = "https://w3id.org/diastem/";
    /** Terms of the ontology, and nothing else. */
    public static final String DIA = BASE + "ontology/";
    /** The ontology itself. */
    public static final String ONTOLOGY = BASE + "ontology";
    public static final String MODULE = BASE + "module/";
    public static final String GRAPH = BASE + "graph/";
    public static final String QUERY = BASE + "query/";
    public static final String RELEASE = BASE + "release/";
    public static final String SHAPE = BASE + "shape/";

    public static final String OBO = "http://purl.obolibrary.org/obo/";
    public static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    public static final String OWL = "http://www.w3.org/2002/07/owl#";
    public static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    public static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    public static final String PROV = "http://www.w3.org/ns/prov#";
    public static final String DCTERMS = "http://purl.org/dc/terms/";
    public static final String SCHEMA = "https://schema.org/";
    public static final String FOAF = "http://xmlns.com/foaf/0.1/";
    public static final String FABIO = "http://purl.org/spar/fabio/";
    public static final String DOCO = "http://purl.org/spar/doco/";
    public static final String OA = "http://www.w3.org/ns/oa#";
    public static final String SSSOM = "https://w3id.org/sssom/";
    public static final String SEMAPV = "https://w3id.org/semapv/vocab/";
    public static final String SH = "http://www.w3.org/ns/shacl#";
    public static final String OBOINOWL = "http://www.geneontology.org/formats/oboInOwl#";
    public static final String BIBO = "http://purl.org/ontology/bibo/";
    public static final String VANN = "http://purl.org/vocab/vann/";
    public static final String VOID = "http://rdfs.org/ns/void#";
    public static final String VOID_EXT = "http://ldf.fi/void-ext#";
    public static final String DCAT = "http://www.w3.org/ns/dcat#";
    public static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    public static final String SPEX = "https://purl.expasy.org/sparql-examples/ontology#";
    public static final String MESH = "http://id.nlm.nih.gov/mesh/";

    /** The kinds of thing that have IRIs of their own below {@link #BASE}: prefix and path segment are the same word. */
    public static final List<String> KINDS = List.of(
            "claim", "group", "tension", "evidence", "reference", "trial", "document", "section", "line", "figure",
            "table", "selector", "agent", "registry", "gap", "disagreement", "hypothesis", "query", "mapping", "shape",
            "graph", "release", "module", "run");

    private static final Map<String, String> PREFIXES = prefixes();

    private Namespaces() {}

    /** All prefixes in the order in which our Turtle declares them. */
    public static Map<String, String> all() {
        return PREFIXES;
    }

    /** The prefixes as they stand before a query. */
    public static String sparqlPrologue() {
        StringBuilder text = new StringBuilder();
        PREFIXES.forEach(
                (prefix, namespace) -> text.append("PREFIX ").append(prefix).append(": <").append(namespace).append(">\n"));
        return text.toString();
    }

    private static Map<String, String> prefixes() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("dia", DIA);
        KINDS.forEach(kind -> map.put(kind, BASE + kind + "/"));
        map.put("obo", OBO);
        map.put("rdf", RDF);
        map.put("rdfs", RDFS);
        map.put("owl", OWL);
        map.put("xsd", XSD);
        map.put("skos", SKOS);
        map.put("prov", PROV);
        map.put("dcterms", DCTERMS);
        map.put("schema", SCHEMA);
        map.put("foaf", FOAF);
        map.put("fabio", FABIO);
        map.put("doco", DOCO);
        map.put("oa", OA);
        map.put("sssom", SSSOM);
        map.put("semapv", SEMAPV);
        map.put("sh", SH);
        map.put("oboInOwl", OBOINOWL);
        map.put("bibo", BIBO);
        map.put("vann", VANN);
        map.put("void", VOID);
        map.put("void-ext", VOID_EXT);
        map.put("dcat", DCAT);
        map.put("sd", SD);
        map.put("mesh", MESH);
        map.put("uniprotkb", "http://purl.uniprot.org/uniprot/");
        map.put("wd", "http://www.wikidata.org/entity/");
        map.put("hgnc", "http://identifiers.org/hgnc/");
        map.put("efo", "http://www.ebi.ac.uk/efo/");
        map.put("biolink", "https://w3id.org/biolink/vocab/");
        map.put("sio", "http://semanticscience.org/resource/");
        map.put("text", "http://jena.apache.org/text#");
        map.put("spex", SPEX);
        return Collections.unmodifiableMap(map);
    }
}
