// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.system.StreamRDF;
import org.diastem.model.CuratedData;
import org.diastem.model.Mapping;
import org.diastem.model.Predicate;
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
     * Documents, claims, groups, tensions and direct triples.
     *
     * @param predicates the declared predicate of a name; every claim's has one
     */
    public void curated(CuratedData data, Function<String, Predicate> predicates) {
        SourceQuads sources = new SourceQuads(stream);
        data.sources().forEach(sources::write);
        Map<String, String> documentOfSection = data.sources(SourceThing.Section.class).stream()
                .collect(Collectors.toMap(SourceThing.Section::id, SourceThing.Section::document));
        ClaimQuads claims = new ClaimQuads(stream, documentOfSection);
        data.claims().forEach(claim -> {
            claims.write(claim, predicates.apply(claim.predicate()));
            sources.writeSelector(claim);
        });
        data.groups().forEach(claims::write);
        data.tensions().forEach(claims::write);
    }
}
