// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.diastem.path.MechanismPath;
import org.diastem.path.Sign;
import org.diastem.path.Step;
import org.diastem.path.Strength;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Node DOCUMENT = NodeFactory.createURI(Namespaces.BASE + "document/one");

    private static Step step(int number, String subject, String object) {
        Node claim = NodeFactory.createURI(Namespaces.BASE + "claim/" + String.format("C%04d", number));
        return new Step(
                claim, DOCUMENT, Dia.term(subject), Dia.term("promotes"), Dia.term(object), Sign.RAISES, false,
                "Reported", Strength.NONE, false, false, Set.of(), Set.of());
    }

    /** The name of a concept tells its layer. */
    private static Layer layer(Node concept) {
        return Layer.values()[Character.digit(Mechanisms.local(concept).charAt(1), 10)];
    }

    private static Drawing draw(List<MechanismPath> paths, String start) {
        return Layout.of(paths, Dia.term(start), LayoutTest::layer, Mechanisms::local);
    }

    @Test
    void layers_stand_from_left_to_right_whatever_the_order_of_the_steps() {
        MechanismPath path = new MechanismPath(
                List.of(step(1, "L0a", "L3a"), step(2, "L3a", "L1a"), step(3, "L1a", "L4a")));
        Map<String, Integer> left = new HashMap<>();
        draw(List.of(path), "L0a").boxes().forEach(box -> left.put(box.term(), box.x()));
        assertTrue(left.get("L0a") < left.get("L1a"));
        assertTrue(left.get("L1a") < left.get("L3a"));
        assertTrue(left.get("L3a") < left.get("L4a"));
    }

    @Test
    void the_start_has_the_first_column_to_itself() {
        MechanismPath path = new MechanismPath(List.of(step(1, "L4a", "L0a"), step(2, "L0a", "L4b")));
        Drawing drawing = draw(List.of(path), "L4a");
        assertEquals("L4a", drawing.boxes().get(0).term());
        assertEquals(
                List.of(Layer.OUTCOME, Layer.PRODUCT, Layer.OUTCOME),
                drawing.bands().stream().map(Drawing.Band::layer).toList());
    }

    @Test
    void nothing_overlaps_or_leaves_the_drawing_and_each_line_joins_its_boxes() {
        Random random = new Random(LayoutTest.class.getName().hashCode());
        for (int round = 0; round < 200; round++) {
            List<MechanismPath> paths = paths(random);
            Drawing drawing = draw(paths, "L0a");
            assertEquals(drawing, draw(paths, "L0a"));
            Map<String, Drawing.Box> boxes = new HashMap<>();
            for (Drawing.Box box : drawing.boxes()) {
                assertTrue(box.x() >= 0 && box.y() >= 0);
                assertTrue(box.x() + box.width() <= drawing.width() && box.y() + box.height() <= drawing.height());
                boxes.values().forEach(other -> assertFalse(overlap(box, other), box + " " + other));
                boxes.put(box.term(), box);
            }
            Set<Step> drawn = new HashSet<>();
            drawing.lines().forEach(line -> {
                drawn.add(line.step());
                assertJoins(line, boxes.get(line.from()), boxes.get(line.to()));
            });
            Set<Step> expected = new HashSet<>();
            paths.forEach(path -> expected.addAll(path.steps()));
            assertEquals(expected, drawn);
        }
    }

    private static void assertJoins(Drawing.Line line, Drawing.Box from, Drawing.Box to) {
        String[] points = line.curve().replaceAll("[MCL]", "").trim().split("\\s+");
        assertTouches(points[0], from, line);
        assertTouches(points[points.length - 1], to, line);
    }

    private static void assertTouches(String point, Drawing.Box box, Drawing.Line line) {
        double x = Double.parseDouble(point.split(",")[0]);
        double y = Double.parseDouble(point.split(",")[1]);
        boolean beside = Math.abs(x - box.x()) <= 5 || Math.abs(x - box.x() - box.width()) <= 5;
        assertTrue(beside && y >= box.y() && y <= box.y() + box.height(), line + " at " + point + " and " + box);
    }

    private static boolean overlap(Drawing.Box one, Drawing.Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    /** Each goes over different concepts, from the same start; a claim is the same wherever its ends are. */
    private static List<MechanismPath> paths(Random random) {
        Map<String, Integer> numbers = new HashMap<>();
        List<MechanismPath> paths = new ArrayList<>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            List<Step> steps = new ArrayList<>();
            Set<String> passed = new HashSet<>(Set.of("L0a"));
            String at = "L0a";
            for (int j = random.nextInt(5); j >= 0; j--) {
                String next = "L" + random.nextInt(5) + (char) ('a' + random.nextInt(4));
                if (passed.add(next)) {
                    String ends = at + next + random.nextInt(2);
                    steps.add(step(numbers.computeIfAbsent(ends, unused -> numbers.size() + 1), at, next));
                    at = next;
                }
            }
            if (!steps.isEmpty()) {
                paths.add(new MechanismPath(steps));
            }
        }
        return paths;
    }

    @Test
    void labels_are_cut_between_words_and_between_chinese_characters_and_never_grow_without_end() {
        assertEquals(List.of("mesenchymal stem", "cell secretome"), Layout.rows("mesenchymal stem cell secretome"));
        assertEquals(2, Layout.rows("间充质干细胞来源细胞外囊泡").size());
        assertEquals(4, Layout.rows("word ".repeat(100)).size());
        assertTrue(Layout.rows("x".repeat(500)).size() <= 4);
        assertEquals("", Layout.rows("").get(0));
    }
}
