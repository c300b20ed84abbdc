// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.diastem.path.MechanismPath;
import org.diastem.path.Step;

/**
 * Lays out paths in columns: each layer has one column or, where a layer's concepts act on each other, several; the
 * start has the first to itself. Lines that pass a column get a place of their own in it, and the places are ordered
 * so that few lines cross (Sugiyama's method with barycentres). The same paths always give the same drawing.
 */
final class Layout {
    /** The height of a row of text. */
    static final int ROW = 17;

    private static final int BOX_WIDTH = 158;
    private static final int PADDING = 10;
    private static final int COLUMN_GAP = 104;
    private static final int ROW_GAP = 20;
    private static final int MARGIN = 14;
    private static final int HEAD = 34;
    private static final int BADGE_HEIGHT = 18;
    /** Between claims that are drawn side by side: room for their plates at the ends, less where they only pass. */
    private static final int BESIDE = 20;

    private static final int PASSING = 12;
    private static final int PASSING_GAP = 6;
    private static final int MOST_ROWS = 4;
    private static final int SWEEPS = 6;
    private static final double LATIN = 7.7;
    private static final double WIDE = 14;
    private static final double[] BADGE_PLACES = {0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8};

    /** Something that takes a place in a column: a concept, or where a line passes. */
    private static final class Place {
        private final Node concept;
        private final int column;
        private final int height;
        private final List<Place> left = new ArrayList<>();
        private final List<Place> right = new ArrayList<>();
        private double y;

        Place(Node concept, int column, int height) {
            this.concept = concept;
            this.column = column;
            this.height = height;
        }

        double middle() {
            return y + height / 2.0;
        }
    }

    /** Claims from one concept to another, which are drawn side by side. */
    private record Pair(Node from, Node to) {}

    private final List<MechanismPath> paths;
    private final Node start;
    private final Function<Node, Layer> layers;
    private final Function<Node, String> labels;
    private final Map<Pair, Map<Step, List<Integer>>> claims = new LinkedHashMap<>();
    private final Map<Node, TreeSet<Integer>> pathsOfConcept = new LinkedHashMap<>();
    private final Set<Node> ends = new HashSet<>();
    private final Map<Node, Integer> columns = new HashMap<>();
    private final List<Layer> layerOfColumn = new ArrayList<>();
    private final Map<Node, Place> boxes = new LinkedHashMap<>();
    private final Map<Pair, List<Place>> routes = new LinkedHashMap<>();
    private final List<List<Place>> places = new ArrayList<>();

    private Layout(
            List<MechanismPath> paths, Node start, Function<Node, Layer> layers, Function<Node, String> labels) {
        this.paths = paths;
        this.start = start;
        this.layers = layers;
        this.labels = labels;
    }

    /**
     * @param start where all paths are drawn from: the concept that was asked about, which may be below that of the
     * claims
     * @param labels in the language of the page
     */
    static Drawing of(
            List<MechanismPath> paths, Node start, Function<Node, Layer> layers, Function<Node, String> labels) {
        Layout layout = new Layout(paths, start, layers, labels);
        layout.collect();
        layout.assignColumns();
        layout.place();
        layout.order();
        layout.settle();
        return layout.draw();
    }

    private void collect() {
        ends.add(start);
        for (int number = 0; number < paths.size(); number++) {
            Node from = start;
            pathsOfConcept.computeIfAbsent(start, unused -> new TreeSet<>()).add(number);
            for (Step step : paths.get(number).steps()) {
                claims.computeIfAbsent(new Pair(from, step.object()), unused -> new LinkedHashMap<>())
                        .computeIfAbsent(step, unused -> new ArrayList<>())
                        .add(number);
                from = step.object();
                pathsOfConcept.computeIfAbsent(from, unused -> new TreeSet<>()).add(number);
            }
            ends.add(from);
        }
    }

    private void assignColumns() {
        Map<Node, Integer> depths = new HashMap<>();
        pathsOfConcept.keySet().forEach(concept -> depth(concept, depths, new HashSet<>()));
        record Key(int layer, int depth) {}
        List<Key> keys = pathsOfConcept.keySet().stream()
                .map(concept -> new Key(order(concept), depths.get(concept)))
                .distinct()
                .sorted(Comparator.comparingInt(Key::layer).thenComparingInt(Key::depth))
                .toList();
        pathsOfConcept.keySet().forEach(
                concept -> columns.put(concept, keys.indexOf(new Key(order(concept), depths.get(concept)))));
        keys.forEach(key -> layerOfColumn.add(key.layer() < 0 ? layers.apply(start) : Layer.values()[key.layer()]));
    }

