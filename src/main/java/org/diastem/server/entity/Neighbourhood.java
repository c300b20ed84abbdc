// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.diastem.path.Strength;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;

/**
 * What is claimed of a term as a picture: what bears on it at the left, it in the middle, what it bears on at the
 * right. All sizes are in the units of the picture.
 *
 * @param left edges that are shown
 * @param hidden how many edges the picture has no room for
 */
public record Neighbourhood(Box centre, List<Edge> left, List<Edge> right, int height, int hidden) {
    /** The width of the picture. */
    public static final int WIDTH = 920;

    private static final int MOST_OF_SIDE = 8;
    private static final int BOX_WIDTH = 300;
    private static final int CENTRE_WIDTH = 180;
    private static final int BOX_HEIGHT = 54;
    private static final int STEP = 64;
    private static final int MARGIN = 4;
    private static final int LEFT_END = BOX_WIDTH + MARGIN;
    private static final int CENTRE_START = (WIDTH - CENTRE_WIDTH) / 2;
    private static final int RIGHT_START = WIDTH - BOX_WIDTH - MARGIN;
    /** Room for the head of an arrow. */
    private static final int HEAD = 8;
    private static final int ROOM_OF_LINE = 38;
    private static final int ROOM_OF_CENTRE = 18;
    private static final int WIDTH_OF_HAN = 2;
    private static final int LINES_OF_BOX = 2;
    private static final int LINE_OF_CENTRE = 18;

    /** A name in a rectangle, in a few lines. */
    public record Box(Value.Mention term, int x, int y, int width, int height, List<String> lines) {
        public Box {
            Objects.requireNonNull(term);
            lines = List.copyOf(lines);
        }
    }

    /**
     * Claims with the same predicate between the term and another.
     *
     * @param end of the line: {@code arrow} or {@code bar}
     * @param path the line, as SVG writes it
     * @param claims the mentions of the claims
     */
    public record Edge(
            Value.Mention predicate,
            Box box,
            boolean denied,
            String end,
            String path,
            Strength strongest,
            boolean contested,
            List<Value.Mention> claims) {
        public Edge {
            Objects.requireNonNull(predicate);
            Objects.requireNonNull(box);
            Objects.requireNonNull(end);
            Objects.requireNonNull(path);
            Objects.requireNonNull(strongest);
            claims = List.copyOf(claims);
        }
    }

