// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diastem.problem.Problem;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
    private final Problems problems = new Problems();

    @Test
    void cells_know_where_they_begin_in_unicode_characters() {
        List<List<Cell>> records = read("id,text\r\nA,\"𠀀,x\",干\n\nB,,\n");
        assertEquals(3, records.size());
        assertEquals("𠀀,x", records.get(1).get(1).text());
        assertEquals("f.csv:2:3", records.get(1).get(1).place().toString());
        assertEquals("f.csv:2:9", records.get(1).get(2).place().toString());
        assertEquals("f.csv:4:3", records.get(2).get(1).place().toString());
        assertTrue(problems.isEmpty());
    }

    @Test
    void a_doubled_quote_is_one() {
        assertEquals("say \"yes\"", read("\"say \"\"yes\"\"\"").get(0).get(0).text());
    }

    @Test
    void the_last_line_end_may_be_missing() {
        assertEquals(read("a,b\n"), read("a,b"));
    }

    @Test
    void text_after_a_closing_quote_is_a_problem() {
        read("\"a\"b,c\n");
        assertEquals(List.of(ProblemCode.STRAY_QUOTE), codes());
    }

    @Test
    void bad_bytes_are_reported_with_their_place() {
        byte[] bytes = "id\nx干?\n".getBytes(StandardCharsets.UTF_8);
        bytes[7] = (byte) 0xFF;
        assertTrue(CsvReader.read(bytes, "f.csv", ',', problems).isEmpty());
        assertEquals("f.csv:2:3", problems.sorted().get(0).place().toString());
    }

    private List<List<Cell>> read(String text) {
        return CsvReader.read(text.getBytes(StandardCharsets.UTF_8), "f.csv", ',', problems);
    }

    private List<ProblemCode> codes() {
        return problems.sorted().stream().map(Problem::code).toList();
    }
}