    /** The start stands before all layers. */
    private int order(Node concept) {
        return concept.equals(start) ? -1 : layers.apply(concept).ordinal();
    }

    /** How many concepts of the same layer lead to this one, one after the other; circles are cut where they close. */
    private int depth(Node concept, Map<Node, Integer> depths, Set<Node> open) {
        Integer known = depths.get(concept);
        if (known != null) {
            return known;
        }
        open.add(concept);
        int deepest = 0;
        for (Pair pair : claims.keySet()) {
            if (pair.to().equals(concept) && order(pair.from()) == order(concept) && !open.contains(pair.from())) {
                deepest = Math.max(deepest, depth(pair.from(), depths, open) + 1);
            }
        }
        open.remove(concept);
        depths.put(concept, deepest);
        return deepest;
    }

    private void place() {
        Map<Node, Integer> mostBeside = new HashMap<>();
        claims.forEach((pair, steps) -> List.of(pair.from(), pair.to())
                .forEach(concept -> mostBeside.merge(concept, steps.size(), Math::max)));
        layerOfColumn.forEach(unused -> places.add(new ArrayList<>()));
        for (Node concept : pathsOfConcept.keySet()) {
            int height = rows(labels.apply(concept)).size() * ROW + 2 * PADDING;
            Place box = new Place(
                    concept, columns.get(concept), Math.max(height, mostBeside.getOrDefault(concept, 0) * BESIDE));
            boxes.put(concept, box);
            places.get(box.column).add(box);
        }
        claims.forEach((pair, steps) -> {
            List<Place> route = new ArrayList<>(List.of(boxes.get(pair.from())));
            int from = columns.get(pair.from());
            int to = columns.get(pair.to());
            int direction = Integer.signum(to - from);
            for (int column = from + direction; direction != 0 && column != to; column += direction) {
                Place passing = new Place(null, column, PASSING * steps.size());
                places.get(column).add(passing);
                route.add(passing);
            }
            route.add(boxes.get(pair.to()));
            routes.put(pair, route);
            for (int i = 1; i < route.size(); i++) {
                Place one = route.get(i - 1);
                Place other = route.get(i);
                (one.column < other.column ? one.right : one.left).add(other);
                (one.column < other.column ? other.left : other.right).add(one);
            }
        });
    }

