// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diastem.model.ClaimGroup;
import org.diastem.model.CuratedData;
import org.diastem.model.CurationLogEntry;
import org.diastem.model.SourceThing;
import org.diastem.model.Tension;
import org.diastem.model.Uncovered;
import org.diastem.problem.Place;
import org.diastem.problem.Problems;
import org.diastem.table.Row;
import org.diastem.table.Schemas;
import org.diastem.table.Table;
import org.diastem.table.TableReader;
import org.diastem.table.TableSchema;

/** Reads all tables of the data folder into records, or reports every problem that stands in the way. */
public final class CurationReader {
    private final Schemas schemas;
    private final Terms terms;
    private final Problems problems;

    public CurationReader(Schemas schemas, Terms terms, Problems problems) {
        this.schemas = schemas;
        this.terms = terms;
        this.problems = problems;
    }

    /**
     * The data, if the tables have no error; warnings are collected and do not stop it. The order of rows in the files
     * does not matter: records come in the order of their identifiers.
     *
     * @param shownFolder the data folder's name in problems
     */
    public Optional<CuratedData> read(Path dataFolder, String shownFolder) {
        Map<String, Table> tables = new LinkedHashMap<>();
        TableReader reader = new TableReader(problems);
        for (TableSchema schema : schemas.tables()) {
            String file = schema.fileName();
            tables.put(schema.name(), reader.read(dataFolder.resolve(file), shownFolder + "/" + file, schema));
        }
        return assemble(tables);
    }

    /** The same from tables that were read already. */
    public Optional<CuratedData> assemble(Map<String, Table> tables) {
        Identifiers identifiers = Identifiers.of(tables);
        new ReferenceChecks(terms, identifiers, problems).check(tables.values());
        new ClaimChecks(terms, tables, problems).check();
        new EvidenceChecks(tables, problems).check();
        new RetirementChecks(tables, identifiers, problems).check();
        return problems.hasErrors() ? Optional.empty() : Optional.of(records(tables, identifiers));
    }

    private CuratedData records(Map<String, Table> tables, Identifiers identifiers) {
        RowMapper mapper = new RowMapper(identifiers);
        List<SourceThing> sources = new ArrayList<>();
        rows(tables, "documents").forEach(row -> sources.add(mapper.document(row)));
        rows(tables, "sections").forEach(row -> sources.add(mapper.section(row)));
        rows(tables, "lines").stream()
                .sorted(Comparator.comparingInt(row -> row.number("number")))
                .forEach(row -> sources.add(mapper.line(row)));
        rows(tables, "figures").forEach(row -> sources.add(mapper.figure(row)));
        rows(tables, "tables").forEach(row -> sources.add(mapper.table(row)));
        rows(tables, "agents").forEach(row -> sources.add(mapper.agent(row)));
        rows(tables, "registries").forEach(row -> sources.add(mapper.registry(row)));
        EvidenceMapper evidence = new EvidenceMapper();
        List<ClaimGroup> groups = rows(tables, "groups").stream()
                .map(row -> new ClaimGroup(row.text("id"), row.text("listKind")))
                .toList();
        List<Tension> tensions = rows(tables, "tensions").stream().map(mapper::tension).toList();
        List<Uncovered> uncovered = rows(tables, "uncovered").stream().map(mapper::uncovered).toList();
        List<CurationLogEntry> log = rows(tables, "curation-log").stream().map(mapper::logEntry).toList();
        return new CuratedData(
                sources,
                rows(tables, "claims").stream().map(mapper::claim).toList(),
                groups,
                tensions,
                uncovered,
                log,
                rows(tables, "references").stream().map(evidence::reference).toList(),
                rows(tables, "evidence").stream().map(evidence::line).toList(),
                Stream.concat(
                                rows(tables, "trials").stream().map(evidence::trial),
                                rows(tables, "adjacent-trials").stream().map(evidence::adjacentTrial))
                        .toList(),
                rows(tables, "retired").stream().map(RowMapper::retired).toList(),
                rows(tables, "releases").stream().map(RowMapper::earlierRelease).sorted().toList(),
                places(tables));
    }

    private static List<Row> rows(Map<String, Table> tables, String name) {
        Table table = tables.get(name);
        String key = table.schema().key().name();
        return table.rows().stream().sorted(Comparator.comparing(row -> row.text(key))).toList();
    }

    private static Map<String, Place> places(Map<String, Table> tables) {
        Map<String, Place> places = new LinkedHashMap<>();
        tables.forEach((name, table) -> table.rows()
                .forEach(row -> places.put(
                        name + "/" + row.text(table.schema().key().name()), row.place())));
        return places;
    }
}
