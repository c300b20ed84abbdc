// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diastem.model.Bilingual;
import org.diastem.model.Certainty;
import org.diastem.model.Claim;
import org.diastem.model.CurationLogEntry;
import org.diastem.model.EarlierRelease;
import org.diastem.model.Filler;
import org.diastem.model.PlainValue;
import org.diastem.model.Polarity;
import org.diastem.model.Qualifier;
import org.diastem.model.RetiredRecord;
import org.diastem.model.SourcePlace;
import org.diastem.model.SourceThing;
import org.diastem.model.Tension;
import org.diastem.model.Term;
import org.diastem.model.Uncovered;
import org.diastem.table.Row;

/** Turns checked rows into records. A pure function of the row and of the identifiers that exist. */
final class RowMapper {
    /** Qualifiers whose values are terms: concepts, individuals, claims or groups. */
    private static final List<String> TERM_QUALIFIERS = List.of(
            "inContextOf", "cellSource", "product", "inTissue", "inModel", "viaRoute", "via", "recipient", "byAgent",
            "fromState", "toState", "underCondition", "despite", "because", "comparator", "comparisonAspect",
            "comparisonDirection", "regarding", "population", "purpose", "manner", "emphasis", "degree", "quantifier",
            "rank", "valence", "oppositeUnderOtherCondition", "exampleOf");

    private static final List<String> CHINESE_QUALIFIERS = List.of("rhetoric", "sourceWording");

    private final Identifiers identifiers;

    RowMapper(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    Claim claim(Row row) {
        return new Claim(
                row.text("id"),
                term(row.text("subject")),
                row.text("predicate"),
                row.optional("object").<Filler>map(this::term).orElseGet(() -> value(row)),
                row.optional("unit"),
                Polarity.ofTerm(row.text("polarity")),
                Certainty.ofTerm(row.text("certainty")),
                row.text("statedEvidence"),
                place(row),
                row.optional("group"),
                row.optional("restates"),
                qualifiers(row),
                statement(row));
    }

    private SourcePlace place(Row row) {
        return new SourcePlace(
                row.text("section"),
                row.number("line"),
                row.number("start"),
                row.number("end"),
                row.text("locus"),
                row.optional("figure"),
                row.optional("table"),
                row.optional("quote"));
    }

    private List<Qualifier> qualifiers(Row row) {
        List<Qualifier> qualifiers = new ArrayList<>();
        for (String property : TERM_QUALIFIERS) {
            for (String value : row.cell(property).values()) {
                qualifiers.add(new Qualifier(property, term(value)));
            }
        }
        for (String value : row.cell("timing").values()) {
            qualifiers.add(new Qualifier(
                    "timing",
                    Character.isDigit(value.charAt(0)) ? new PlainValue(value, PlainValue.Kind.INTEGER) : term(value)));
        }
        for (String property : CHINESE_QUALIFIERS) {
            for (String value : row.cell(property).values()) {
                qualifiers.add(new Qualifier(property, new PlainValue(value, PlainValue.Kind.CHINESE_TEXT)));
            }
        }
        row.optional("quantity")
                .ifPresent(number ->
                        qualifiers.add(new Qualifier("quantity", new PlainValue(number, PlainValue.Kind.DECIMAL))));
        return qualifiers;
    }

    private static PlainValue value(Row row) {
        PlainValue.Kind kind =
                switch (row.text("valueType")) {
                    case "integer", "year" -> PlainValue.Kind.INTEGER;
                    case "decimal" -> PlainValue.Kind.DECIMAL;
                    case "date" -> PlainValue.Kind.DATE;
                    case "iri" -> PlainValue.Kind.IRI;
                    default -> PlainValue.Kind.TEXT;
                };
        return new PlainValue(row.text("value"), kind);
    }

    private Term term(String text) {
        return ReferenceChecks.term(text, identifiers);
    }

    private static Bilingual statement(Row row) {
        return new Bilingual(row.text("statement_en"), row.text("statement_zh"));
    }

    private static Bilingual label(Row row) {
        return new Bilingual(row.text("label_en"), row.text("label_zh"));
    }

    Tension tension(Row row) {
        return new Tension(row.text("id"), row.text("first"), row.text("second"), row.text("reason"), statement(row));
    }

    Uncovered uncovered(Row row) {
        return new Uncovered(
                row.text("id"),
                row.number("line"),
                row.number("start"),
                row.number("end"),
                row.text("reason"),
                new Bilingual(row.text("note_en"), row.text("note_zh")));
    }

    CurationLogEntry logEntry(Row row) {
        return new CurationLogEntry(
                row.text("id"),
                row.text("claim"),
                row.text("section"),
                row.text("outcome"),
                row.text("field"),
                row.text("before"),
                row.text("after"),
                row.text("why"));
    }

    static RetiredRecord retired(Row row) {
        return new RetiredRecord(
                row.text("id"),
                row.text("kind"),
                row.cell("replacedBy").values(),
                row.text("since"),
                new Bilingual(row.text("reason_en"), row.text("reason_zh")));
    }

    static EarlierRelease earlierRelease(Row row) {
        return new EarlierRelease(row.text("version"), row.text("compatible").equals("yes"));
    }

    SourceThing.Document document(Row row) {
        return new SourceThing.Document(
                row.text("id"),
                row.cell("types").values(),
                label(row),
                row.optional("sameAs"),
                row.optional("language"),
                row.optional("partOf"));
    }

    SourceThing.Section section(Row row) {
        return new SourceThing.Section(
                row.text("id"),
                row.text("document"),
                row.number("firstLine"),
                row.number("lastLine"),
                label(row),
                row.optional("topic"));
    }

    SourceThing.Line line(Row row) {
        return new SourceThing.Line(
                row.text("id"),
                row.number("number"),
                row.text("section"),
                row.text("role"),
                row.number("length"),
                row.text("sha256"));
    }

    SourceThing.Figure figure(Row row) {
        return new SourceThing.Figure(
                row.text("id"), row.text("section"), row.number("line"), label(row), row.cell("depicts").values());
    }

    SourceThing.SourceTable table(Row row) {
        return new SourceThing.SourceTable(
                row.text("id"),
                row.text("section"),
                row.number("line"),
                label(row),
                row.text("rowsPresent").equals("yes"),
                new Bilingual(row.text("note_en"), row.text("note_zh")));
    }

    SourceThing.Agent agent(Row row) {
        Optional<Bilingual> note = row.optional("note_en").map(en -> new Bilingual(en, row.text("note_zh")));
        return new SourceThing.Agent(row.text("id"), row.text("kind").equals("Person"), label(row), note);
    }

    SourceThing.Registry registry(Row row) {
        return new SourceThing.Registry(row.text("id"), label(row), row.text("homepage"));
    }
}
