// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.DCTerms;
import org.diastem.curation.Terms;
import org.diastem.model.Bilingual;
import org.diastem.model.Reference;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.GraphName;

/** Writes publications to the graph {@code references}. */
final class ReferenceQuads {
    private static final Set<String> REVIEWS = Set.of("NarrativeReview", "SystematicReview");

    /** The community terms that a study type amounts to; a type without a certain one is left out. */
    private static final Map<String, List<Node>> COMMUNITY_TYPES = Map.ofEntries(
            Map.entry("RandomisedTrial", List.of(Foreign.ECO_CLINICAL_STUDY, Foreign.MESH_RANDOMIZED_TRIAL)),
            Map.entry("OtherTrial", List.of(Foreign.ECO_CLINICAL_STUDY)),
            Map.entry("CohortStudy", List.of(Foreign.ECO_CLINICAL_STUDY)),
            Map.entry("CrossSectionalStudy", List.of(Foreign.ECO_CLINICAL_STUDY)),
            Map.entry("CaseReport", List.of(Foreign.ECO_CLINICAL_STUDY)),
            Map.entry("AnimalExperiment", List.of(Foreign.ECO_ANIMAL_MODEL)),
            Map.entry("InVitroExperiment", List.of(Foreign.ECO_IN_VITRO_ASSAY)),
            Map.entry("MetaAnalysisOfStudies", List.of(Foreign.MESH_META_ANALYSIS)),
            Map.entry("NarrativeReview", List.of(Foreign.ECO_AUTHOR_STATEMENT)),
            Map.entry("Guideline", List.of(Foreign.ECO_AUTHOR_STATEMENT)),
            Map.entry("Commentary", List.of(Foreign.ECO_AUTHOR_STATEMENT)));

    private final GraphSink sink;
    private final Terms terms;

    ReferenceQuads(StreamRDF stream, Terms terms) {
        sink = new GraphSink(stream, GraphName.REFERENCES);
        this.terms = terms;
    }

    void write(Reference reference) {
        Node node = IriMinter.reference(reference.id());
        sink.type(node, Dia.REFERENCE);
        sink.type(node, Foreign.SCHEMA_SCHOLARLY_ARTICLE);
        sink.type(
                node,
                REVIEWS.contains(reference.studyType())
                        ? Foreign.FABIO_REVIEW_ARTICLE
                        : Foreign.FABIO_JOURNAL_ARTICLE);
        sink.label(node, label(reference));
        sink.add(node, DCTerms.title.asNode(), GraphSink.text(reference.title()));
        reference.firstAuthor().ifPresent(name -> sink.add(node, Dia.FIRST_AUTHOR, GraphSink.text(name)));
        sink.add(node, Dia.YEAR, GraphSink.integer(reference.year()));
        sink.add(node, Dia.YEAR_BASIS, GraphSink.text(reference.yearBasis()));
        reference.journal().ifPresent(name -> sink.add(node, Dia.JOURNAL, GraphSink.text(name)));
        reference.journalBasis().ifPresent(basis -> sink.add(node, Dia.JOURNAL_BASIS, GraphSink.text(basis)));
        writeIdentifiers(node, reference);
        sink.add(node, Dia.STUDY_TYPE, Dia.term(reference.studyType()));
        COMMUNITY_TYPES
                .getOrDefault(reference.studyType(), List.of())
                .forEach(type -> sink.add(node, DCTerms.type.asNode(), type));
        reference.species().forEach(species -> sink.add(node, Dia.SPECIES, Dia.term(species)));
        reference.participants().ifPresent(number -> sink.add(node, Dia.SAMPLE_SIZE, GraphSink.integer(number)));
        sink.add(node, Dia.SEEN_AT, NodeFactory.createURI(reference.page()));
        sink.add(node, Dia.SEEN_FIELDS, GraphSink.text(reference.seenFields()));
    }

    private void writeIdentifiers(Node node, Reference reference) {
        reference.doi().ifPresent(doi -> {
            sink.add(node, DCTerms.identifier.asNode(), GraphSink.text("doi:" + doi));
            sink.add(node, Foreign.SCHEMA_SAME_AS, PublicAddresses.doi(doi));
        });
        reference.pmid().ifPresent(pmid -> {
            sink.add(node, DCTerms.identifier.asNode(), GraphSink.text("pmid:" + pmid));
            sink.add(node, Foreign.SCHEMA_SAME_AS, PublicAddresses.pubMed(pmid));
        });
        reference.pmcid().ifPresent(pmcid -> {
            sink.add(node, DCTerms.identifier.asNode(), GraphSink.text("pmcid:" + pmcid));
            sink.add(node, Foreign.SCHEMA_SAME_AS, PublicAddresses.pubMedCentral(pmcid));
        });
    }

    /** Author, year, journal and study type; what was not seen or was inferred is said to be so. */
    private Bilingual label(Reference reference) {
        boolean inferred = reference.yearBasis().equals("Inferred");
        String en = reference.firstAuthor().orElse("[author not seen]")
                + " " + reference.year() + (inferred ? " [year inferred]" : "")
                + reference.journal().map(journal -> ", " + journal).orElse("")
                + " (" + studyType(reference, "en") + ")";
        String zh = reference.firstAuthor().orElse("[作者未见]")
                + " " + reference.year() + (inferred ? "[年份为推断]" : "")
                + reference.journal().map(journal -> "," + journal).orElse("")
                + "(" + studyType(reference, "zh") + ")";
        return new Bilingual(en, zh);
    }

    private String studyType(Reference reference, String language) {
        return terms.labels(reference.studyType(), language).stream().findFirst().orElse(reference.studyType());
    }
}
