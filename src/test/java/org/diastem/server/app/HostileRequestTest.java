// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.RawRequest;
import org.diastem.testing.RunningServer;
import org.diastem.testing.Written;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no well-meaning client sends, byte by byte, each a file in {@code hostile}. */
class HostileRequestTest {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int LONGEST_ERROR = 300;

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.ofFixture(folder, ServerSettings.STANDARD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(FixtureProject.resource("hostile"))) {
            return files.filter(file -> file.toString().endsWith(".http")).sorted().toList().stream();
        }
    }

    /**
     * The first line of a case has the statuses that are right, "closed" for a connection that is closed without one. The
     * rest is written as {@link RawRequest} tells.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_hostile_request_gets_its_own_status_and_a_short_text(Path file) throws Exception {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        List<String> right = List.of(text.substring(1, end).strip().split(" "));
        String answer = answer(RawRequest.of(Written.out(text.substring(end + 1))));
        String outcome = answer.isEmpty() ? "closed" : answer.split(" ")[1];
        String shown = answer.substring(0, Math.min(answer.length(), 1_000));
        assertTrue(right.contains(outcome), shown);
        if (outcome.startsWith("4") || outcome.startsWith("5")) {
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
            assertTrue(body.length() <= LONGEST_ERROR, shown);
            assertFalse(body.contains("Exception") || body.contains("org.") || body.contains("<script"), shown);
        }
        assertFalse(answer.contains("Set-Cookie") || answer.contains("root:"), shown);
        assertEquals(200, server.query("ASK {}").statusCode());
    }

    private static String answer(byte[] request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", server.server().port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException refused) {
                // The server has answered and closed before all was sent; what it said is read below.
            }
            InputStream in = socket.getInputStream();
            byte[] part = new byte[8_192];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                answer.write(part, 0, read);
            }
        } catch (SocketTimeoutException silent) {
            answer.writeBytes(answer.size() == 0 ? "HTTP/1.1 silent".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
        } catch (IOException reset) {
            // Closed with bytes of ours unread.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
