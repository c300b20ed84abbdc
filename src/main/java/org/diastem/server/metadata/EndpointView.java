// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.diastem.server.page.Page;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.store.Release;
import org.diastem.vocab.GraphName;

/**
 * The service description for people.
 *
 * @param formats the suffixes of those that it is offered in as data
 * @param services endpoints that a query may call
 */
public record EndpointView(List<String> formats, List<Limit> limits, List<String> services, List<Graph> graphs) {
    /** A limit in words. */
    public record Limit(String name, long value, String unit) {
        public Limit {
            Objects.requireNonNull(name);
            Objects.requireNonNull(unit);
        }
    }

    /** A named graph. */
    public record Graph(String key, String content, long triples) {
        public Graph {
            Objects.requireNonNull(key);
            Objects.requireNonNull(content);
        }
    }

    public EndpointView {
        formats = List.copyOf(formats);
        limits = List.copyOf(limits);
        services = List.copyOf(services);
        graphs = List.copyOf(graphs);
    }

    static EndpointView of(ServiceDescription description, Release release, Page page) {
        List<Graph> graphs = new ArrayList<>();
        for (GraphName graph : GraphName.values()) {
            graphs.add(new Graph(
                    graph.key(),
                    page.either(graph.meaningEn(), graph.meaningZh()),
                    release.manifest().graphs().get(graph.key()).triples()));
        }
        return new EndpointView(
                List.of(OutputFormat.OfGraph.values()).stream().map(OutputFormat.OfGraph::suffix).toList(),
                description.limits().stream()
                        .map(limit -> new Limit(
                                page.either(limit.en(), limit.zh()),
                                limit.value(),
                                page.say("endpoint.unit." + limit.unit())))
                        .toList(),
                description.services(),
                graphs);
    }
}
