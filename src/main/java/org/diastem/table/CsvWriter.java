// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import java.util.List;
import java.util.stream.Collectors;

/** Writes RFC 4180 records that {@link CsvReader} reads back to the same cells. */
public final class CsvWriter {
    private CsvWriter() {}

    /** One record without its line end; a cell is quoted only where it must be. */
    public static String record(List<String> cells) {
        return cells.stream().map(CsvWriter::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
