// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.diastem.problem.Problems;

class CsvRoundTripTest {
    @Property(seed = "20251115", tries = 500)
    void what_was_written_is_read_back(@ForAll("records") List<List<String>> records) {
        Problems problems = new Problems();
        List<List<Cell>> read = CsvReader.read(text(records).getBytes(StandardCharsets.UTF_8), "f.csv", ',', problems);
        assertEquals(records, read.stream().map(cells -> cells.stream().map(Cell::text).toList()).toList());
        assertTrue(problems.isEmpty());
    }

    @Property(seed = "20251115", tries = 500)
    void another_library_reads_the_same(@ForAll("records") List<List<String>> records) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text(records)), CSVFormat.RFC4180)) {
            List<List<String>> read = new ArrayList<>();
            for (CSVRecord parsed : parser) {
                read.add(parsed.toList());
            }
            assertEquals(records, read);
        }
    }

    /** Records of two to five cells; the first is not empty, as identifiers never are. */
    @Provide
    Arbitrary<List<List<String>>> records() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars(',', '"', ' ', '|', 'a', 'Z', '0', '干', '细', 'β', '\u200B')
                .ofMaxLength(12);
        Arbitrary<String> first = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5);
        Arbitrary<List<String>> record = first.flatMap(id -> cell.list().ofMinSize(1).ofMaxSize(4).map(rest -> {
            List<String> cells = new ArrayList<>(List.of(id));
            cells.addAll(rest);
            return cells;
        }));
        return record.list().ofMaxSize(6);
    }

    private static String text(List<List<String>> records) {
        StringBuilder text = new StringBuilder();
        records.forEach(record -> text.append(CsvWriter.record(record)).append('\n'));
        return text.toString();
    }
}
