// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diastem.model.Term;
import org.diastem.table.Table;

/** The identifiers that each table declares, and how a cell's text names one of them. */
final class Identifiers {
    /** The IRI prefix of the individuals of a table. */
    private static final Map<String, String> TABLE_OF_KIND = Map.of(
            "document", "documents",
            "section", "sections",
            "line", "lines",
            "figure", "figures",
            "table", "tables",
            "agent", "agents",
            "registry", "registries");

    private final Map<String, Set<String>> byTable;

    private Identifiers(Map<String, Set<String>> byTable) {
        this.byTable = byTable;
    }

    static Identifiers of(Map<String, Table> tables) {
        Map<String, Set<String>> byTable = new LinkedHashMap<>();
        tables.forEach((name, table) -> byTable.put(
                name,
                table.rows().stream()
                        .map(row -> row.text(table.schema().key().name()))
                        .collect(Collectors.toCollection(TreeSet::new))));
        return new Identifiers(byTable);
    }

    boolean has(String table, String identifier) {
        return of(table).contains(identifier);
    }

    Set<String> of(String table) {
        return byTable.getOrDefault(table, Set.of());
    }

    /** The individuals as cells write them: {@code figure:F1}. */
    Collection<String> individuals() {
        Set<String> all = new TreeSet<>();
        TABLE_OF_KIND.forEach((kind, table) -> of(table).forEach(id -> all.add(kind + ":" + id)));
        return all;
    }

    /** The claim, group or declared individual that a text names; empty for anything else. */
    Optional<Term> individual(String text) {
        if (has("claims", text)) {
            return Optional.of(new Term.ClaimRef(text));
        }
        if (has("groups", text)) {
            return Optional.of(new Term.GroupRef(text));
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String kind = text.substring(0, colon);
        String name = text.substring(colon + 1);
        return TABLE_OF_KIND.containsKey(kind) && has(TABLE_OF_KIND.get(kind), name)
                ? Optional.of(new Term.Individual(kind, name))
                : Optional.empty();
    }
}
