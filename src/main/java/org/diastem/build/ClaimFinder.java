// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.diastem.problem.Problems;
import org.diastem.table.Row;
import org.diastem.table.Schemas;
import org.diastem.table.TableReader;
import org.diastem.table.TableSchema;

/** Finds claims for somebody who has a line of the source, or the words of a finding, and wants their numbers. */
public final class ClaimFinder {
    private static final int SHOWN = 12;
    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_STEM = 4;
    private static final int ENDING = 3;

    private final List<Row> claims;

    private ClaimFinder(List<Row> claims) {
        this.claims = List.copyOf(claims);
    }

    /**
     * A claim that may be meant.
     *
     * @param line the source line where it stands
     */
    public record Found(String id, int line, String english, String chinese) {}

    /** Reads the table of claims; rows that cannot be read are left out. */
    public static ClaimFinder of(Project project) {
        TableSchema schema = Schemas.read(project.schema()).table("claims");
        Path file = project.data().resolve(schema.fileName());
        List<Row> rows = new TableReader(new Problems())
                .read(file, project.shown(file), schema).rows().stream()
                        .filter(row -> row.text("line").matches("[0-9]{1,6}"))
                        .toList();
        return new ClaimFinder(rows);
    }

    /**
     * The claims of a line, those that share words with a text, or both; without a text in the order of the table, else
     * the likeliest first and at most twelve. Rare words weigh more than frequent ones.
     */
    public List<Found> find(Optional<Integer> line, Optional<String> text) {
        List<Row> here = claims.stream()
                .filter(row -> line.isEmpty() || row.number("line") == line.get())
                .toList();
        if (text.isEmpty()) {
            return here.stream().map(ClaimFinder::found).toList();
        }
        record Scored(Row row, double score) {}
        record Weighed(String piece, double weight) {}
        List<Weighed> pieces = pieces(text.get()).stream()
                .map(piece -> new Weighed(piece, weight(piece)))
                .toList();
        return here.stream()
                .map(row -> new Scored(
                        row,
                        pieces.stream()
                                .filter(piece -> words(row).contains(piece.piece()))
                                .mapToDouble(Weighed::weight)
                                .sum()))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> scored.row().text("id")))
                .limit(SHOWN)
                .map(scored -> found(scored.row()))
                .toList();
    }

    private double weight(String piece) {
        long having = claims.stream().filter(row -> words(row).contains(piece)).count();
        return Math.log((claims.size() + 1.0) / (having + 1.0));
    }

    /** Words without their endings, and pairs of Chinese characters. */
    private static Set<String> pieces(String text) {
        Set<String> pieces = new LinkedHashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            List<Integer> characters = word.codePoints().boxed().toList();
            if (!characters.isEmpty() && Character.isIdeographic(characters.get(0))) {
                pieces.addAll(pairs(word));
            } else if (word.length() >= SHORTEST_WORD) {
                pieces.add(word.substring(0, Math.min(word.length(), Math.max(SHORTEST_STEM, word.length() - ENDING))));
            }
        }
        return pieces;
    }

    private static List<String> pairs(String word) {
        int[] characters = word.codePoints().toArray();
        if (characters.length == 1) {
            return List.of(word);
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(new String(characters, i, 2));
        }
        return pairs;
    }

    private static String words(Row row) {
        return (row.text("statement_en") + '\n' + row.text("statement_zh")).toLowerCase(Locale.ROOT);
    }

    private static Found found(Row row) {
        return new Found(row.text("id"), row.number("line"), row.text("statement_en"), row.text("statement_zh"));
    }
}
