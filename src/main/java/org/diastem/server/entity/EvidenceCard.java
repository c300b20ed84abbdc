// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.diastem.path.Strength;
import org.diastem.server.page.ClaimTable;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/**
 * An evidence line with the publication that it rests on.
 *
 * @param id as C0035-1
 * @param style the class of the style sheet for its side: {@code for}, {@code against} or {@code background}
 * @param finding in the language of the page
 * @param source its publication; empty on the page of that
 * @param claim its claim; empty on the page of that
 */
public record EvidenceCard(
        String id,
        Value.Mention self,
        String style,
        String direction,
        Optional<Strength> level,
        String finding,
        Optional<Source> source,
        List<Fact> study,
        List<Fact> record,
        Optional<ClaimTable.Row> claim) {
    private static final Node BACKGROUND = Dia.term("Background");
    private static final Node CONTRADICTS = Dia.term("Contradicts");

    private static final List<Node> STUDY = Look.terms(
            "studyType", "directness", "species", "modelSystem", "population", "lineCellSource", "lineProduct",
            "lineComparator", "disease", "endpoint", "route", "dose", "sampleSize", "sampleNote");
    private static final List<Node> EFFECT = List.of(
            Dia.EFFECT_MEASURE, Dia.EFFECT_VALUE, Dia.EFFECT_UNIT, Dia.INTERVAL, Dia.P_VALUE, Dia.EFFECT_NOTE);
    private static final List<Node> RECORD =
            List.of(Dia.JUDGEMENT, Dia.SECOND_READING, Dia.SEEN_AT, Dia.SEEN_ON, Dia.CURATED_BY);
    private static final Set<Node> TOLD_ELSEWHERE = Set.of(
            RDF.type.asNode(),
            Dia.FOR_CLAIM,
            Dia.EVIDENCE_ITEM,
            Dia.DIRECTION,
            Dia.FINDING,
            Dia.term("lineLevel"),
            Foreign.PROV_WAS_ATTRIBUTED_TO);

    /**
     * A publication.
     *
     * @param line author, year and journal
     * @param links where it can be read
     */
    public record Source(String line, Value.Mention page, List<Value.Mention> links) {
        public Source {
            Objects.requireNonNull(line);
            Objects.requireNonNull(page);
            links = List.copyOf(links);
        }
    }

    public EvidenceCard {
        Objects.requireNonNull(id);
        Objects.requireNonNull(self);
        Objects.requireNonNull(style);
        Objects.requireNonNull(direction);
        Objects.requireNonNull(level);
        Objects.requireNonNull(finding);
        Objects.requireNonNull(source);
        study = List.copyOf(study);
        record = List.copyOf(record);
        Objects.requireNonNull(claim);
    }

    /** What a line is told with, where it does not stand on the page of that. */
    enum With {
        PUBLICATION,
        CLAIM,
        BOTH
    }

    /** @param with what the line is told with */
    static EvidenceCard of(Look look, Node line, With with) {
        Node direction = look.one(line, Dia.DIRECTION).orElse(BACKGROUND);
        List<Fact> study = new ArrayList<>(look.facts(line, STUDY));
        effect(look, line).ifPresent(study::add);
        study.addAll(look.factsBut(line, node -> TOLD_ELSEWHERE.contains(node)
                || STUDY.contains(node)
                || EFFECT.contains(node)
                || RECORD.contains(node)));
        return new EvidenceCard(
                line.getURI().substring(line.getURI().lastIndexOf('/') + 1),
                look.mention(line),
                style(direction),
                look.mention(direction).label(),
                look.one(line, Dia.term("lineLevel")).flatMap(Strength::of),
                look.text(line, Dia.FINDING).orElse(""),
                with == With.CLAIM
                        ? Optional.empty()
                        : look.one(line, Dia.EVIDENCE_ITEM).map(item -> source(look, item)),
                study,
                look.facts(line, RECORD),
                with == With.PUBLICATION
                        ? Optional.empty()
                        : look.one(line, Dia.FOR_CLAIM).flatMap(look.known()::claim).map(Known.Stated::row));
    }

    /** Those of the lines that have a style, in the order of their level and then of their number. */
    static List<EvidenceCard> onSide(List<EvidenceCard> cards, String style) {
        return cards.stream()
                .filter(card -> card.style().equals(style))
                .sorted(Comparator.comparing(
                                (EvidenceCard card) -> card.level().map(Strength::ordinal).orElse(0),
                                Comparator.reverseOrder())
                        .thenComparing(EvidenceCard::id))
                .toList();
    }

    private static String style(Node direction) {
        if (direction.equals(CONTRADICTS)) {
            return "against";
        }
        return direction.equals(BACKGROUND) ? "background" : "for";
    }

    /** Measure, value with unit, interval, p and what else is printed with them, in one line. */
    private static Optional<Fact> effect(Look look, Node line) {
        String value = Stream.of(Dia.EFFECT_VALUE, Dia.EFFECT_UNIT)
                .flatMap(property -> look.plain(line, property).stream())
                .reduce((one, other) -> one + ' ' + other)
                .orElse("");
        String numbers = Stream.of(
                        Optional.of(value).filter(text -> !text.isEmpty()),
                        look.plain(line, Dia.INTERVAL),
                        look.plain(line, Dia.P_VALUE),
                        look.plain(line, Dia.EFFECT_NOTE))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
        String measure = look.plain(line, Dia.EFFECT_MEASURE).orElse("");
        String whole = measure.isEmpty() || numbers.isEmpty() ? measure + numbers : measure + ": " + numbers;
        return whole.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(look.say("thing.effect"), "", List.of(new Value.Text(whole, "", false))));
    }

    /** A publication in one line, with its title as the link to its page. */
    static Source source(Look look, Node item) {
        String title = look.plain(item, DCTerms.title.asNode()).orElseGet(() -> look.name(item));
        String year = look.plain(item, Dia.YEAR)
                .map(text -> inferred(look, item, Dia.YEAR_BASIS, text))
                .orElse("");
        String journal = look.plain(item, Dia.JOURNAL)
                .map(text -> inferred(look, item, Dia.JOURNAL_BASIS, text))
                .orElse("");
        String author = look.plain(item, Dia.FIRST_AUTHOR).orElseGet(() -> look.say("thing.authorNotSeen"));
        String line = Stream.of(author, year, journal)
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> look.say("thing.then", one, other))
                .orElse("");
        return new Source(line, look.mention(item, title), addresses(look, item));
    }

    private static String inferred(Look look, Node item, Node basis, String text) {
        boolean shown = look.plain(item, basis).filter("Inferred"::equals).isEmpty();
        return shown ? text : look.say("thing.inferred", text);
    }

    /** Where a publication is to be found, each by the kind of its number. */
    static List<Value.Mention> addresses(Look look, Node item) {
        return look.objects(item, Foreign.SCHEMA_SAME_AS).stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith("https://"))
                .sorted()
                .map(iri -> new Value.Mention(identifier(iri), "", iri, false, ""))
                .toList();
    }

    /** As {@code doi:10.1000/1}: the number with its kind. */
    private static String identifier(String iri) {
        String doi = "https://doi.org/";
        if (iri.startsWith(doi)) {
            return "DOI " + iri.substring(doi.length());
        }
        String last = iri.substring(iri.lastIndexOf('/') + 1);
        if (iri.contains("/pubmed:")) {
            return "PMID " + last.substring(last.indexOf(':') + 1);
        }
        if (iri.contains("/pmc:")) {
            return last.substring(last.indexOf(':') + 1).toUpperCase(Locale.ROOT);
        }
        return iri.startsWith(Namespaces.BASE) ? last : iri.substring("https://".length());
    }
}
