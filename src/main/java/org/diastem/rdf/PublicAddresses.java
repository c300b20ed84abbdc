// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The IRIs under which the world knows publications and trials, made from checked identifiers. */
final class PublicAddresses {
    private static final String IDENTIFIERS = "https://identifiers.org/";
    /** What a DOI may hold but a path of an IRI may not. */
    private static final String TO_ENCODE = "%#?[]{}|\\^`<>\"";

    private PublicAddresses() {}

    /** A DOI means the same in upper and lower case, so the address is always in lower case. */
    static Node doi(String doi) {
        StringBuilder address = new StringBuilder("https://doi.org/");
        doi.toLowerCase(Locale.ROOT).codePoints().forEach(character -> {
            if (TO_ENCODE.indexOf(character) >= 0) {
                for (byte part : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                    address.append(String.format(Locale.ROOT, "%%%02X", part));
                }
            } else {
                address.appendCodePoint(character);
            }
        });
        return NodeFactory.createURI(address.toString());
    }

    static Node pubMed(String pmid) {
        return NodeFactory.createURI(IDENTIFIERS + "pubmed:" + pmid);
    }

    static Node pubMedCentral(String pmcid) {
        return NodeFactory.createURI(IDENTIFIERS + "pmc:" + pmcid);
    }

    /** A publication that is named by its DOI or its PubMed Central identifier. */
    static Node publication(String identifier) {
        return identifier.startsWith("PMC") ? pubMedCentral(identifier) : doi(identifier);
    }

    static Node registeredTrial(String number) {
        return NodeFactory.createURI(IDENTIFIERS + "clinicaltrials:" + number);
    }

    static Node registryPage(String number) {
        return NodeFactory.createURI("https://clinicaltrials.gov/study/" + number);
    }
}
