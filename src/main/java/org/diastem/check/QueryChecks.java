// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Problem;
import org.diastem.problem.Problems;
import org.diastem.problem.Severity;
import org.diastem.rdf.TurtleFiles;
import org.diastem.table.Cell;
import org.diastem.table.CsvReader;

/** Reads the query checks and their severities. They are part of the installation: a fault in them is no finding. */
public final class QueryChecks {
    private static final String PROFILE = "profile.csv";
    private static final List<String> HEADER = List.of("check", "severity");
    private static final String ENDING = ".rq";

    private QueryChecks() {}

    /**
     * The checks of a folder in the order of their names.
     *
     * @throws EnvironmentException if the profile does not list exactly the checks of the folder, or one is no SELECT
     *     query with its explanation on top
     */
    public static List<QueryCheck> read(Path folder) {
        Map<String, Severity> profile = profile(folder.resolve(PROFILE));
        List<QueryCheck> checks = new ArrayList<>();
        for (Path file : TurtleFiles.list(folder, ENDING)) {
            String fileName = file.getFileName().toString();
            String name = fileName.substring(0, fileName.length() - ENDING.length());
            Severity severity = profile.remove(name);
            if (severity == null) {
                throw new EnvironmentException(
                        "The check " + name + " has no severity in " + folder.resolve(PROFILE) + ".");
            }
            checks.add(check(name, severity, file));
        }
        if (!profile.isEmpty()) {
            throw new EnvironmentException("The folder " + folder + " lacks the checks that its profile lists: "
                    + String.join(", ", new TreeSet<>(profile.keySet())) + ".");
        }
        return checks;
    }

    private static QueryCheck check(String name, Severity severity, Path file) {
        String text = text(file);
        try {
            Query query = QueryFactory.create(text, Syntax.syntaxARQ);
            if (!query.isSelectType()) {
                throw new EnvironmentException("The check " + file + " is no SELECT query.");
            }
            String advice = paragraph(text, "# Problem:") + " " + paragraph(text, "# What to do:");
            return new QueryCheck(name, severity, advice, query);
        } catch (QueryException e) {
            String reason = e.getMessage().lines().findFirst().orElse("");
            throw new EnvironmentException("The check " + file + " does not parse: " + reason, e);
        }
    }

    /** A paragraph of the comment: from its first words to the next line that is not indented. */
    private static String paragraph(String text, String start) {
        StringBuilder paragraph = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith(start)) {
                paragraph.append(line.substring(start.length()).strip());
            } else if (paragraph.length() > 0 && line.startsWith("#   ")) {
                paragraph.append(' ').append(line.substring(1).strip());
            } else if (paragraph.length() > 0) {
                break;
            }
        }
        return paragraph.toString();
    }

    private static Map<String, Severity> profile(Path file) {
        Problems problems = new Problems();
        List<List<Cell>> records =
                CsvReader.read(text(file).getBytes(StandardCharsets.UTF_8), file.toString(), ',', problems);
        if (problems.hasErrors()) {
            Problem first = problems.sorted().get(0);
            throw new EnvironmentException(first.message());
        }
        if (records.isEmpty() || !HEADER.equals(texts(records.get(0)))) {
            throw new EnvironmentException("The file " + file + " must have the columns check and severity.");
        }
        Map<String, Severity> severities = new LinkedHashMap<>();
        for (List<Cell> row : records.subList(1, records.size())) {
            try {
                severities.put(row.get(0).text(), Severity.ofWord(row.get(1).text()));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new EnvironmentException(row.get(0).place() + ": a check and its severity: " + e.getMessage(), e);
            }
        }
        return severities;
    }

    private static List<String> texts(List<Cell> record) {
        return record.stream().map(Cell::text).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EnvironmentException("The file " + file + " cannot be read.", e);
        }
    }
}
