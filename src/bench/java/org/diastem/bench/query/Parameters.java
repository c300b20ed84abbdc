// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the placeholders of queries stand for, taken from the claims of a project in a fixed way: claims at even
 * distances,
 * and concepts that some but not very many claims are about.
 */
public final class Parameters {
    private static final int ROTATED = 16;
    private static final int LISTED = 1_000;
    private static final int FEWEST_USES = 3;

    private final List<String> claims;
    private final List<String> concepts;
    private final String list;

    private Parameters(List<String> claims, List<String> concepts, String list) {
        this.claims = claims;
        this.concepts = concepts;
        this.list = list;
    }

    /** @throws IOException if the project's claims cannot be read */
    public static Parameters of(Path project) throws IOException {
        List<String> ids = new ArrayList<>();
        Map<String, Integer> uses = new TreeMap<>();
        try (BufferedReader rows = Files.newBufferedReader(project.resolve("data/claims.csv"),
                StandardCharsets.UTF_8)) {
            rows.readLine();
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                // Identifiers and names of concepts are never quoted.
                String[] cells = row.split(",", 5);
                ids.add(cells[0]);
                if (cells[1].matches("[A-Z][A-Za-z]+")) {
                    uses.merge(cells[1], 1, Integer::sum);
                }
            }
        }
        List<String> used = uses.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST_USES)
                .map(Map.Entry::getKey)
                .toList();
        String list = spread(ids, LISTED).stream().map(id -> "claim:" + id).collect(Collectors.joining(" "));
        return new Parameters(spread(ids, ROTATED), spread(used, ROTATED), list);
    }

    private static List<String> spread(List<String> all, int number) {
        List<String> some = new ArrayList<>();
        int taken = Math.min(number, all.size());
        for (int i = 0; i < taken; i++) {
            some.add(all.get((int) ((2L * i + 1) * all.size() / (2L * taken))));
        }
        return some;
    }

    String fill(String text, int run) {
        return text.replace("%CLAIMS%", list)
                .replace("%CLAIM%", claims.get(run % claims.size()))
                .replace("%CONCEPT%", concepts.get(run % concepts.size()));
    }
}
