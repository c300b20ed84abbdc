// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.diastem.model.Bilingual;
import org.diastem.problem.Problems;
import org.diastem.table.Cell;
import org.diastem.table.CsvReader;
import org.diastem.vocab.Dia;

/**
 * A row of the evidence matrix: mechanisms or outcomes that are looked at together. Rows may overlap.
 *
 * @param classes a claim belongs to the row if its object is one of these or below one of these
 */
public record MatrixRow(String id, Bilingual label, List<Node> classes) {
    private static final String TABLE = "matrix.csv";
    private static final List<MatrixRow> ALL = read();

    public MatrixRow {
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
        classes = List.copyOf(classes);
    }

    static List<MatrixRow> all() {
        return ALL;
    }

    static Optional<MatrixRow> of(String id) {
        return ALL.stream().filter(row -> row.id.equals(id)).findFirst();
    }

    private static List<MatrixRow> read() {
        Problems problems = new Problems();
        try (InputStream in = MatrixRow.class.getResourceAsStream(TABLE)) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return CsvReader.read(bytes, TABLE, ',', problems).stream()
                    .skip(1)
                    .map(cells -> cells.stream().map(Cell::text).toList())
                    .map(cells -> new MatrixRow(
                            cells.get(0),
                            new Bilingual(cells.get(1), cells.get(2)),
                            Arrays.stream(cells.get(3).split(" ")).map(Dia::term).toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program", e);
        }
    }
}
