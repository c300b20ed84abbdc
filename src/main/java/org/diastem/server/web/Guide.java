// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.Map;
import org.diastem.server.sparql.Limits;
import org.diastem.store.Release;

/** What a program that answers questions should know before it asks: {@code /llms.txt}, by the custom of llmstxt.org. */
final class Guide {
    private final Release release;
    private final Limits limits;
    private final String site;

    Guide(Release release, Limits limits, String site) {
        this.release = release;
        this.limits = limits;
        this.site = site;
    }

    String text() {
        Map<String, Long> counts = release.manifest().counts();
        return """
                # DiaStem

                > The evidence graph of mesenchymal-stem-cell therapy for diabetes and its complications: what one review \
                (doi:10.1007/s12015-025-10993-7) says, claim by claim, in English and Chinese, with the publications and \
                registered trials that support or contradict each claim. It records what texts say; it is not medical advice.

                Release %1$s: %2$d claims, %3$d classes, %4$d matches with community terms. Licence: CC BY 4.0.

                ## How to ask

                - SPARQL 1.1 queries: %5$s/sparql (GET with `query=`, or POST). No updates, no SERVICE.
                - Declare prefixes yourself. `dia:` is <https://w3id.org/diastem/ontology/>, a claim is <https://w3id.org/diastem/claim/C0001>.
                - The default graph holds all named graphs; hypotheses, if any, stand apart.
                - A claim is a node. Read `dia:certainty`, `dia:polarity` and `dia:underCondition` before you repeat it: \
                a hope is not a finding.
                - A plain triple in graph <https://w3id.org/diastem/graph/assertions> exists only for claims that are affirmed, \
                told as established or reported, and without condition.
                - Every IRI <https://w3id.org/diastem/X> answers at %5$s/X: a page, or Turtle, JSON-LD, RDF/XML, N-Triples by \
                Accept or by a suffix such as .ttl.

                ## Patterns

                Find a term by its name (labels exist in English and Chinese):

                ```sparql
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                SELECT ?term ?label WHERE { ?term rdfs:label ?label FILTER(CONTAINS(LCASE(?label), "cell")) } LIMIT 20
                ```

                Claims about a class and everything below it:

                ```sparql
                PREFIX dia: <https://w3id.org/diastem/ontology/>
                SELECT ?claim ?statement ?certainty WHERE {
                  ?claim dia:claimSubject/dia:ancestor dia:StemCell ; dia:statement ?statement ; dia:certainty ?certainty
                  FILTER(LANG(?statement) = "en")
                } LIMIT 20
                ```

                What supports or contradicts a claim:

                ```sparql
                PREFIX dia: <https://w3id.org/diastem/ontology/>
                SELECT ?claim ?direction ?publicationOrTrial ?finding WHERE {
                  ?line dia:forClaim ?claim ; dia:direction ?direction ; dia:evidenceItem ?publicationOrTrial ; dia:finding ?finding
                  FILTER(LANG(?finding) = "en")
                } LIMIT 20
                ```

                ## Limits

                A query may take %6$d s and give %7$d rows or %8$d MB; beyond that it is stopped with status 503 and a text \
                that says what to change. 429 and 503 carry Retry-After. For everything at once take a dump.

                ## More

                - [Schema](%5$s/ontology): all classes and properties, as a page or for OWL tools
                - [Example queries](%5$s/.well-known/sparql-examples): each with a question in both languages
                - [Counts and structure](%5$s/.well-known/void): VoID, with what properties each class has
                - [Dumps](%5$s/dump/): the whole and each graph, with hashes
                """
                .formatted(
                        release.name(),
                        counts.getOrDefault("claims", 0L),
                        counts.getOrDefault("concepts", 0L),
                        counts.getOrDefault("mappings", 0L),
                        site,
                        limits.time().toSeconds(),
                        limits.rows(),
                        limits.bytes() / 1_000_000);
    }
}
