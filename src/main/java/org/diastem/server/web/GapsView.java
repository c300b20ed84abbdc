// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.model.Bilingual;
import org.diastem.path.Strength;
import org.diastem.server.http.Html;
import org.diastem.server.http.Parameters;
import org.diastem.server.http.Refusal;
import org.diastem.server.page.ClaimTable;
import org.diastem.store.LiveRelease;
import org.diastem.vocab.Dia;

/** The evidence gaps, a line for each topic and object, with the levels of evidence that it lacks. */
public record GapsView(
        List<ClaimTable.Topic> topics, Optional<ClaimTable.Topic> topic, Optional<Strength> level, List<Line> lines, int gaps) {
    /** The levels of evidence that a gap can lack, strongest first. */
    public static final List<Strength> LEVELS =
            List.of(Strength.POOLED_HUMAN, Strength.OTHER_HUMAN, Strength.ANIMAL, Strength.IN_VITRO);

    private static final Node GAP = Dia.term("EvidenceGap");
    private static final Node OBJECT = Dia.term("gapObject");
    private static final Node LACKS = Dia.term("lacks");
    private static final Node OF_CLAIM = Dia.term("ofClaim");

    /**
     * A topic and an object.
     *
     * @param object local name
     * @param lacking by level, the gap's path on the server
     * @param claims ids of those that lack the evidence
     */
    public record Line(
            ClaimTable.Topic topic, String object, Bilingual label, Map<Strength, String> lacking, Set<String> claims) {
        public Line {
            Objects.requireNonNull(topic);
            Objects.requireNonNull(object);
            Objects.requireNonNull(label);
            lacking = Map.copyOf(lacking);
            claims = Set.copyOf(claims);
        }

        public List<String> claimsInOrder() {
            return claims.stream().sorted().toList();
        }
    }

    public GapsView {
        topics = List.copyOf(topics);
        lines = List.copyOf(lines);
    }

    static GapsView of(LiveRelease.Loaded loaded, ClaimTable claims, Parameters parameters) {
        Optional<ClaimTable.Topic> topic = parameters.single("topic").filter(text -> !text.isEmpty()).map(term -> claims.topics()
                .stream()
                .filter(each -> each.term().equals(term))
                .findFirst()
                .orElseThrow(() -> Refusal.of(400, "The parameter topic is none of its choices.")));
        Optional<Strength> level = parameters.single("level").filter(text -> !text.isEmpty()).map(term -> Strength.ofTerm(term)
                .filter(LEVELS::contains)
                .orElseThrow(() -> Refusal.of(400, "The parameter level is none of its choices.")));
        Map<String, Line> lines = new TreeMap<>();
        Graph data = loaded.dataset().getDefaultGraph();
        int gaps = 0;
        for (Node gap : data.find(Node.ANY, RDF.type.asNode(), GAP).mapWith(triple -> triple.getSubject()).toList()) {
            Node about = only(data, gap, Dia.SECTION_TOPIC);
            Node object = only(data, gap, OBJECT);
            Strength lacks = Strength.of(only(data, gap, LACKS)).orElse(Strength.NONE);
            Optional<ClaimTable.Topic> known =
                    claims.topics().stream().filter(each -> each.node().equals(about)).findFirst();
            if (known.isEmpty()
                    || topic.isPresent() && !topic.get().equals(known.get())
                    || level.isPresent() && level.get() != lacks) {
                continue;
            }
            gaps++;
            Set<String> ids = new TreeSet<>();
            ClaimTable.objects(data, gap, OF_CLAIM)
                    .forEach(claim -> ids.add(claim.getURI().substring(claim.getURI().lastIndexOf('/') + 1)));
            Map<Strength, String> lacking = new TreeMap<>(Map.of(lacks, gap.getURI().replaceFirst("^.*/gap/", "/gap/")));
            String name = ClaimTable.local(object);
            lines.merge(
                    claims.topics().indexOf(known.get()) + " " + name,
                    new Line(known.get(), name, ClaimTable.texts(data, object, RDFS.label.asNode()), lacking, ids),
                    GapsView::both);
        }
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparingInt((Line line) -> claims.topics().indexOf(line.topic()))
                .thenComparing(line -> line.label().en()));
        return new GapsView(claims.topics(), topic, level, sorted, gaps);
    }

    private static Line both(Line one, Line other) {
        Map<Strength, String> lacking = new TreeMap<>(one.lacking());
        lacking.putAll(other.lacking());
        Set<String> claims = new TreeSet<>(one.claims());
        claims.addAll(other.claims());
        return new Line(one.topic(), one.object(), one.label(), lacking, claims);
    }

    private static Node only(Graph data, Node subject, Node predicate) {
        return ClaimTable.objects(data, subject, predicate).stream().findFirst().orElseThrow();
    }

    /** For an address. */
    public String encodedQuery() {
        return Html.parameter(query());
    }

    public List<Strength> levels() {
        return LEVELS;
    }

    /** The query that gives a row for each gap. */
    public String query() {
        return "PREFIX dia: <https://w3id.org/diastem/ontology/>\n"
                + "SELECT ?gap ?topic ?object ?level (GROUP_CONCAT(STR(?claim); separator=\" \") AS ?claims) WHERE {\n"
                + "  ?gap a dia:EvidenceGap ; dia:sectionTopic ?topic ; dia:gapObject ?object ; dia:lacks ?level ; dia:ofClaim ?claim .\n"
                + topic.map(each -> "  FILTER(?topic = dia:" + each.term() + ")\n").orElse("")
                + level.map(each -> "  FILTER(?level = dia:" + each.term() + ")\n").orElse("")
                + "} GROUP BY ?gap ?topic ?object ?level ORDER BY ?gap";
    }
}
