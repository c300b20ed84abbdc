// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.Test;

class MechanismNetTest {
    private static final Runnable UNCHECKED = () -> {};
    private static final PathLimits WIDE = new PathLimits(1, 6, 1_000_000, Integer.MAX_VALUE);

    private static MechanismNet net(List<Step> steps, Map<String, Set<String>> above) {
        Map<Node, Set<Node>> ancestors = new HashMap<>();
        above.forEach((concept, broader) -> {
            Set<Node> all = new HashSet<>(Set.of(Dia.term(concept)));
            broader.forEach(name -> all.add(Dia.term(name)));
            ancestors.put(Dia.term(concept), all);
        });
        return new MechanismNet(steps, ancestors);
    }

    private static List<String> between(MechanismNet net, String from, String to, PathLimits limits) {
        return net.between(Dia.term(from), Dia.term(to), limits, UNCHECKED).paths().stream()
                .map(MechanismPath::name)
                .toList();
    }

    @Test
    void steps_join_where_the_object_is_the_next_subject_or_below_it_and_not_above_it() {
        List<Step> steps = List.of(
                Steps.step(1, "Cell", Sign.RAISES, "Narrow"),
                Steps.step(2, "Broad", Sign.LOWERS, "Harm"),
                Steps.step(3, "Cell", Sign.RAISES, "Whole"),
                Steps.step(4, "Part", Sign.LOWERS, "Harm"));
        MechanismNet net = net(steps, Map.of("Narrow", Set.of("Broad"), "Part", Set.of("Whole")));
        assertEquals(List.of("C0001-C0002"), between(net, "Cell", "Harm", WIDE));
    }

    @Test
    void the_deed_that_a_claim_tells_of_begins_the_next() {
        List<Step> steps = List.of(
                Steps.step(1, "Factor", Sign.UNSTATED, "Environment"),
                Steps.withDeeds(Steps.step(2, "Remodeling", Sign.LOWERS, "Inflammation"), Set.of(1)),
                Steps.step(3, "Remodeling", Sign.LOWERS, "Fibrosis"));
        MechanismNet net = net(steps, Map.of());
        assertEquals(List.of("C0001-C0002"), between(net, "Factor", "Inflammation", WIDE));
        assertEquals(List.of(), between(net, "Factor", "Fibrosis", WIDE));
    }

    @Test
    void what_is_said_of_a_broader_start_or_a_narrower_end_counts_for_the_ends_asked_about() {
        List<Step> steps = List.of(
                Steps.step(1, "Cell", Sign.RAISES, "Factor"), Steps.step(2, "Factor", Sign.LOWERS, "RetinalHarm"));
        MechanismNet net = net(steps, Map.of("CordCell", Set.of("Cell"), "RetinalHarm", Set.of("Harm")));
        assertEquals(List.of("C0001-C0002"), between(net, "CordCell", "Harm", WIDE));
        assertEquals(List.of(), between(net, "Cell", "CordCell", WIDE));
    }

    @Test
    void no_path_comes_back_to_what_it_passed_or_to_something_above_or_below_it() {
        List<Step> steps = List.of(
                Steps.step(1, "A", Sign.RAISES, "B"),
                Steps.step(2, "B", Sign.RAISES, "A"),
                Steps.step(3, "B", Sign.RAISES, "AboveA"),
                Steps.step(4, "A", Sign.RAISES, "C"),
                Steps.step(5, "AboveA", Sign.RAISES, "D"));
        MechanismNet net = net(steps, Map.of("A", Set.of("AboveA")));
        assertEquals(List.of("C0005"), between(net, "A", "D", WIDE));
        assertEquals(List.of("C0003-C0005"), between(net, "B", "D", new PathLimits(1, 2, 9, 99)).subList(1, 2));
    }

    @Test
    void sources_are_never_mixed() {
        Node other = NodeFactory.createURI(Namespaces.BASE + "document/other");
        MechanismNet net = net(
                List.of(
                        Steps.step(1, "A", Sign.RAISES, "B"),
                        Steps.step(2, "B", Sign.RAISES, "C", false, Strength.NONE, other)),
                Map.of());
        assertEquals(List.of(), between(net, "A", "C", WIDE));
    }

    @Test
    void the_weakest_step_is_the_first_with_the_least_evidence() {
        MechanismPath path = new MechanismPath(List.of(
                Steps.step(1, "A", Sign.RAISES, "B", false, Strength.ANIMAL, Steps.DOCUMENT),
                Steps.step(2, "B", Sign.RAISES, "C", false, Strength.STATEMENT, Steps.DOCUMENT),
                Steps.step(3, "C", Sign.RAISES, "D", false, Strength.STATEMENT, Steps.DOCUMENT)));
        assertEquals("C0002", path.weakest().id());
    }

