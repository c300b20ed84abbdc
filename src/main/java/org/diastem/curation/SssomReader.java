// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diastem.model.Mapping;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Nearest;
import org.diastem.problem.Place;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;
import org.diastem.table.Cell;
import org.diastem.table.CsvReader;
import org.diastem.vocab.Namespaces;

/**
 * Reads mappings in the SSSOM/TSV form: a YAML header in comment lines with a {@code curie_map}, then a table of tabs.
 * Only what our file uses of SSSOM is read: scalar columns, and CURIEs that the header's map expands.
 */
public final class SssomReader {
    private static final List<String> REQUIRED = List.of(
            "subject_id", "predicate_id", "object_id", "object_label", "mapping_justification", "object_source",
            "object_source_version");
    /** The other required columns may have empty cells: a label that may not be passed on, a release that was not noted. */
    private static final List<String> NEVER_EMPTY =
            List.of("subject_id", "predicate_id", "object_id", "mapping_justification", "object_source");

    private static final List<String> OPTIONAL = List.of(
            "subject_label", "confidence", "comment", "author_id", "author_label", "mapping_date", "license",
            "predicate_label", "predicate_modifier", "mapping_source", "object_category", "subject_category",
            "subject_source", "subject_source_version", "see_also", "other", "reviewer_id", "reviewer_label");
    private static final Set<String> CURIE_COLUMNS =
            Set.of(
            "subject_id", "predicate_id", "object_id", "mapping_justification", "subject_source", "object_source");
    /** What a mapping has as parts of its own; all other columns are its details. */
    private static final Set<String> CORE_COLUMNS =
            Set.of("subject_id", "predicate_id", "object_id", "mapping_justification");
    private static final Pattern MAP_ENTRY =
            Pattern.compile("#\\s+\"?([A-Za-z][A-Za-z0-9_.-]*)\"?:\\s+\"?([^\\s\"]+)\"?\\s*");
    private static final Pattern CURIE = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*):([A-Za-z0-9_.~%+/-]+)");
    private static final Pattern PROPORTION = Pattern.compile("0(\\.[0-9]+)?|1(\\.0+)?");

    private final Terms terms;
    private final Problems problems;

    public SssomReader(Terms terms, Problems problems) {
        this.terms = terms;
        this.problems = problems;
    }

    /**
     * The mappings of a file, sorted by subject, predicate and object. A row with a problem is left out.
     *
     * @param shownName the file's name in problems
     */
    public List<Mapping> read(Path file, String shownName) {
        if (!Files.exists(file)) {
            problems.add(ProblemCode.MISSING_FILE, Place.ofFile(shownName), "");
            return List.of();
        }
        try {
            return read(Files.readAllBytes(file), shownName);
        } catch (IOException e) {
            throw new EnvironmentException("The file " + file + " cannot be read.", e);
        }
    }

    private List<Mapping> read(byte[] bytes, String shownName) {
        // Latin 1 maps bytes to characters one to one, so the table below keeps its bytes and its line numbers.
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        Map<String, String> prefixes = prefixes(lines);
        for (int i = 0; i < lines.length && lines[i].startsWith("#"); i++) {
            lines[i] = "";
        }
        byte[] table = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
        List<List<Cell>> records = CsvReader.read(table, shownName, '\t', problems);
        if (records.isEmpty()) {
            problems.add(ProblemCode.MISSING_COLUMN, Place.ofFile(shownName), "", "The file has no header row.");
            return List.of();
        }
        List<String> header = header(records.get(0), shownName);
        List<Mapping> mappings = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (List<Cell> record : records.subList(1, records.size())) {
            if (record.size() != header.size()) {
                problems.add(
                        ProblemCode.WRONG_COLUMN_COUNT,
                        record.get(0).place(),
                        record.get(0).text(),
                        "There are " + record.size() + " cells, the header has " + header.size() + ".");
            } else {
                new RowReader(header, record, prefixes).add(mappings, seen);
            }
        }
        mappings.sort(Comparator.comparing(Mapping::subject)
                .thenComparing(Mapping::predicate)
                .thenComparing(Mapping::object));
        return mappings;
    }

    private static Map<String, String> prefixes(String[] lines) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : lines) {
            if (!line.startsWith("#")) {
                break;
            }
            Matcher entry = MAP_ENTRY.matcher(line.stripTrailing());
            if (line.stripTrailing().equals("#curie_map:")) {
                inside = true;
            } else if (inside && entry.matches()) {
                prefixes.put(entry.group(1), entry.group(2));
            } else {
                inside = false;
            }
        }
        return prefixes;
    }

    private List<String> header(List<Cell> cells, String shownName) {
        Set<String> known = new TreeSet<>(REQUIRED);
        known.addAll(OPTIONAL);
        Set<String> named = new HashSet<>();
        List<String> header = new ArrayList<>();
        for (Cell cell : cells) {
            header.add(cell.text());
            if (!known.contains(cell.text())) {
                problems.add(ProblemCode.UNKNOWN_COLUMN, cell.place(), cell.text(), "", Nearest.of(cell.text(), known));
            } else if (!named.add(cell.text())) {
                problems.add(ProblemCode.DUPLICATE_COLUMN, cell.place(), cell.text());
            }
        }
        for (String column : REQUIRED) {
            if (!named.contains(column)) {
                problems.add(
                        ProblemCode.MISSING_COLUMN, Place.ofFile(shownName), "", "There is no column " + column + ".");
            }
        }
        return header;
    }

    /** Reads one row; its problems keep it out of the result. */
    private final class RowReader {
        private final SortedMap<String, String> values = new TreeMap<>();
        private final Map<String, Place> places = new HashMap<>();
        private boolean sound = true;

        RowReader(List<String> header, List<Cell> record, Map<String, String> prefixes) {
            for (int i = 0; i < header.size(); i++) {
                String column = header.get(i);
                Place start = record.get(i).place();
                Place place = new Place(start.file(), start.line(), start.column(), column);
                String text = record.get(i).text();
                places.put(column, place);
                if (text.isEmpty()) {
                    if (NEVER_EMPTY.contains(column)) {
                        refuse(ProblemCode.EMPTY_REQUIRED_CELL, place, "", "");
                    }
                } else {
                    values.put(column, CURIE_COLUMNS.contains(column) ? expand(text, place, prefixes) : text);
                }
            }
            String confidence = values.getOrDefault("confidence", "1");
            if (!PROPORTION.matcher(confidence).matches()) {
                refuse(ProblemCode.BAD_NUMBER, places.get("confidence"), confidence, "It lies between 0 and 1.");
            }
            checkSubject();
        }

        private String expand(String curie, Place place, Map<String, String> prefixes) {
            Matcher matcher = CURIE.matcher(curie);
            if (!matcher.matches()) {
                refuse(ProblemCode.BAD_CURIE, place, curie, "");
                return curie;
            }
            String namespace = prefixes.get(matcher.group(1));
            if (namespace == null) {
                problems.add(
                        ProblemCode.BAD_CURIE,
                        place,
                        curie,
                        "The curie_map has no " + matcher.group(1) + ".",
                        Nearest.of(matcher.group(1), prefixes.keySet()));
                sound = false;
                return curie;
            }
            return namespace + matcher.group(2);
        }

        private void checkSubject() {
            String subject = values.getOrDefault("subject_id", "");
            if (subject.startsWith(Namespaces.DIA)) {
                String name = subject.substring(Namespaces.DIA.length());
                if (!terms.isDeclared(name)) {
                    problems.add(
                            ProblemCode.UNKNOWN_CONCEPT,
                            places.get("subject_id"),
                            name,
                            "",
                            Nearest.of(name, terms.declared()));
                    sound = false;
                }
            }
        }

        private void refuse(ProblemCode code, Place place, String found, String detail) {
            problems.add(code, place, found, detail);
            sound = false;
        }

        void add(List<Mapping> mappings, Map<String, Place> seen) {
            if (!sound || !values.keySet().containsAll(NEVER_EMPTY)) {
                return;
            }
            SortedMap<String, String> details = new TreeMap<>(values);
            details.keySet().removeAll(CORE_COLUMNS);
            String key = values.get("subject_id") + ' ' + values.get("predicate_id") + ' ' + values.get("object_id");
            Place first = seen.putIfAbsent(key, places.get("subject_id"));
            if (first != null) {
                problems.add(
                        ProblemCode.DUPLICATE_IDENTIFIER,
                        places.get("subject_id"),
                        key,
                        "It stands on line " + first.line() + " too.");
                return;
            }
            mappings.add(new Mapping(
                    values.get("subject_id"),
                    values.get("predicate_id"),
                    values.get("object_id"),
                    values.get("mapping_justification"),
                    details));
        }
    }
}
