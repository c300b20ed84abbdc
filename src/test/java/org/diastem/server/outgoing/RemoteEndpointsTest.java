// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.diastem.server.outgoing.RemoteFailure.Kind;
import org.diastem.testing.StubEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one place that opens connections, with names that lead where the test wants. */
class RemoteEndpointsTest {
    private static final String ROWS = StubEndpoint.rows("x", List.of("http://example.org/1"));
    private static final ServiceLimits LIMITS = new ServiceLimits(Duration.ofSeconds(5), 10_000, 100, 10, 10);

    private StubEndpoint stub;

    @BeforeEach
    void start() throws IOException {
        stub = new StubEndpoint();
        stub.answering("/sparql", 200, StubEndpoint.JSON, ROWS);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private String named(String host) {
        return stub.url("/sparql").replace("127.0.0.1", host);
    }

    private static InetAddress address(int... bytes) throws UnknownHostException {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return InetAddress.getByAddress(all);
    }

    private static RemoteFailure failure(RemoteEndpoints endpoints, String address) {
        return assertThrows(RemoteFailure.class, () -> endpoints.ask(address, "SELECT * {}", () -> {}));
    }

    @Test
    void a_public_name_that_leads_to_this_machine_is_refused_whatever_else_it_leads_to() throws Exception {
        InetAddress here = address(127, 0, 0, 1);
        InetAddress mapped = address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 127, 0, 0, 1);
        InetAddress somewhere = address(93, 184, 216, 34);
        for (List<InetAddress> found : List.of(
                List.of(here), List.of(mapped), List.of(somewhere, here), List.of(here, somewhere),
                List.of(address(192, 168, 1, 1)))) {
            try (RemoteEndpoints endpoints = new RemoteEndpoints(AddressRule.PUBLIC_ONLY, LIMITS, host -> found)) {
                assertEquals(Kind.REFUSED, failure(endpoints, named("sparql.example.org")).kind());
            }
        }
        assertEquals(List.of(), stub.queries());
    }

    @Test
    void every_connection_goes_to_an_address_that_was_checked_at_that_time() throws Exception {
        InetAddress here = address(127, 0, 0, 1);
        InetAddress inside = address(10, 0, 0, 1);
        // The first answer is let through by the rule; what DNS says later is another thing.
        Deque<InetAddress> answers = new ArrayDeque<>(List.of(here, inside));
        try (RemoteEndpoints endpoints =
                new RemoteEndpoints(AddressRule.PUBLIC_OR_LOOPBACK, LIMITS, host -> List.of(answers.pop()))) {
            byte[] body = endpoints.ask(named("a.example.org"), "SELECT * {}", () -> {}).body();
            assertEquals(ROWS, new String(body, StandardCharsets.UTF_8));
            assertEquals(1, answers.size(), "looked up once for one connection");
            assertEquals(Kind.REFUSED, failure(endpoints, named("b.example.org")).kind());
        }
        assertEquals(1, stub.queries().size());
    }

    @Test
    void a_name_that_is_not_known_is_no_answer() {
        NameLookup nobody = host -> {
            throw new UnknownHostException(host);
        };
        try (RemoteEndpoints endpoints = new RemoteEndpoints(AddressRule.PUBLIC_ONLY, LIMITS, nobody)) {
            assertEquals(Kind.NO_ANSWER, failure(endpoints, named("sparql.example.org")).kind());
        }
    }

    @Test
    void a_short_query_goes_by_get_and_a_long_one_by_post() {
        try (RemoteEndpoints endpoints = new RemoteEndpoints(AddressRule.PUBLIC_OR_LOOPBACK, LIMITS)) {
            for (int length : new int[] {10, 5_000}) {
                String query = "SELECT * {} # " + "é".repeat(length);
                endpoints.ask(stub.url("/sparql"), query, () -> {});
                List<String> queries = stub.queries();
                assertEquals("query=" + query, queries.get(queries.size() - 1));
            }
        }
        assertEquals(List.of("GET", "POST"), stub.methods());
    }

    @Test
    void the_wait_ends_when_the_answer_is_no_longer_wanted() {
        String silent = stub.silentAt("/silent");
        try (RemoteEndpoints endpoints = new RemoteEndpoints(AddressRule.PUBLIC_OR_LOOPBACK, LIMITS)) {
            long begun = System.nanoTime();
            assertThrows(IllegalStateException.class, () -> endpoints.ask(silent, "SELECT * {}", () -> {
                throw new IllegalStateException("enough");
            }));
            assertTrue(System.nanoTime() - begun < LIMITS.time().toNanos());
        }
    }
}
