// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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

    private final Map<String, List<String>> retired;

    private Identifiers(Map<String, Set<String>> byTable, Map<String, List<String>> retired) {
        this.byTable = byTable;
        this.retired = retired;
    }

    static Identifiers of(Map<String, Table> tables) {
        Map<String, Set<String>> byTable = new LinkedHashMap<>();
        tables.forEach((name, table) -> byTable.put(
                name,
                table.rows().stream()
                        .map(row -> row.text(table.schema().key().name()))
                        .collect(Collectors.toCollection(TreeSet::new))));
        Map<String, List<String>> retired = new LinkedHashMap<>();
        tables.get("retired").rows().forEach(row -> retired.put(row.text("id"), row.cell("replacedBy").values()));
        return new Identifiers(byTable, retired);
    }

    boolean has(String table, String identifier) {
        return of(table).contains(identifier);
    }

    Set<String> of(String table) {
        return byTable.getOrDefault(table, Set.of());
    }

    /** What replaces a retired identifier, which may be nothing; empty if it is not a retired one. */
    Optional<List<String>> replacements(String identifier) {
        return Optional.ofNullable(retired.get(identifier));
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
