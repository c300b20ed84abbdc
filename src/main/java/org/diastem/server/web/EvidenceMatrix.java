// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diastem.model.Bilingual;
import org.diastem.path.Strength;
import org.diastem.server.page.ClaimTable;

/** Topics of the organ sections across, mechanisms and outcomes down. */
public record EvidenceMatrix(List<ClaimTable.Topic> topics, List<Line> lines) {
    /** A row with a cell for each topic. */
    public record Line(String id, Bilingual label, List<Cell> cells) {
        public Line {
            Objects.requireNonNull(id);
            Objects.requireNonNull(label);
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param claims how many there are; none is a gap
     * @param strongest evidence for any of them
     * @param contested how many of them are contested
     */
    public record Cell(ClaimFilter filter, int claims, Strength strongest, int contested) {
        public Cell {
            Objects.requireNonNull(filter);
            Objects.requireNonNull(strongest);
        }
    }

    public EvidenceMatrix {
        topics = List.copyOf(topics);
        lines = List.copyOf(lines);
    }

    static EvidenceMatrix of(ClaimTable table) {
        return new EvidenceMatrix(
                table.topics(),
                MatrixRow.all().stream()
                        .map(row -> new Line(
                                row.id(),
                                row.label(),
                                table.topics().stream().map(topic -> cell(table, topic, row)).toList()))
                        .toList());
    }

    private static Cell cell(ClaimTable table, ClaimTable.Topic topic, MatrixRow row) {
        ClaimFilter filter =
                new ClaimFilter(Optional.of(topic), Optional.of(row), Optional.empty(), Optional.empty(), false);
        List<ClaimTable.Row> claims = filter.of(table);
        return new Cell(
                filter,
                claims.size(),
                claims.stream().map(ClaimTable.Row::strength).max(Comparator.naturalOrder()).orElse(Strength.NONE),
                (int) claims.stream().filter(ClaimTable.Row::contested).count());
    }
}
