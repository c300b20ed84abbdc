// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

import java.util.Locale;

/**
 * Every kind of problem that reading the curated sources can find. The code's {@link #key()} is the name in reports and
 * the heading in {@code docs/errors/README.md}; its {@link #expectation()} is the first sentence of the message.
 */
public enum ProblemCode {
    // The file as bytes and as CSV (RFC 4180).
    MISSING_FILE(Severity.ERROR, "The file is missing."),
    BAD_UTF8(Severity.ERROR, "The file must be UTF-8 throughout."),
    BYTE_ORDER_MARK(Severity.ERROR, "The file must not start with a byte order mark."),
    UNCLOSED_QUOTE(Severity.ERROR, "A quoted cell must be closed by a quote."),
    STRAY_QUOTE(Severity.ERROR, "A quote inside a cell must be doubled, and the cell quoted."),
    CONTROL_CHARACTER(Severity.ERROR, "A cell must hold no control character."),
    WRONG_COLUMN_COUNT(Severity.ERROR, "Every row must have as many cells as the header."),
    // Columns and cells against the schema.
    MISSING_COLUMN(Severity.ERROR, "The header must name every column of the schema."),
    UNKNOWN_COLUMN(Severity.ERROR, "The header must name only columns of the schema."),
    DUPLICATE_COLUMN(Severity.ERROR, "The header must name a column once."),
    EMPTY_REQUIRED_CELL(Severity.ERROR, "The cell must not be empty."),
    SEVERAL_VALUES(Severity.ERROR, "The cell must hold one value."),
    SURROUNDING_SPACE(Severity.ERROR, "A value must not begin or end with white space."),
    BAD_IDENTIFIER(Severity.ERROR, "The identifier must have the form that the schema gives."),
    BAD_NUMBER(Severity.ERROR, "The cell must hold a number of the form that the schema gives."),
    BAD_DATE(Severity.ERROR, "The cell must hold a calendar date as YYYY-MM-DD."),
    BAD_DOI(Severity.ERROR, "A DOI is written 10.PREFIX/SUFFIX, without an address before it."),
    BAD_PMID(Severity.ERROR, "A PubMed identifier is a number of at most eight digits without leading zero."),
    BAD_NCT(Severity.ERROR, "A ClinicalTrials.gov number is NCT and eight digits."),
    BAD_CURIE(Severity.ERROR, "A CURIE is PREFIX:LOCAL with a prefix that the project declares."),
    BAD_IRI(Severity.ERROR, "The cell must hold an absolute IRI."),
    VALUE_NOT_ALLOWED(Severity.ERROR, "The value must be one of a closed list."),
    MISSING_LANGUAGE(Severity.ERROR, "The text must be given in English and in Chinese."),
    // References.
    DUPLICATE_IDENTIFIER(Severity.ERROR, "An identifier must occur once."),
    UNKNOWN_CONCEPT(Severity.ERROR, "The concept must be a class or an individual that the project declares."),
    UNKNOWN_PREDICATE(Severity.ERROR, "The predicate must be one that the ontology declares for claims."),
    DANGLING_REFERENCE(Severity.ERROR, "The identifier must be declared in the table it refers to."),
    DEPRECATED_TERM(Severity.ERROR, "The term must not be one that the ontology has deprecated."),
    RETIRED_IDENTIFIER(Severity.ERROR, "A retired identifier must not be given again."),
    // What only the whole row, or several rows, can show.
    OBJECT_OR_VALUE(Severity.ERROR, "A claim must have an object or a value, and not both."),
    SELF_REFERENCE(Severity.ERROR, "A row must not refer to itself."),
    RESTATES_CHAIN(Severity.ERROR, "A claim must restate an earlier claim that restates nothing itself."),
    OFFSETS_OUTSIDE_LINE(Severity.ERROR, "The offsets must lie inside the line, the start before the end."),
    LINE_OUTSIDE_SECTION(Severity.ERROR, "The line must belong to the section named."),
    QUOTE_TOO_LONG(Severity.ERROR, "A quote has at most 40 characters."),
    COMPARISON_WITHOUT_ASPECT(Severity.ERROR, "A comparison must name the aspect compared."),
    OPPOSITE_WITHOUT_CONDITION(Severity.ERROR, "A claim with an opposite must name its condition."),
    STATEMENT_IN_WRONG_SCRIPT(Severity.ERROR, "English text has no Han character, Chinese text has some."),
    STATEMENT_WITHOUT_LABEL(
            Severity.WARNING, "A statement must use the label or a recorded synonym of its subject and object."),
    UNEXPECTED_ARGUMENT_KIND(Severity.WARNING, "The argument should be of a kind that the predicate expects."),
    // Evidence.
    EVIDENCE_OF_OTHER_CLAIM(Severity.ERROR, "An evidence line's identifier must begin with the claim's."),
    REFERENCE_OR_TRIAL(Severity.ERROR, "An evidence line must have a reference or a trial, and not both."),
    TRIAL_WITHOUT_RESULT(Severity.ERROR, "A trial without a result publication can only be background."),
    DUPLICATE_FINDING(Severity.ERROR, "A finding must be linked to a claim once."),
    DUPLICATE_PUBLICATION(Severity.ERROR, "A publication must have one row."),
    REFERENCE_WITHOUT_IDENTIFIER(
            Severity.ERROR, "A publication must have a DOI, a PubMed or a PubMed Central identifier."),
    SOURCE_AS_EVIDENCE(Severity.ERROR, "The source must not be evidence for its own claims."),
    // The ontology and the other files that people edit.
    UNREADABLE_ONTOLOGY(Severity.ERROR, "The file must be Turtle."),
    UNREADABLE_QUERY(Severity.ERROR, "The example or rule must be a SPARQL query that parses."),
    // The list of services of a server.
    BAD_SERVICE(
            Severity.ERROR, "A service is the http or https address of an endpoint, without user, query or fragment."),
    SERVICE_NOT_PUBLIC(Severity.ERROR, "A service must not be on this machine or in a private network.");

    private final Severity severity;
    private final String expectation;

    ProblemCode(Severity severity, String expectation) {
        this.severity = severity;
        this.expectation = expectation;
    }

    /** The name in reports: lower case with hyphens, as the heading of the error's page. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** What was expected, as a sentence. */
    public String expectation() {
        return expectation;
    }
}
