// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.diastem.server.app.DiaStemServer;
import org.diastem.server.app.ServerSettings;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The half of the SPARQL 1.1 Protocol that writes, in the situations of the W3C suite. */
class ScratchServerTest {
    private static final String UPDATE = "application/sparql-update";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String COPY_TO_OUT =
            "INSERT { GRAPH <x:out> { ?s a <x:Found> } } WHERE { ?s a <x:Doc> }";

    private RunningServer server;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = RunningServer.scratch(ServerSettings.STANDARD);
        StringBuilder data = new StringBuilder("INSERT DATA {");
        for (int i = 1; i <= 3; i++) {
            data.append(" GRAPH <x:g").append(i).append("> { <x:d").append(i).append("> a <x:Doc> }");
        }
        assertEquals(204, server.post("/update", UPDATE, data.append(" }").toString()).statusCode());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_update_comes_directly_or_as_a_form() throws Exception {
        assertEquals(204, server.post("/update", FORM, "update=" + RunningServer.encoded("INSERT DATA { <x:a> <x:b> 1 }")).statusCode());
        assertTrue(holds("ASK { <x:a> <x:b> 1 }"));
    }

    @Test
    void the_protocol_names_the_graphs_that_an_update_reads() throws Exception {
        assertEquals(204, server.post("/update?using-graph-uri=x:g1&using-graph-uri=x:g2", UPDATE, COPY_TO_OUT).statusCode());
        assertTrue(holds("ASK { GRAPH <x:out> { <x:d1> a <x:Found> . <x:d2> a <x:Found> } "
                + "FILTER NOT EXISTS { GRAPH <x:out> { <x:d3> a <x:Found> } } }"));
    }

    @Test
    void the_protocol_names_the_graphs_that_a_query_reads_over_those_of_the_query() throws Exception {
        String both = "ASK { <x:d1> a ?t . <x:d2> a ?u }";
        assertTrue(server.post("/sparql?default-graph-uri=x:g1&default-graph-uri=x:g2", QUERY, both).body().contains("true"));
        assertTrue(server.post("/sparql?default-graph-uri=x:g1", QUERY, both).body().contains("false"));
        assertTrue(server.post("/sparql?named-graph-uri=x:g1", QUERY, "ASK FROM <x:g3> { GRAPH ?g { <x:d1> a ?t } }").body().contains("true"));
        assertTrue(server.post("/sparql?named-graph-uri=x:g1", QUERY, "ASK { GRAPH ?g { <x:d3> a ?t } }").body().contains("false"));
    }

    @Test
    void a_base_in_the_update_holds() throws Exception {
        assertEquals(204, server.post("/update", UPDATE, "BASE <http://example.org/> INSERT DATA { <here> <p> 1 }").statusCode());
        assertTrue(holds("ASK { <http://example.org/here> <http://example.org/p> 1 }"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET  | /update?update=CLEAR%20ALL | '' | '' | 405",
        "POST | /update | text/plain | CLEAR ALL | 415",
        "POST | /update | application/sparql-update;charset=utf-16 | CLEAR ALL | 415",
        "POST | /update | application/sparql-update | CLEAR XALL | 400",
        "POST | /update | application/x-www-form-urlencoded | update=CLEAR%20ALL&update=CLEAR%20ALL | 400",
        "POST | /update | application/x-www-form-urlencoded | x=1 | 400",
        "POST | /update?using-graph-uri=x:g1 | application/sparql-update | INSERT { ?s a <x:F> } USING <x:g2> WHERE { ?s a ?t } | 400",
        "POST | /update | application/sparql-update | LOAD <http://127.0.0.1:1/> | 403",
        "POST | /sparql | application/sparql-update | CLEAR ALL | 415",
        "GET  | /sparql | '' | '' | 400",
    })
    void what_is_wrong_changes_nothing(String method, String path, String type, String body, int status) throws Exception {
        HttpResponse<String> answer = method.equals("GET") ? server.get(path) : server.post(path, type, body);
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(holds("ASK { GRAPH <x:g1> { <x:d1> a <x:Doc> } GRAPH <x:g3> { <x:d3> a <x:Doc> } }"));
    }

    @Test
    void an_update_that_fails_halfway_is_not_done_at_all() throws Exception {
        String half = "INSERT DATA { <x:half> <x:b> 1 } ; LOAD <http://127.0.0.1:1/>";
        assertEquals(403, server.post("/update", UPDATE, half).statusCode());
        assertTrue(holds("ASK { FILTER NOT EXISTS { <x:half> <x:b> 1 } }"));
    }

    @Test
    void graphs_are_put_got_and_deleted_whole() throws Exception {
        assertTrue(server.send("PUT", "/graphs?graph=x:new", "<x:a> <x:b> <x:c> .", "Content-Type", "text/turtle").statusCode() < 300);
        assertTrue(server.get("/graphs?graph=x:new", "Accept", "application/n-triples").body().contains("<x:a> <x:b> <x:c>"));
        assertTrue(server.send("DELETE", "/graphs?graph=x:new", null).statusCode() < 300);
        assertEquals(404, server.get("/graphs?graph=x:new").statusCode());
    }

    @Test
    void nothing_is_cached_since_it_may_change() throws Exception {
        assertTrue(server.query("ASK {}").headers().firstValue("ETag").isEmpty());
    }

    @Test
    void it_listens_on_this_machine_only() {
        assertThrows(
                IllegalArgumentException.class,
                () -> DiaStemServer.startScratch(ServerSettings.STANDARD.at("0.0.0.0", 0), line -> {}));
    }

    private boolean holds(String ask) throws Exception {
        return server.query(ask).body().contains("true");
    }
}