    private void order() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int i = 1; i < places.size(); i++) {
                int column = rightwards ? i : places.size() - 1 - i;
                Map<Place, Integer> ranks = ranks(places.get(rightwards ? column - 1 : column + 1));
                List<Place> ordered = places.get(column);
                Map<Place, Double> centres = new HashMap<>();
                for (int rank = 0; rank < ordered.size(); rank++) {
                    Place place = ordered.get(rank);
                    // A place without neighbours on that side stays about where it was.
                    double centre = (rightwards ? place.left : place.right).stream()
                            .filter(ranks::containsKey)
                            .mapToInt(ranks::get)
                            .average()
                            .orElse(rank);
                    centres.put(place, centre);
                }
                ordered.sort(Comparator.comparingDouble(centres::get));
            }
        }
    }

    private static Map<Place, Integer> ranks(List<Place> column) {
        Map<Place, Integer> ranks = new HashMap<>();
        column.forEach(place -> ranks.put(place, ranks.size()));
        return ranks;
    }

    /** Gives each place its height: as near to its neighbours as the order of its column allows. */
    private void settle() {
        for (List<Place> column : places) {
            double y = 0;
            for (Place place : column) {
                place.y = y;
                y += place.height + gap(place);
            }
            double shift = y / 2;
            column.forEach(place -> place.y -= shift);
        }
        for (int round = 0; round < SWEEPS; round++) {
            for (List<Place> column : places) {
                Map<Place, Double> wanted = new HashMap<>();
                for (Place place : column) {
                    List<Place> neighbours = new ArrayList<>(place.left);
                    neighbours.addAll(place.right);
                    wanted.put(place, neighbours.stream().mapToDouble(Place::middle).average().orElse(place.middle()));
                }
                double least = Double.NEGATIVE_INFINITY;
                for (Place place : column) {
                    place.y = Math.max(least, wanted.get(place) - place.height / 2.0);
                    least = place.y + place.height + gap(place);
                }
                double off = column.stream()
                        .mapToDouble(place -> wanted.get(place) - place.middle())
                        .average()
                        .orElse(0);
                column.forEach(place -> place.y += off);
            }
        }
        double top = places.stream().flatMap(List::stream).mapToDouble(place -> place.y).min().orElse(0);
        places.forEach(column -> column.forEach(place -> place.y += HEAD + MARGIN - top));
    }

    private static int gap(Place place) {
        return place.concept == null ? PASSING_GAP : ROW_GAP;
    }

    private Drawing draw() {
        int bottom = (int) places.stream()
                .flatMap(List::stream)
                .mapToDouble(place -> place.y + place.height)
                .max()
                .orElse(0);
        List<Drawing.Box> drawn = boxes.values().stream()
                .sorted(Comparator.comparingInt((Place box) -> box.column).thenComparingDouble(box -> box.y))
                .map(this::box)
                .toList();
        List<Drawing.Line> lines = new ArrayList<>();
        List<int[]> taken = new ArrayList<>();
        drawn.forEach(box -> taken.add(new int[] {box.x(), box.y(), box.width(), box.height()}));
        routes.forEach((pair, route) -> {
            int index = 0;
            Map<Step, List<Integer>> steps = claims.get(pair);
            for (Map.Entry<Step, List<Integer>> claim : steps.entrySet()) {
                double place = index++ - (steps.size() - 1) / 2.0;
                lines.add(line(pair, route, claim.getKey(), claim.getValue(), place, taken));
            }
        });
        lines.sort(Comparator.comparingInt((Drawing.Line line) -> Integer.parseInt(line.paths().split(" ")[0])));
        return new Drawing(left(places.size()) - COLUMN_GAP + MARGIN, bottom + MARGIN, bands(), drawn, lines);
    }

    private static int left(int column) {
        return MARGIN + column * (BOX_WIDTH + COLUMN_GAP);
    }

    private List<Drawing.Band> bands() {
        List<Drawing.Band> bands = new ArrayList<>();
        for (int column = 0; column < layerOfColumn.size(); ) {
            int next = column + 1;
            // The start's column is a band of its own.
            while (column > 0 && next < layerOfColumn.size() && layerOfColumn.get(next) == layerOfColumn.get(column)) {
                next++;
            }
            bands.add(new Drawing.Band(
                    layerOfColumn.get(column),
                    left(column) - MARGIN / 2,
                    left(next) - COLUMN_GAP + MARGIN - left(column)));
            column = next;
        }
        return bands;
    }

    private Drawing.Box box(Place place) {
        String label = labels.apply(place.concept);
        return new Drawing.Box(
                Mechanisms.local(place.concept),
                label,
                layers.apply(place.concept),
                left(place.column),
                (int) Math.round(place.y),
                BOX_WIDTH,
                place.height,
                rows(label),
                ends.contains(place.concept),
                numbers(pathsOfConcept.get(place.concept)));
    }

    private static String numbers(Iterable<Integer> paths) {
        List<String> numbers = new ArrayList<>();
        paths.forEach(number -> numbers.add(number.toString()));
        return String.join(" ", numbers);
    }

    private Drawing.Line line(
            Pair pair, List<Place> route, Step step, List<Integer> numbers, double beside, List<int[]> taken) {
        List<double[]> points = points(route, beside);
        StringBuilder curve = new StringBuilder("M").append(written(points.get(0)));
        List<double[][]> bends = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            double[] one = points.get(i - 1);
            double[] other = points.get(i);
            if (i % 2 == 0) {
                curve.append(" L").append(written(other));
                continue;
            }
            double half = (other[0] - one[0]) / 2;
            double[][] bend = {one, {one[0] + half, one[1]}, {other[0] - half, other[1]}, other};
            bends.add(bend);
            curve.append(" C").append(written(bend[1])).append(' ').append(written(bend[2])).append(' ');
            curve.append(written(other));
        }
        int width = (int) Math.round(Drawing.Line.badge(step).length() * 7.4 + 10);
        int[] badge = badge(bends, width, taken);
        return new Drawing.Line(
                step,
                Mechanisms.local(pair.from()),
                Mechanisms.local(pair.to()),
                curve.toString(),
                badge[0],
                badge[1],
                width,
                numbers(numbers));
    }

    /**
     * Where a line leaves, enters and passes: two points for each place in between.
     *
     * @param beside how many lines lie between this one and the middle of those that it runs beside
     */
    private static List<double[]> points(List<Place> route, double beside) {
        boolean rightwards = route.get(0).column <= route.get(route.size() - 1).column;
        int before = rightwards ? BOX_WIDTH : 0;
        int after = rightwards ? 0 : BOX_WIDTH;
        // Room for the arrow head, which must not lie under the box.
        int gap = rightwards ? -5 : 5;
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < route.size(); i++) {
            Place place = route.get(i);
            boolean isFirst = i == 0;
            boolean isLast = i == route.size() - 1;
            double y = place.middle() + beside * (isFirst || isLast ? BESIDE : PASSING);
            if (!isFirst) {
                points.add(new double[] {left(place.column) + after + (isLast ? gap : 0), y});
            }
            if (!isLast) {
                points.add(new double[] {left(place.column) + before, y});
            }
        }
        return points;
    }

    /** A free place on the line for the plate with the claim's number; the middle if none is free. */
    private static int[] badge(List<double[][]> bends, int width, List<int[]> taken) {
        int[] middle = null;
        List<double[][]> fromMiddle = new ArrayList<>(bends.subList(bends.size() / 2, bends.size()));
        fromMiddle.addAll(bends.subList(0, bends.size() / 2));
        for (double[][] bend : fromMiddle) {
            for (double along : BADGE_PLACES) {
                int x = (int) Math.round(on(bend, along, 0) - width / 2.0);
                int y = (int) Math.round(on(bend, along, 1) - BADGE_HEIGHT / 2.0);
                int[] place = {x, y, width, BADGE_HEIGHT};
                middle = middle == null ? place : middle;
                if (taken.stream().noneMatch(other -> overlap(place, other))) {
                    taken.add(place);
                    return place;
                }
            }
        }
        return middle;
    }

    private static boolean overlap(int[] one, int[] other) {
        return one[0] < other[0] + other[2] && other[0] < one[0] + one[2] && one[1] < other[1] + other[3]
                && other[1] < one[1] + one[3];
    }

    /** A coordinate of the point at a part of a cubic curve. */
    private static double on(double[][] bend, double along, int axis) {
        double rest = 1 - along;
        return rest * rest * rest * bend[0][axis] + 3 * rest * rest * along * bend[1][axis]
                + 3 * rest * along * along * bend[2][axis] + along * along * along * bend[3][axis];
    }

    private static String written(double[] point) {
        return String.format(Locale.ROOT, "%.1f,%.1f", point[0], point[1]);
    }

    /** Cuts a label into rows that fit into a box: between words, and between any two Chinese characters. */
    static List<String> rows(String label) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        for (String word : words(label)) {
            if (row.length() > 0 && width(row + word.stripTrailing()) > BOX_WIDTH - 2 * PADDING) {
                rows.add(row.toString().strip());
                row.setLength(0);
            }
            row.append(word);
        }
        rows.add(row.toString().strip());
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        List<String> kept = new ArrayList<>(rows.subList(0, MOST_ROWS));
        kept.set(MOST_ROWS - 1, kept.get(MOST_ROWS - 1) + "…");
        return kept;
    }

    private static List<String> words(String label) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        label.codePoints().forEach(point -> {
            if (isWide(point)) {
                if (word.length() > 0) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                words.add(Character.toString(point));
                return;
            }
            word.appendCodePoint(point);
            if (point == ' ' || point == '-' || point == '/' || width(word.toString()) > BOX_WIDTH - 3 * PADDING) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        words.add(word.toString());
        return words.stream().filter(part -> !part.isEmpty()).collect(Collectors.toList());
    }

    private static double width(String text) {
        return text.codePoints().mapToDouble(point -> isWide(point) ? WIDE : LATIN).sum();
    }

    private static boolean isWide(int point) {
        return point >= 0x2E80;
    }
}
