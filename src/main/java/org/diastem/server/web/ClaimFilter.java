// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diastem.path.Strength;
import org.diastem.server.http.Html;
import org.diastem.server.http.Parameters;
import org.diastem.server.http.Refusal;
import org.diastem.server.page.ClaimTable;

/**
 * Which claims a list shows: by topic of the section, row of the matrix, strength, certainty, and whether the evidence
 * disagrees. The same choice is made over the claims in memory and by a query that anybody can run.
 */
public record ClaimFilter(
        Optional<ClaimTable.Topic> topic,
        Optional<MatrixRow> row,
        Optional<Strength> strength,
        Optional<String> certainty,
        boolean contested) {
    /** The value set of {@code dia:certainty}. */
    public static final List<String> CERTAINTIES = List.of("Established", "Reported", "Potential", "Recommended", "OpenNeed");

    private static final String PREFIXES = "PREFIX dia: <https://w3id.org/diastem/ontology/>\n";

    public ClaimFilter {
        Objects.requireNonNull(topic);
        Objects.requireNonNull(row);
        Objects.requireNonNull(strength);
        Objects.requireNonNull(certainty);
    }

    /** @throws Refusal 400 if a parameter has a value that is none of its choices */
    static ClaimFilter of(Parameters parameters, ClaimTable table) {
        return new ClaimFilter(
                chosen(parameters, "topic").map(term -> table.topics().stream()
                        .filter(topic -> topic.term().equals(term))
                        .findFirst()
                        .orElseThrow(() -> unknown("topic"))),
                chosen(parameters, "row").map(id -> MatrixRow.of(id).orElseThrow(() -> unknown("row"))),
                chosen(parameters, "strength").map(term -> Strength.ofTerm(term).orElseThrow(() -> unknown("strength"))),
                chosen(parameters, "certainty").map(term -> {
                    if (!CERTAINTIES.contains(term)) {
                        throw unknown("certainty");
                    }
                    return term;
                }),
                chosen(parameters, "contested").isPresent());
    }

    private static Optional<String> chosen(Parameters parameters, String name) {
        return parameters.single(name).filter(value -> !value.isEmpty());
    }

    private static Refusal unknown(String name) {
        return Refusal.of(400, "The parameter " + name + " has a value that is none of its choices; the form on the page lists them.");
    }

    boolean holds(ClaimTable.Row claim) {
        return topic.map(about -> claim.topics().contains(about.node())).orElse(true)
                && row.map(of -> claim.isOfEffect() && of.classes().stream().anyMatch(claim.objects()::contains)).orElse(true)
                && strength.map(claim.strength()::equals).orElse(true)
                && certainty.map(claim.certainty()::equals).orElse(true)
                && (!contested || claim.contested());
    }

    List<ClaimTable.Row> of(ClaimTable table) {
        return table.rows().stream().filter(this::holds).toList();
    }

    /** The address of the list, without the server. */
    public String address() {
        StringBuilder address = new StringBuilder("/claims");
        topic.ifPresent(about -> add(address, "topic", about.term()));
        row.ifPresent(of -> add(address, "row", of.id()));
        strength.ifPresent(of -> add(address, "strength", of.term()));
        certainty.ifPresent(of -> add(address, "certainty", of));
        if (contested) {
            add(address, "contested", "yes");
        }
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        address.append(address.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(Html.parameter(value));
    }

    /** The query that gives the same claims, a row for each. */
    public String query(String language) {
        StringBuilder query = new StringBuilder(PREFIXES).append("SELECT DISTINCT ?claim ?statement ?certainty ?strength WHERE {\n");
        row.ifPresent(of -> query.append("  VALUES ?kind { dia:MechanismClaim dia:TreatmentClaim }\n  VALUES ?row { ")
                .append(of.classes().stream().map(each -> "dia:" + ClaimTable.local(each)).collect(Collectors.joining(" ")))
                .append(" }\n  ?claim a ?kind ; dia:claimObject/dia:ancestor ?row .\n"));
        topic.ifPresent(about -> query.append("  ?claim dia:sectionTopic dia:").append(about.term()).append(" .\n"));
        strength.ifPresent(of -> query.append("  ?claim dia:strength dia:").append(of.term()).append(" .\n"));
        certainty.ifPresent(of -> query.append("  ?claim dia:certainty dia:").append(of).append(" .\n"));
        if (contested) {
            query.append("  ?claim a dia:ContestedClaim .\n");
        }
        return query.append("  ?claim dia:claimSubject ?subject ; dia:statement ?statement ; dia:certainty ?certainty ; ")
                .append("dia:strength ?strength .\n  FILTER(LANG(?statement) = \"")
                .append(language)
                .append("\")\n} ORDER BY ?claim")
                .toString();
    }
}