    public Neighbourhood {
        Objects.requireNonNull(centre);
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    private record Key(Node predicate, Node other, boolean denied) {}

    /** Empty if no claim is between the term itself and another. */
    static Optional<Neighbourhood> of(Look look, Node term) {
        Map<Key, List<Known.Stated>> from = new LinkedHashMap<>();
        Map<Key, List<Known.Stated>> to = new LinkedHashMap<>();
        for (Known.Stated stated : look.known().withSubject(term)) {
            if (stated.subject().equals(term) && stated.object() != null && isTerm(stated.object())) {
                from.computeIfAbsent(
                                new Key(stated.predicate(), stated.object(), stated.denied()),
                                unused -> new ArrayList<>())
                        .add(stated);
            }
        }
        for (Known.Stated stated : look.known().withObject(term)) {
            if (stated.object().equals(term) && isTerm(stated.subject())) {
                to.computeIfAbsent(
                                new Key(stated.predicate(), stated.subject(), stated.denied()),
                                unused -> new ArrayList<>())
                        .add(stated);
            }
        }
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        int rows = Math.max(Math.min(from.size(), MOST_OF_SIDE), Math.min(to.size(), MOST_OF_SIDE));
        int height = rows * STEP + 2 * MARGIN;
        int centreHeight = Math.min(height - 2 * MARGIN, Math.max(BOX_HEIGHT, rows * STEP / 2));
        Value.Mention self = look.mention(term);
        Box centre = new Box(
                self,
                CENTRE_START,
                (height - centreHeight) / 2,
                CENTRE_WIDTH,
                centreHeight,
                lines(self.label(), ROOM_OF_CENTRE, centreHeight / LINE_OF_CENTRE - 1));
        int hidden = Math.max(0, from.size() - MOST_OF_SIDE) + Math.max(0, to.size() - MOST_OF_SIDE);
        return Optional.of(new Neighbourhood(
                centre,
                edges(look, to, false, centre, height),
                edges(look, from, true, centre, height),
                height,
                hidden));
    }

    private static List<Edge> edges(
            Look look, Map<Key, List<Known.Stated>> grouped, boolean outgoing, Box centre, int height) {
        List<Map.Entry<Key, List<Known.Stated>>> most = grouped.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Key, List<Known.Stated>> entry) -> strongest(entry.getValue()))
                        .thenComparing(entry -> entry.getValue().size())
                        .reversed())
                .limit(MOST_OF_SIDE)
                .toList();
        List<Edge> edges = new ArrayList<>();
        int top = (height - most.size() * STEP) / 2 + (STEP - BOX_HEIGHT) / 2;
        for (int i = 0; i < most.size(); i++) {
            Key key = most.get(i).getKey();
            List<Known.Stated> claims = most.get(i).getValue();
            int y = top + i * STEP;
            Value.Mention other = look.mention(key.other());
            Box box = new Box(
                    other,
                    outgoing ? RIGHT_START : MARGIN,
                    y,
                    BOX_WIDTH,
                    BOX_HEIGHT,
                    lines(other.label(), ROOM_OF_LINE, LINES_OF_BOX));
            int atCentre = centre.y() + centre.height() * (i + 1) / (most.size() + 1);
            int middle = y + BOX_HEIGHT / 2;
            String path = outgoing
                    ? curve(CENTRE_START + CENTRE_WIDTH, atCentre, RIGHT_START - HEAD, middle)
                    : curve(LEFT_END, middle, CENTRE_START - HEAD, atCentre);
            boolean lowers = look.data().contains(key.predicate(), Dia.term("sign"), Dia.term("Lowers"));
            edges.add(new Edge(
                    look.mention(key.predicate()),
                    box,
                    key.denied(),
                    lowers ? "bar" : "arrow",
                    path,
                    strongest(claims),
                    claims.stream().anyMatch(each -> each.row().contested()),
                    claims.stream().map(each -> look.mention(each.claim(), each.row().id())).toList()));
        }
        return edges;
    }

    /** Sections and other parts of the text, which only deal with the term, are no neighbours of it. */
    private static boolean isTerm(Node node) {
        return node.getURI().startsWith(Namespaces.DIA);
    }

    private static Strength strongest(List<Known.Stated> claims) {
        return claims.stream().map(each -> each.row().strength()).max(Comparator.naturalOrder()).orElse(Strength.NONE);
    }

    private static String curve(int x, int y, int toX, int toY) {
        int half = (toX - x) / 2;
        return "M" + x + ' ' + y + 'C' + (x + half) + ' ' + y + ' ' + (toX - half) + ' ' + toY + ' ' + toX + ' ' + toY;
    }

    /** Breaks a name into at most so many lines, by the width that Latin and Han characters take. */
    static List<String> lines(String label, int room, int most) {
        List<String> lines = new ArrayList<>();
        String rest = label;
        while (!rest.isEmpty() && lines.size() < most) {
            int end = fitting(rest, room);
            if (end < rest.length() && lines.size() == most - 1) {
                lines.add(rest.substring(0, Math.max(1, end - 1)).strip() + '…');
                return lines;
            }
            int space = end < rest.length() ? rest.lastIndexOf(' ', end) : -1;
            int cut = space > 0 ? space : end;
            lines.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        return lines;
    }

    private static int fitting(String text, int room) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += Character.isIdeographic(point) || point > 0x2E7F ? WIDTH_OF_HAN : 1;
            if (used > room) {
                return end;
            }
            end += Character.charCount(point);
        }
        return end;
    }
}
