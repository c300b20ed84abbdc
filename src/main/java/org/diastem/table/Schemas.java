// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Problem;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;

/**
 * The description of all tables, read from {@code data/schema/columns.csv} and {@code datatypes.csv}. A schema that
 * cannot be read is a fault of the installation, so it is thrown, not collected.
 */
public final class Schemas {
    private static final List<String> DATATYPE_COLUMNS =
            List.of("name", "kind", "target", "pattern", "problem", "example", "meaning_en", "meaning_zh");
    private static final List<String> COLUMN_COLUMNS =
            List.of("table", "column", "required", "many", "datatype", "meaning_en", "meaning_zh");

    private final Map<String, Datatype> datatypes;
    private final Map<String, TableSchema> tables;

    private Schemas(Map<String, Datatype> datatypes, Map<String, TableSchema> tables) {
        this.datatypes = datatypes;
        this.tables = tables;
    }

    /**
     * Reads the schema of all tables.
     *
     * @param schemaFolder the folder with {@code columns.csv} and {@code datatypes.csv}
     * @throws EnvironmentException if a file is missing or wrong; the message says where
     */
    public static Schemas read(Path schemaFolder) {
        Map<String, Datatype> datatypes = new LinkedHashMap<>();
        for (Map<String, String> row : rows(schemaFolder.resolve("datatypes.csv"), DATATYPE_COLUMNS)) {
            datatypes.put(row.get("name"), datatype(row));
        }
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        for (Map<String, String> row : rows(schemaFolder.resolve("columns.csv"), COLUMN_COLUMNS)) {
            Datatype datatype = datatypes.get(row.get("datatype"));
            if (datatype == null) {
                throw new EnvironmentException("columns.csv: column " + row.get("column") + " of table "
                        + row.get("table") + " has the unknown datatype " + row.get("datatype") + ".");
            }
            columns.computeIfAbsent(row.get("table"), name -> new ArrayList<>())
                    .add(new Column(
                            row.get("table"),
                            row.get("column"),
                            row.get("required").equals("yes"),
                            row.get("many").equals("yes"),
                            datatype,
                            row.get("meaning_en"),
                            row.get("meaning_zh")));
        }
        Map<String, TableSchema> tables = new LinkedHashMap<>();
        columns.forEach((name, list) -> tables.put(name, new TableSchema(name, list)));
        return new Schemas(datatypes, tables);
    }

    private static Datatype datatype(Map<String, String> row) {
        try {
            return new Datatype(
                    row.get("name"),
                    Datatype.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                    row.get("target"),
                    row.get("pattern").isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(row.get("pattern"))),
                    ProblemCode.valueOf(row.get("problem").toUpperCase(Locale.ROOT).replace('-', '_')),
                    row.get("example"));
        } catch (PatternSyntaxException e) {
            throw new EnvironmentException(
                    "datatypes.csv: the pattern of " + row.get("name") + " is no regular expression.", e);
        } catch (IllegalArgumentException e) {
            throw new EnvironmentException(
                    "datatypes.csv: " + row.get("name") + " has an unknown kind or problem code.", e);
        }
    }

    private static List<Map<String, String>> rows(Path file, List<String> wanted) {
        Problems problems = new Problems();
        List<List<Cell>> records;
        try {
            records = CsvReader.read(Files.readAllBytes(file), file.getFileName().toString(), ',', problems);
        } catch (IOException e) {
            throw new EnvironmentException("The schema file " + file + " cannot be read.", e);
        }
        List<String> header = records.isEmpty() ? List.of() : records.get(0).stream().map(Cell::text).toList();
        if (!header.equals(wanted)) {
            throw new EnvironmentException(file.getFileName() + " must have the columns " + String.join(", ", wanted));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<Cell> record : records.subList(1, records.size())) {
            if (record.size() != wanted.size()) {
                throw new EnvironmentException(record.get(0).place() + ": wrong number of cells.");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < wanted.size(); i++) {
                row.put(wanted.get(i), record.get(i).text());
            }
            rows.add(row);
        }
        for (Problem problem : problems.sorted()) {
            throw new EnvironmentException(problem.message());
        }
        return rows;
    }

    /**
     * The schema of a table.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public TableSchema table(String name) {
        TableSchema schema = tables.get(name);
        if (schema == null) {
            throw new IllegalArgumentException("no table " + name + " in the schema");
        }
        return schema;
    }

    public List<TableSchema> tables() {
        return List.copyOf(tables.values());
    }

    public List<Datatype> datatypes() {
        return List.copyOf(datatypes.values());
    }
}
