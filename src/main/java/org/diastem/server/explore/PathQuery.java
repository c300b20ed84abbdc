// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import org.apache.jena.graph.Node;

/** The question of the page in SPARQL, over the graph of hypotheses; anybody may run it. */
final class PathQuery {
    private PathQuery() {}

    /** A row for each step of each hypothesis, shortest first. */
    static String between(Node from, Node to, int steps) {
        return """
                PREFIX dia: <https://w3id.org/diastem/ontology/>
                PREFIX graph: <https://w3id.org/diastem/graph/>

                SELECT ?path ?netSign ?weakestClaim ?weakestStrength ?step ?claim ?subject ?predicate ?object ?strength
                WHERE {
                  dia:%s dia:ancestor ?start .
                  ?end dia:ancestor dia:%s .
                  GRAPH graph:hypotheses {
                    ?path dia:pathStart ?start ; dia:pathEnd ?end ; dia:stepCount ?steps ; dia:netSign ?netSign ;
                      dia:weakestClaim ?weakestClaim ; dia:weakestStrength ?weakestStrength ; dia:hasStep ?node .
                    ?node dia:stepNumber ?step ; dia:stepClaim ?claim .
                  }
                  FILTER (?steps <= %d)
                  ?claim dia:claimSubject ?subject ; dia:claimPredicate ?predicate ; dia:claimObject ?object ;
                    dia:strength ?strength .
                }
                ORDER BY ?steps ?path ?step
                """
                .formatted(Mechanisms.local(from), Mechanisms.local(to), steps);
    }
}
