// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.model.Bilingual;
import org.diastem.path.MechanismNet;
import org.diastem.path.MechanismPath;
import org.diastem.path.NetSign;
import org.diastem.path.PathLimits;
import org.diastem.path.Step;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * Writes the paths of a net of claims to the graph {@code hypotheses}, but for those whose ends a claim of the same
 * source joins already: somebody did assert these.
 */
public final class HypothesisQuads {
    private static final Node WAS_DERIVED_FROM = NodeFactory.createURI(Namespaces.PROV + "wasDerivedFrom");

    private final GraphSink sink;
    private final Graph data;
    private final Map<Node, Bilingual> labels = new HashMap<>();
    private final Set<Node> stepsWritten = new HashSet<>();
    private long written;

    /** @param data where concepts and predicates have their labels */
    public HypothesisQuads(StreamRDF stream, Graph data) {
        this.sink = new GraphSink(stream, GraphName.HYPOTHESES);
        this.data = data;
    }

    /** How many hypotheses were written so far. */
    public long written() {
        return written;
    }

    /** Writes the paths of 2 to 4 steps, at most 100 between the same two ends, the shortest first. */
    public void write(MechanismNet net) {
        net.everyPair(PathLimits.PUBLISHED, paths -> {
            List<MechanismPath> unsaid = paths.stream()
                    .filter(path -> net.joining(path.steps().get(0).document(), path.start(), path.end()).isEmpty())
                    .toList();
            unsaid.forEach(path -> write(path, unsaid));
        });
    }

    private void write(MechanismPath path, List<MechanismPath> sameEnds) {
        Node node = IriMinter.hypothesis(path.name());
        sink.type(node, Dia.HYPOTHESIS);
        sink.add(node, Dia.PATH_START, path.start());
        sink.add(node, Dia.PATH_END, path.end());
        sink.add(node, Dia.STEP_COUNT, GraphSink.integer(path.length()));
        sink.add(node, Dia.NET_SIGN, path.netSign().node());
        sink.add(node, Dia.WEAKEST_STRENGTH, path.weakest().strength().node());
        sink.add(node, Dia.WEAKEST_CLAIM, path.weakest().claim());
        sink.add(node, WAS_DERIVED_FROM, path.steps().get(0).document());
        sink.both(node, Dia.STATEMENT, statement(path));
        opposite(path, sameEnds)
                .ifPresent(other -> sink.add(node, Dia.OPPOSITE_PATH, IriMinter.hypothesis(other.name())));
        for (int number = 1; number <= path.length(); number++) {
            sink.add(node, Dia.HAS_STEP, step(number, path.steps().get(number - 1)));
        }
        written++;
    }

    /** The shortest path of the other sign from the same source. */
    private static Optional<MechanismPath> opposite(MechanismPath path, List<MechanismPath> sameEnds) {
        return sameEnds.stream()
                .filter(other -> other.netSign().isOppositeOf(path.netSign()))
                .filter(other -> other.steps().get(0).document().equals(path.steps().get(0).document()))
                .findFirst();
    }

    private Node step(int number, Step step) {
        Node node = IriMinter.pathStep(number, step.id());
        if (stepsWritten.add(node)) {
            sink.type(node, Dia.PATH_STEP);
            sink.add(node, Dia.STEP_NUMBER, GraphSink.integer(number));
            sink.add(node, Dia.STEP_CLAIM, step.claim());
        }
        return node;
    }

    private Bilingual statement(MechanismPath path) {
        Bilingual start = label(path.start());
        Bilingual end = label(path.end());
        String english = path.steps().stream()
                .map(step -> said(step, Bilingual::en, " "))
                .collect(Collectors.joining("; "));
        String chinese = path.steps().stream()
                .map(step -> said(step, Bilingual::zh, ""))
                .collect(Collectors.joining("；"));
        return new Bilingual(
                "Hypothesis that nobody asserted as a whole: " + english(path.netSign(), start.en(), end.en())
                        + ", over " + path.length() + " claims: " + english + ".",
                "推演路径（无人整体主张过）：" + chinese(path.netSign(), start.zh(), end.zh()) + "，由 " + path.length()
                        + " 条论断串联：" + chinese + "。");
    }

    private static String english(NetSign sign, String start, String end) {
        return switch (sign) {
            case RAISES -> start + " would raise " + end;
            case LOWERS -> start + " would lower " + end;
            case UNDETERMINED -> start + " would bear on " + end + " in a direction that cannot be told";
        };
    }

    private static String chinese(NetSign sign, String start, String end) {
        return switch (sign) {
            case RAISES -> start + "对" + end + "的净作用为升";
            case LOWERS -> start + "对" + end + "的净作用为降";
            case UNDETERMINED -> start + "对" + end + "的净作用方向无法确定";
        };
    }

    /** Chinese labels of predicates may hold the place of the object: 增加…的风险. */
    private String said(Step step, Function<Bilingual, String> language, String between) {
        String subject = language.apply(label(step.subject()));
        String predicate = language.apply(label(step.predicate()));
        String object = language.apply(label(step.object()));
        int place = predicate.indexOf('…');
        return place < 0
                ? subject + between + predicate + between + object
                : subject + between + predicate.substring(0, place) + object + predicate.substring(place + 1);
    }

    private Bilingual label(Node term) {
        return labels.computeIfAbsent(term, unused -> {
            Map<String, String> found = new HashMap<>();
            data.find(term, RDFS.label.asNode(), Node.ANY).forEach(triple -> found.merge(
                    triple.getObject().getLiteralLanguage(),
                    triple.getObject().getLiteralLexicalForm(),
                    (one, other) -> one.compareTo(other) <= 0 ? one : other));
            String name = term.getURI().substring(term.getURI().lastIndexOf('/') + 1);
            return new Bilingual(found.getOrDefault("en", name), found.getOrDefault("zh", name));
        });
    }
}
