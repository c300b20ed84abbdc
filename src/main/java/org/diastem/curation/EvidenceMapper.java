// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diastem.model.Bilingual;
import org.diastem.model.Effect;
import org.diastem.model.EvidenceItem;
import org.diastem.model.EvidenceLine;
import org.diastem.model.PlainValue;
import org.diastem.model.Qualifier;
import org.diastem.model.Reference;
import org.diastem.model.Term;
import org.diastem.model.Trial;
import org.diastem.table.Row;

/** Turns checked rows of publications, evidence lines and trials into records. */
final class EvidenceMapper {
    private static final List<String> DIMENSIONS = List.of(
            "disease", "species", "modelSystem", "lineCellSource", "lineProduct", "route", "endpoint",
            "lineComparator");

    /** Columns of trials whose property has another name. */
    private static final Map<String, String> PROPERTY_OF_COLUMN = Map.of("state", "trialState");

    private static final List<String> TRIAL_TERMS =
            List.of("donor", "product", "route", "phase", "state", "matchKind", "secondReading");
    private static final List<String> TRIAL_TEXTS =
            List.of("dose", "stateNote", "sponsor", "reportedOutcome", "seenFields");
    private static final List<String> TRIAL_NUMBERS = List.of("enrollment", "startYear", "completionYear");

    Reference reference(Row row) {
        return new Reference(
                row.text("id"),
                row.optional("doi"),
                row.optional("pmid"),
                row.optional("pmcid"),
                row.text("title"),
                row.optional("firstAuthor"),
                row.number("year"),
                row.text("yearBasis"),
                row.optional("journal"),
                row.optional("journalBasis"),
                row.text("studyType"),
                row.cell("species").values(),
                number(row, "participants"),
                row.text("page"),
                row.text("seenFields"));
    }

    EvidenceLine line(Row row) {
        EvidenceItem item = row.optional("reference")
                .<EvidenceItem>map(EvidenceItem.Publication::new)
                .orElseGet(() -> new EvidenceItem.RegisteredTrial(row.text("trial")));
        List<Qualifier> dimensions = new ArrayList<>();
        DIMENSIONS.forEach(column -> addTerms(row, column, column, dimensions));
        return new EvidenceLine(
                row.text("id"),
                row.text("claim"),
                item,
                row.text("direction"),
                row.text("directness"),
                row.text("judgement"),
                dimensions,
                row.text("studyType"),
                number(row, "sampleSize"),
                row.optional("sampleNote"),
                effect(row),
                new Bilingual(row.text("finding_en"), row.text("finding_zh")),
                row.cell("seenAt").values(),
                row.text("seenOn"),
                row.text("curatedBy"),
                row.text("secondReading"));
    }

    private static Effect effect(Row row) {
        return new Effect(
                row.optional("effectMeasure"),
                row.optional("effectValue"),
                row.optional("effectUnit"),
                row.optional("interval"),
                row.optional("pValue"),
                row.optional("effectNote"));
    }

    Trial trial(Row row) {
        return trial(row, false);
    }

    /** A record outside the scope. */
    Trial adjacentTrial(Row row) {
        return trial(row, true);
    }

    private static Trial trial(Row row, boolean outside) {
        List<Qualifier> facts = new ArrayList<>();
        for (String column : TRIAL_TERMS) {
            addTerms(row, column, PROPERTY_OF_COLUMN.getOrDefault(column, column), facts);
        }
        TRIAL_TEXTS.forEach(
                column -> addPlain(row.optional(column).stream().toList(), column, PlainValue.Kind.TEXT, facts));
        addPlain(row.cell("country").values(), "country", PlainValue.Kind.TEXT, facts);
        TRIAL_NUMBERS.forEach(
                column -> addPlain(row.optional(column).stream().toList(), column, PlainValue.Kind.INTEGER, facts));
        return new Trial(
                row.text("id"),
                outside ? row.text("identifier") : row.text("id"),
                outside ? row.optional("scope") : Optional.empty(),
                new Bilingual(row.text("title_en"), row.text("title_zh")),
                row.cell("condition").values(),
                row.cell("cellSource").values(),
                facts,
                row.optional("stateSeen"),
                row.cell("resultPublication").values(),
                row.cell("page").values(),
                row.optional("secondPage"),
                row.optional("note"));
    }

    private static void addTerms(Row row, String column, String property, List<Qualifier> qualifiers) {
        row.cell(column).values().forEach(value -> qualifiers.add(new Qualifier(property, new Term.Concept(value))));
    }

    private static void addPlain(
            List<String> values, String property, PlainValue.Kind kind, List<Qualifier> qualifiers) {
        values.forEach(value -> qualifiers.add(new Qualifier(property, new PlainValue(value, kind))));
    }

    private static Optional<Integer> number(Row row, String column) {
        return row.optional(column).map(Integer::valueOf);
    }
}