    @Test
    void an_answer_says_whether_it_is_whole() {
        List<Step> steps = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> {
            steps.add(Steps.step(2 * i + 1, "A", Sign.RAISES, "M" + i));
            steps.add(Steps.step(2 * i + 2, "M" + i, i == 0 ? Sign.LOWERS : Sign.RAISES, "Z"));
        });
        MechanismNet net = net(steps, Map.of());
        PathAnswer all = net.between(Dia.term("A"), Dia.term("Z"), WIDE, UNCHECKED);
        assertEquals(20, all.paths().size());
        assertFalse(all.hasMore() || all.isExhausted());
        assertTrue(all.hasOppositePaths());
        assertEquals(NetSign.UNDETERMINED, all.netSign());
        PathAnswer some = net.between(Dia.term("A"), Dia.term("Z"), new PathLimits(1, 4, 7, 1_000), UNCHECKED);
        assertEquals(all.paths().subList(0, 7), some.paths());
        assertTrue(some.hasMore());
        PathAnswer cut = net.between(Dia.term("A"), Dia.term("Z"), new PathLimits(1, 4, 100, 10), UNCHECKED);
        assertTrue(cut.isExhausted());
        assertEquals(all.paths().subList(0, cut.paths().size()), cut.paths());
    }

    @Test
    void a_search_can_be_ended_from_outside() {
        MechanismNet net = net(List.of(Steps.step(1, "A", Sign.RAISES, "B")), Map.of());
        assertThrows(IllegalStateException.class, () -> net.between(Dia.term("A"), Dia.term("B"), WIDE, () -> {
            throw new IllegalStateException("enough");
        }));
    }

    @Test
    void every_search_finds_what_trying_all_sequences_of_claims_finds() {
        Random random = new Random(MechanismNetTest.class.getName().hashCode());
        for (int round = 0; round < 150; round++) {
            int concepts = 3 + random.nextInt(4);
            Map<Node, Set<Node>> above = hierarchy(random, concepts);
            List<Step> steps = new ArrayList<>();
            for (int i = 1; i <= 3 + random.nextInt(6); i++) {
                Sign sign = Sign.values()[random.nextInt(4)];
                Step step = Steps.step(i, "N" + random.nextInt(concepts), sign, "N" + random.nextInt(concepts));
                steps.add(random.nextInt(4) == 0 ? Steps.withDeeds(step, Set.of(1 + random.nextInt(i))) : step);
            }
            MechanismNet net = new MechanismNet(steps, above);
            List<MechanismPath> expected = new ArrayList<>();
            sequences(steps, new ArrayList<>(), 4, above, expected);
            expected.sort(MechanismPath.ORDER);
            SortedMap<String, List<MechanismPath>> pairs = new TreeMap<>();
            expected.forEach(path ->
                    pairs.computeIfAbsent(path.start() + " " + path.end(), unused -> new ArrayList<>()).add(path));
            SortedMap<String, List<MechanismPath>> found = new TreeMap<>();
            net.everyPair(new PathLimits(1, 4, 1_000_000, Integer.MAX_VALUE), paths ->
                    found.put(paths.get(0).start() + " " + paths.get(0).end(), paths));
            assertEquals(pairs, found);
            for (int from = 0; from < concepts; from++) {
                checkFrom(net, Dia.term("N" + from), concepts, above, expected);
            }
        }
    }

    private static void checkFrom(
            MechanismNet net, Node from, int concepts, Map<Node, Set<Node>> above, List<MechanismPath> all) {
        PathLimits limits = new PathLimits(1, 4, 1_000_000, Integer.MAX_VALUE);
        SortedMap<Node, Integer> ends = net.ends(from, limits, UNCHECKED);
        Map<Node, Integer> expectedEnds = new HashMap<>();
        for (MechanismPath path : all) {
            if (above.get(from).contains(path.start()) && !related(from, path.end(), above)) {
                expectedEnds.merge(path.end(), 1, Integer::sum);
            }
        }
        assertEquals(expectedEnds, new HashMap<>(ends));
        for (int to = 0; to < concepts; to++) {
            Node end = Dia.term("N" + to);
            List<MechanismPath> expected = related(from, end, above)
                    ? List.of()
                    : all.stream()
                            .filter(path -> above.get(from).contains(path.start()))
                            .filter(path -> above.get(path.end()).contains(end))
                            .toList();
            assertEquals(expected, net.between(from, end, limits, UNCHECKED).paths());
        }
    }

    /** Numbers only ever lie below smaller ones, so there is no circle. */
    private static Map<Node, Set<Node>> hierarchy(Random random, int concepts) {
        Map<Node, Set<Node>> above = new HashMap<>();
        for (int i = 0; i < concepts; i++) {
            Set<Node> broader = new HashSet<>(Set.of(Dia.term("N" + i)));
            if (i > 0 && random.nextInt(3) == 0) {
                broader.addAll(above.get(Dia.term("N" + random.nextInt(i))));
            }
            above.put(Dia.term("N" + i), broader);
        }
        return above;
    }

    private static void sequences(
            List<Step> steps, List<Step> begun, int left, Map<Node, Set<Node>> above, List<MechanismPath> found) {
        for (Step step : steps) {
            List<Step> longer = new ArrayList<>(begun);
            longer.add(step);
            if (isPath(longer, above)) {
                found.add(new MechanismPath(longer));
                if (left > 1) {
                    sequences(steps, longer, left - 1, above, found);
                }
            }
        }
    }

    private static boolean isPath(List<Step> steps, Map<Node, Set<Node>> above) {
        List<Node> passed = new ArrayList<>(List.of(steps.get(0).subject()));
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0
                    && !above.get(steps.get(i - 1).object()).contains(steps.get(i).subject())
                    && !steps.get(i).deeds().contains(steps.get(i - 1).claim())) {
                return false;
            }
            for (Node before : passed) {
                if (related(before, steps.get(i).object(), above)) {
                    return false;
                }
            }
            passed.add(steps.get(i).object());
        }
        return true;
    }

    private static boolean related(Node one, Node other, Map<Node, Set<Node>> above) {
        return above.get(one).contains(other) || above.get(other).contains(one);
    }
}
