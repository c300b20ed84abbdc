// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diastem.problem.Problems;
import org.diastem.table.Cell;
import org.diastem.table.CsvReader;

/** A table of the real project as texts: its columns in order, and each row by column. */
record SourceTable(List<String> columns, List<Map<String, String>> rows) {
    /** @throws IOException if the file cannot be read, or is no table */
    static SourceTable read(Path file, char separator) throws IOException {
        Problems problems = new Problems();
        List<List<Cell>> records = CsvReader.read(Files.readAllBytes(file), file.toString(), separator, problems);
        if (problems.hasErrors() || records.isEmpty()) {
            throw new IOException(file + " is no table");
        }
        List<String> columns = records.get(0).stream().map(Cell::text).toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<Cell> record : records.subList(1, records.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), record.get(i).text());
            }
            rows.add(row);
        }
        return new SourceTable(columns, rows);
    }

    /** The same of a table whose first lines are comments. */
    static SourceTable readTabbed(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> columns = List.of(lines.get(0).split("\t", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), i < cells.length ? cells[i] : "");
            }
            rows.add(row);
        }
        return new SourceTable(columns, rows);
    }
}
