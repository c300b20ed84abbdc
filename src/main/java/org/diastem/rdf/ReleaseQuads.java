// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.system.StreamRDF;
import org.diastem.curation.Terms;
import org.diastem.model.CuratedData;
import org.diastem.model.Mapping;
import org.diastem.model.SourceThing;
import org.diastem.vocab.GraphName;

/** Writes everything but what rules derive, record by record in the order of identifiers. */
public final class ReleaseQuads {
    private final StreamRDF stream;

    public ReleaseQuads(StreamRDF stream) {
        this.stream = stream;
    }

    /**
     * The ontology in both languages.
     *
     * @param directParents the IRIs of the direct parents of each class of ours, as inferred
     */
    public void ontology(Graph ontology, Map<String, SortedSet<String>> directParents) {
        new OntologyQuads(stream).write(ontology, directParents);
    }

    /** A graph that is published as it is. */
    public void copy(Graph graph, GraphName name) {
        GraphSink sink = new GraphSink(stream, name);
        graph.find().forEach(triple -> sink.add(triple.getSubject(), triple.getPredicate(), triple.getObject()));
    }

    public void mappings(List<Mapping> mappings) {
        new MappingQuads(stream).write(mappings);
    }

    /**
     * Everything of the tables: the source and what it claims, direct triples, evidence, publications, trials and
     * what was before.
     *
     * @param terms the ontology against which the data was checked
     */
    public void curated(CuratedData data, Terms terms) {
        SourceQuads sources = new SourceQuads(stream);
        data.sources().forEach(sources::write);
        Map<String, String> documentOfSection = data.sources(SourceThing.Section.class).stream()
                .collect(Collectors.toMap(SourceThing.Section::id, SourceThing.Section::document));
        ClaimQuads claims = new ClaimQuads(stream, documentOfSection);
        data.claims().forEach(claim -> {
            claims.write(claim, terms.predicate(claim.predicate()).orElseThrow());
            sources.writeSelector(claim);
        });
        data.groups().forEach(claims::write);
        data.tensions().forEach(claims::write);
        data.evidence().forEach(new EvidenceQuads(stream)::write);
        data.references().forEach(new ReferenceQuads(stream, terms)::write);
        data.trials().forEach(new TrialQuads(stream)::write);
        HistoryQuads history = new HistoryQuads(stream);
        data.retired().forEach(history::write);
        history.write(data.earlierReleases());
    }
}
