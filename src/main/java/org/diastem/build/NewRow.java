// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.diastem.curation.CurationReader;
import org.diastem.curation.Terms;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Nearest;
import org.diastem.problem.NotFoundException;
import org.diastem.problem.Problem;
import org.diastem.problem.Problems;
import org.diastem.store.AtomicFile;
import org.diastem.table.CsvWriter;
import org.diastem.table.Row;
import org.diastem.table.Schemas;
import org.diastem.table.Table;
import org.diastem.table.TableReader;
import org.diastem.table.TableSchema;

/** A row for one of the tables, checked against everything else as if it stood there already. */
public final class NewRow {
    private static final String TRIAL_WORDS = "trial-words";

    private final Path file;
    private final byte[] extended;
    private final String line;
    private final List<Problem> problems;

    private NewRow(Path file, byte[] extended, String line, List<Problem> problems) {
        this.file = file;
        this.extended = extended;
        this.line = line;
        this.problems = List.copyOf(problems);
    }

    /**
     * Makes the row.
     *
     * @param cells values by column
     * @throws NotFoundException if the table has no such column
     */
    public static NewRow prepare(Project project, NewRowKind kind, Map<String, String> cells) {
        Schemas schemas = Schemas.read(project.schema());
        TableSchema schema = schemas.table(kind.table());
        for (String column : cells.keySet()) {
            if (!schema.columnNames().contains(column) || (column.equals("id") && !kind.takesId())) {
                throw new NotFoundException("The table of " + kind.table() + " has no column to set called " + column
                        + "." + Nearest.of(column, schema.columnNames())
                                .map(name -> " Did you mean " + name + "?")
                                .orElse(""));
            }
        }
        Problems problems = new Problems();
        Map<String, Table> tables = new LinkedHashMap<>();
        TableReader reader = new TableReader(problems);
        for (TableSchema table : schemas.tables()) {
            Path place = project.data().resolve(table.fileName());
            tables.put(table.name(), reader.read(place, project.shown(place), table));
        }
        Map<String, String> values = new LinkedHashMap<>(kind.usual(cells, tables));
        kind.id(cells, tables).ifPresent(id -> values.put("id", id));
        values.putAll(cells);
        if (kind == NewRowKind.TRIAL) {
            values.replaceAll((column, text) -> conceptsFor(column, text, tables.get(TRIAL_WORDS)));
        }
        Path file = project.data().resolve(schema.fileName());
        List<String> header = header(file);
        String line = CsvWriter.record(
                header.stream().map(column -> values.getOrDefault(column, "")).toList());
        byte[] extended = extend(file, line);
        Problems found = new Problems();
        tables.put(kind.table(), new TableReader(found).read(extended, project.shown(file), schema));
        new CurationReader(schemas, terms(project, found), found).assemble(tables);
        List<Row> rows = tables.get(kind.table()).rows();
        int row = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).place().line();
        List<Problem> ofRow = found.sorted().stream()
                .filter(problem -> problem.place().file().equals(project.shown(file))
                        && problem.place().line() == row)
                .toList();
        return new NewRow(file, extended, line, ofRow);
    }

    /** A cell with the words of registries replaced by the concepts that the table of words gives for that column. */
    private static String conceptsFor(String column, String text, Table words) {
        return Arrays.stream(text.split("\\|", -1))
                .map(value -> words.rows().stream()
                        .filter(row -> row.text("column").equals(column) && row.text("word").equalsIgnoreCase(value))
                        .map(row -> row.text("concept"))
                        .findFirst()
                        .orElse(value))
                .collect(Collectors.joining("|"));
    }

    /** The row as it stands in the file, without its line end. */
    public String line() {
        return line;
    }

    /** What is wrong with the row. */
    public List<Problem> problems() {
        return problems;
    }

    /** Adds the row to the table; the file changes in one step. */
    public void append() {
        try {
            AtomicFile.write(file, extended);
        } catch (IOException e) {
            throw new EnvironmentException("The file " + file + " cannot be written.", e);
        }
    }

    private static List<String> header(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            Optional<String> first = lines.findFirst();
            return first.map(line -> List.of(line.strip().split(","))).orElse(List.of());
        } catch (IOException e) {
            throw new EnvironmentException("The file " + file + " cannot be read.", e);
        }
    }

    private static byte[] extend(Path file, String line) {
        try {
            byte[] before = Files.readAllBytes(file);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(before);
            if (before.length > 0 && before[before.length - 1] != '\n') {
                bytes.write('\n');
            }
            bytes.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new EnvironmentException("The file " + file + " cannot be read.", e);
        }
    }

    private static Terms terms(Project project, Problems problems) {
        Graph ontology = GraphMemFactory.createDefaultGraph();
        project.readOntologyInto(ontology, problems);
        return Terms.of(ontology);
    }
}
