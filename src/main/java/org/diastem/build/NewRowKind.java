// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diastem.table.Row;
import org.diastem.table.Table;

/** The tables to which a row can be added by command: how a row is numbered, and what it holds unless told. */
public enum NewRowKind {
    /** The number after the highest in use, or ever used by what the log of curation names. */
    CLAIM("claims", false) {
        @Override
        Optional<String> id(Map<String, String> cells, Map<String, Table> tables) {
            Stream<String> used = Stream.concat(ids(tables, "claims"), column(tables, "curation-log", "claim"));
            int highest = used.filter(id -> id.matches("C[0-9]{4}"))
                    .mapToInt(id -> Integer.parseInt(id.substring(1)))
                    .max()
                    .orElse(0);
            return Optional.of(String.format(Locale.ROOT, "C%04d", highest + 1));
        }

        @Override
        Map<String, String> usual(Map<String, String> cells, Map<String, Table> tables) {
            return Map.of(
                    "polarity", "Affirmed",
                    "certainty", "Reported",
                    "statedEvidence", "NoneNamed",
                    "locus", "BodyText");
        }
    },
    /** The family name of the first author, or else the journal's first word, with the year and a letter if need be. */
    REFERENCE("references", true) {
        @Override
        Optional<String> id(Map<String, String> cells, Map<String, Table> tables) {
            String named = Stream.of("firstAuthor", "journal")
                    .map(column -> asciiWord(cells.getOrDefault(column, "")))
                    .filter(word -> !word.isEmpty())
                    .findFirst()
                    .orElse("Reference");
            String base = named + cells.getOrDefault("year", "");
            Set<String> taken = ids(tables, "references").collect(Collectors.toSet());
            return Stream.iterate('a', letter -> (char) (letter + 1))
                    .limit(LETTERS)
                    .map(letter -> letter == 'a' ? base : base + letter)
                    .filter(id -> !taken.contains(id))
                    .findFirst();
        }

        @Override
        Map<String, String> usual(Map<String, String> cells, Map<String, Table> tables) {
            Map<String, String> usual = new HashMap<>(Map.of("yearBasis", "Shown"));
            if (cells.containsKey("journal")) {
                usual.put("journalBasis", "Shown");
            }
            return usual;
        }
    },
    /** The claim's number and the running number after the highest of that claim. */
    EVIDENCE("evidence", false) {
        @Override
        Optional<String> id(Map<String, String> cells, Map<String, Table> tables) {
            return Optional.ofNullable(cells.get("claim")).map(claim -> {
                String start = claim + "-";
                int highest = ids(tables, "evidence")
                        .filter(id -> id.startsWith(start) && id.substring(start.length()).matches("[0-9]{1,6}"))
                        .mapToInt(id -> Integer.parseInt(id.substring(start.length())))
                        .max()
                        .orElse(0);
                return start + (highest + 1);
            });
        }

        @Override
        Map<String, String> usual(Map<String, String> cells, Map<String, Table> tables) {
            Map<String, String> usual = new HashMap<>(Map.of(
                    "seenOn", LocalDate.now(ZoneOffset.UTC).toString(),
                    "curatedBy", "curator",
                    "secondReading", "Added"));
            tables.get("references").rows().stream()
                    .filter(row -> row.text("id").equals(cells.get("reference")))
                    .findFirst()
                    .ifPresent(row -> usual.put("studyType", row.text("studyType")));
            return usual;
        }
    },
    /** The registry number, which must be told. */
    TRIAL("trials", true) {
        @Override
        Optional<String> id(Map<String, String> cells, Map<String, Table> tables) {
            return Optional.empty();
        }

        @Override
        Map<String, String> usual(Map<String, String> cells, Map<String, Table> tables) {
            return Map.of("secondReading", "Added");
        }
    };

    private static final int LETTERS = 26;

    private final String table;
    private final boolean takesId;

    NewRowKind(String table, boolean takesId) {
        this.table = table;
        this.takesId = takesId;
    }

    /** The table that the row belongs to. */
    public String table() {
        return table;
    }

    /** Whether the identifier may be told; else it is always the next free one. */
    boolean takesId() {
        return takesId;
    }

    /** The identifier of a row with these cells, if it follows from anything. */
    abstract Optional<String> id(Map<String, String> cells, Map<String, Table> tables);

    /** What the row holds in columns that are not told. */
    abstract Map<String, String> usual(Map<String, String> cells, Map<String, Table> tables);

    /** Those in use and those that were retired, which are never given again. */
    private static Stream<String> ids(Map<String, Table> tables, String table) {
        return Stream.concat(column(tables, table, "id"), column(tables, "retired", "id"));
    }

    private static Stream<String> column(Map<String, Table> tables, String table, String column) {
        return tables.get(table).rows().stream().map((Row row) -> row.text(column));
    }

    /** The first word of a text in the letters that an IRI of ours may hold. */
    private static String asciiWord(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.strip().split("[\\s,]", 2)[0].replaceAll("[^A-Za-z]", "");
    }
}
