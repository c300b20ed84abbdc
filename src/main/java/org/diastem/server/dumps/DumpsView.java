// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.dumps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diastem.export.Dump;
import org.diastem.export.DumpFacts;
import org.diastem.server.page.Page;

/** The list of dumps for people. */
public record DumpsView(List<Line> lines) {
    /** A dump, and what is in it, in words. */
    public record Line(String file, String content, DumpFacts facts) {
        public Line {
            Objects.requireNonNull(file);
            Objects.requireNonNull(content);
            Objects.requireNonNull(facts);
        }
    }

    public DumpsView {
        lines = List.copyOf(lines);
    }

    /** @param dumps in the order of the page */
    static DumpsView of(Map<Dump, DumpFacts> dumps, Page page) {
        List<Line> lines = new ArrayList<>();
        dumps.forEach((dump, facts) -> lines.add(new Line(dump.fileName(), content(dump, page), facts)));
        return new DumpsView(lines);
    }

    private static String content(Dump dump, Page page) {
        return dump.graph()
                .map(graph -> page.either(graph.meaningEn(), graph.meaningZh()))
                .orElseGet(() -> switch (dump.format()) {
                    case NQUADS, TRIG, JSONLD -> page.say("dumps.named");
                    default -> page.say("dumps.together");
                });
    }
}
