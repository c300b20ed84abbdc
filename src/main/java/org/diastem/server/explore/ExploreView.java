// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diastem.model.Bilingual;
import org.diastem.path.NetSign;
import org.diastem.path.PathAnswer;
import org.diastem.path.Step;

/**
 * What the page of the explorer shows.
 *
 * @param from the start, if one is chosen
 * @param to the end, if one is chosen
 * @param steps the most that a path may have
 * @param starts to choose from
 * @param ends to choose from: those that the chosen start has a path to
 * @param isChosenForReader whether the ends are a suggestion, because the reader named none
 */
public record ExploreView(
        Optional<Choice> from,
        Optional<Choice> to,
        int steps,
        List<Group> starts,
        List<Group> ends,
        boolean isChosenForReader,
        Optional<Result> result) {
    public ExploreView {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        starts = List.copyOf(starts);
        ends = List.copyOf(ends);
        Objects.requireNonNull(result);
    }

    /** The numbers of steps that may be asked for. */
    public List<Integer> stepChoices() {
        return List.of(2, 3, 4, 5, 6);
    }

    /**
     * A concept that may be chosen.
     *
     * @param paths that lead to it; 0 where that is not told
     */
    public record Choice(String term, Bilingual label, int paths) {
        public Choice {
            Objects.requireNonNull(term);
            Objects.requireNonNull(label);
        }
    }

    /** Choices of one layer, by their label in the language of the page. */
    public record Group(Layer layer, List<Choice> choices) {
        public Group {
            Objects.requireNonNull(layer);
            choices = List.copyOf(choices);
        }
    }

    /**
     * The paths between two ends.
     *
     * @param query that gives the same hypotheses
     * @param json where the same is had as data, without the server
     * @param more where more paths are shown, without the server, if there are more and they may be asked for
     */
    public record Result(
            PathAnswer answer, Drawing drawing, List<Row> rows, String query, String json, Optional<String> more) {
        public Result {
            Objects.requireNonNull(answer);
            Objects.requireNonNull(drawing);
            rows = List.copyOf(rows);
            Objects.requireNonNull(query);
            Objects.requireNonNull(json);
            Objects.requireNonNull(more);
        }

        /** A step with the names that the reader sees. */
        public StepRow told(Step step) {
            return rows.stream()
                    .flatMap(row -> row.steps().stream())
                    .filter(row -> row.step().equals(step))
                    .findFirst()
                    .orElseThrow();
        }

        /** How many of the paths are claims of the source as they stand. */
        public long asserted() {
            return rows.stream().filter(row -> row.steps().size() == 1).count();
        }

        /** How many of the paths the graph of hypotheses holds. */
        public long published() {
            return rows.stream().filter(row -> row.hypothesis().isPresent()).count();
        }
    }

    /**
     * One path.
     *
     * @param number from 0, as in the drawing
     * @param hypothesis the path of its page on the server, if it is a hypothesis of the release
     * @param assertedBy claims that assert its ends by themselves
     */
    public record Row(
            int number,
            NetSign netSign,
            List<StepRow> steps,
            StepRow weakest,
            Optional<String> hypothesis,
            List<String> assertedBy) {
        public Row {
            Objects.requireNonNull(netSign);
            steps = List.copyOf(steps);
            Objects.requireNonNull(weakest);
            Objects.requireNonNull(hypothesis);
            assertedBy = List.copyOf(assertedBy);
        }

        public boolean hasQualifiedStep() {
            return steps.stream().anyMatch(step -> step.step().isQualified());
        }
    }

    /** One step, with the names that the reader sees. */
    public record StepRow(Step step, String subject, String predicate, String object, String strength, String topics) {
        public StepRow {
            Objects.requireNonNull(step);
            Objects.requireNonNull(subject);
            Objects.requireNonNull(predicate);
            Objects.requireNonNull(object);
            Objects.requireNonNull(strength);
            Objects.requireNonNull(topics);
        }

        /** The claim as a sentence; Chinese labels of predicates may hold the place of the object. */
        public String sentence(String between) {
            int place = predicate.indexOf('…');
            return place < 0
                    ? subject + between + predicate + between + object
                    : subject + between + predicate.substring(0, place) + object + predicate.substring(place + 1);
        }
    }
}
