// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import java.util.List;

/** An address of each kind of page over the real data. */
public final class PageKinds {
    /** Of a page that says that there is nothing. */
    public static final String MISSING = "/no-such-page";

    private PageKinds() {}

    /** What people meet on their ways. */
    public static List<String> all() {
        return List.of(
                "/", "/claims?topic=DiabeticRetinopathy", "/contested", "/gaps?topic=DiabeticNeuropathy",
                "/find?q=exosome", "/claim/C0035", "/claim/C0221", "/ontology/MesenchymalStemCell",
                "/ontology/secretes", "/section/S5", "/graph/claims", "/dump/", "/explore", "/reference/Du2025",
                "/trial/NCT00646724", "/query",
                "/query-result?query=SELECT%20%2A%20%7B%20%3Fs%20a%20%3Fkind%20%7D%20LIMIT%2020",
                "/ontology", "/sparql", MISSING);
    }

    /** The forms that a kind takes at times: nothing found, nothing known, everything shown. */
    public static List<String> rareForms() {
        return List.of(
                "/claims?topic=DiabeticRetinopathy&strength=RandomisedOrPooledHuman&contested=yes",
                "/gaps", "/find", "/find?q=zzzzzz",
                "/explore?from=MSCExosome&to=DiabeticWoundHealing", "/explore?from=NoSuchConcept&to=X",
                "/query?example=003", "/query?example=no-such", "/query?query=SELECT%20%2A%20%7B%7D&release=0.0.1");
    }
}
