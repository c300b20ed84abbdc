// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.diastem.model.Bilingual;
import org.diastem.path.MechanismPath;
import org.diastem.path.PathAnswer;
import org.diastem.path.Step;
import org.diastem.rdf.IriMinter;
import org.diastem.server.http.Html;
import org.diastem.server.page.Page;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;

/** Answers a question of the explorer with what its page shows. Made for one request. */
final class Explorer {
    /** Where a newcomer begins, if the release says something about it. */
    private static final Node USUAL_START = Dia.term("MesenchymalStemCell");

    private static final Node COMPLICATION = Dia.term("DiabeticComplication");

    private final Mechanisms mechanisms;
    private final Page page;
    private final Runnable check;

    Explorer(Mechanisms mechanisms, Page page, Runnable check) {
        this.mechanisms = mechanisms;
        this.page = page;
        this.check = check;
    }

    /**
     * @param from the start that was asked for
     * @param to the end that was asked for
     */
    ExploreView view(Question question, Optional<Node> from, Optional<Node> to) {
        boolean suggested = from.isEmpty() && to.isEmpty();
        Optional<Node> start = from.or(() -> to.isEmpty() ? usualStart() : Optional.empty());
        SortedMap<Node, Integer> reached =
                start.map(node -> mechanisms.net().ends(node, question.limits(), check)).orElse(null);
        Optional<Node> end = suggested && reached != null ? bestEnd(reached) : to;
        Optional<ExploreView.Result> result = start.isPresent() && end.isPresent()
                ? Optional.of(result(question, start.get(), end.get()))
                : Optional.empty();
        return new ExploreView(
                start.map(node -> choice(node, 0)),
                end.map(node -> choice(node, 0)),
                question.steps(),
                groups(mechanisms.starts().stream().map(node -> choice(node, 0)).toList(), start),
                groups(reached == null ? allEnds() : ends(reached), end),
                suggested,
                result);
    }

    private Optional<Node> usualStart() {
        List<Node> starts = mechanisms.starts();
        return starts.contains(USUAL_START)
                ? Optional.of(USUAL_START)
                : starts.stream()
                        .max(Comparator.comparingInt(this::layerRank).thenComparing(Node::getURI));
    }

    private int layerRank(Node concept) {
        return mechanisms.layer(concept) == Layer.PRODUCT ? 1 : 0;
    }

    /** The outcome that most paths lead to, or whatever most lead to. */
    private Optional<Node> bestEnd(SortedMap<Node, Integer> reached) {
        return reached.keySet().stream()
                .max(Comparator.comparingInt((Node node) -> mechanisms.layer(node) == Layer.OUTCOME ? 1 : 0)
                        .thenComparingInt(reached::get)
                        .thenComparing(Node::getURI));
    }

    /** Where paths lead, and the complications above: a question about all of them is a good one. */
    private List<ExploreView.Choice> ends(SortedMap<Node, Integer> reached) {
        List<ExploreView.Choice> choices = new ArrayList<>();
        reached.forEach((node, paths) -> choices.add(choice(node, paths)));
        reached.keySet().stream()
                .flatMap(node -> mechanisms.net().above(node).stream())
                .filter(node -> mechanisms.net().above(node).contains(COMPLICATION))
                .distinct()
                .filter(node -> !reached.containsKey(node))
                .forEach(node -> choices.add(choice(node, 0)));
        return choices;
    }

    private List<ExploreView.Choice> allEnds() {
        return mechanisms.net().steps().stream().map(Step::object).distinct().map(node -> choice(node, 0)).toList();
    }

    private ExploreView.Choice choice(Node concept, int paths) {
        return new ExploreView.Choice(Mechanisms.local(concept), mechanisms.label(concept), paths);
    }

    /** @param chosen is offered as well, so that the form shows what the page shows */
    private List<ExploreView.Group> groups(List<ExploreView.Choice> choices, Optional<Node> chosen) {
        Map<Layer, List<ExploreView.Choice>> byLayer = new EnumMap<>(Layer.class);
        List<ExploreView.Choice> all = new ArrayList<>(choices);
        chosen.map(node -> choice(node, 0))
                .filter(choice -> choices.stream().noneMatch(other -> other.term().equals(choice.term())))
                .ifPresent(all::add);
        Collator collator = Collator.getInstance(Locale.forLanguageTag(page.language()));
        all.stream()
                .sorted(Comparator.comparing((ExploreView.Choice choice) -> shown(choice.label()), collator)
                        .thenComparing(ExploreView.Choice::term))
                .forEach(choice -> byLayer
                        .computeIfAbsent(mechanisms.layer(Dia.term(choice.term())), unused -> new ArrayList<>())
                        .add(choice));
        return byLayer.entrySet().stream()
                .map(entry -> new ExploreView.Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private ExploreView.Result result(Question question, Node from, Node to) {
        PathAnswer answer = mechanisms.net().between(from, to, question.limits(), check);
        List<ExploreView.Row> rows = new ArrayList<>();
        answer.paths().forEach(path -> rows.add(row(rows.size(), path)));
        Drawing drawing =
                Layout.of(answer.paths(), from, mechanisms::layer, concept -> shown(mechanisms.label(concept)));
        String address = "/explore?from=" + Html.parameter(Mechanisms.local(from)) + "&to="
                + Html.parameter(Mechanisms.local(to)) + "&steps=" + question.steps() + "&paths=";
        Optional<String> more = answer.hasMore() && question.paths() < Question.MOST_PATHS
                ? Optional.of(address + Question.MOST_PATHS)
                : Optional.empty();
        return new ExploreView.Result(
                answer,
                drawing,
                rows,
                PathQuery.between(from, to, question.steps()),
                address + question.paths() + "&format=json",
                more);
    }

    private ExploreView.Row row(int number, MechanismPath path) {
        String address = IriMinter.hypothesis(path.name()).getURI().substring(Namespaces.BASE.length() - 1);
        return new ExploreView.Row(
                number,
                path.netSign(),
                path.steps().stream().map(this::step).toList(),
                step(path.weakest()),
                mechanisms.isPublished(path) ? Optional.of(address) : Optional.empty(),
                mechanisms.asserting(path).stream().map(Step::id).toList());
    }

    private ExploreView.StepRow step(Step step) {
        return new ExploreView.StepRow(
                step,
                shown(mechanisms.label(step.subject())),
                shown(mechanisms.label(step.predicate())),
                shown(mechanisms.label(step.object())),
                page.say("strength." + step.strength().term()),
                step.topics().stream()
                        .map(topic -> shown(mechanisms.label(topic)))
                        .sorted()
                        .collect(Collectors.joining(page.either(", ", "、"))));
    }

    private String shown(Bilingual label) {
        return page.either(label.en(), label.zh());
    }
}
