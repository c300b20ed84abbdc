// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.diastem.model.Sha256;
import org.junit.jupiter.api.Test;

class QueryResultTest {
    private static final String ALL = "SELECT ?s ?p ?o { ?s ?p ?o }";
    private static final String GRAPH = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }";

    @Test
    void a_table_is_hashed_in_the_form_that_its_documentation_tells() {
        String expected = "?o\t?unbound\n\"a\"@en\t\n\"b\"\t\n";
        assertEquals(
                new QueryResult(2, Sha256.of(expected.getBytes(StandardCharsets.UTF_8))),
                result("SELECT ?o ?unbound { ?s ?p ?o }", "<urn:s> <urn:p> \"b\" , \"a\"@en ."));
    }

    @Test
    void the_order_of_rows_does_not_matter_and_their_number_does() {
        String data = "<urn:s> <urn:p> 1 , 2 , 3 .";
        assertEquals(result(ALL + " ORDER BY ?o", data), result(ALL + " ORDER BY DESC(?o)", data));
        assertNotEquals(result("SELECT ?s { ?s ?p ?o }", data), result("SELECT DISTINCT ?s { ?s ?p ?o }", data));
    }

    @Test
    void the_names_and_the_order_of_columns_belong_to_the_result() {
        String data = "<urn:s> <urn:p> <urn:s> .";
        assertNotEquals(result("SELECT ?s ?o { ?s ?p ?o }", data), result("SELECT ?o ?s { ?s ?p ?o }", data));
    }

    @Test
    void blank_nodes_count_by_what_is_said_of_them_and_not_by_their_labels() {
        String one = "_:a <urn:p> _:b . _:b <urn:p> \"end\" . _:c <urn:p> _:a .";
        String same = "_:z <urn:p> _:a . _:y <urn:p> _:z . _:a <urn:p> \"end\" .";
        String other = "_:a <urn:p> _:b . _:b <urn:p> \"end\" . _:c <urn:p> _:b .";
        for (String query : new String[] {ALL, GRAPH}) {
            assertEquals(result(query, one), result(query, same));
            assertNotEquals(result(query, one), result(query, other));
        }
    }

    @Test
    void a_yes_is_not_a_no_and_a_graph_is_no_table() {
        String data = "<urn:s> <urn:p> 1 .";
        assertEquals(1, result("ASK { ?s ?p 1 }", data).rows());
        assertNotEquals(result("ASK { ?s ?p 1 }", data), result("ASK { ?s ?p 2 }", data));
        assertNotEquals(result(ALL, data), result(GRAPH, data));
        assertEquals(result(GRAPH, data), result("DESCRIBE <urn:s>", data));
    }

    private static QueryResult result(String query, String turtle) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(dataset);
        return QueryResult.of(QueryFactory.create(query), dataset);
    }
}
