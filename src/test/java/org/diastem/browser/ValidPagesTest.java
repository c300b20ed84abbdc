// SPDX-License-Identifier: Apache-2.0
package org.diastem.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.testing.HtmlCheck;
import org.diastem.testing.PageKinds;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page is valid HTML as the server sends it, in both languages. Pages of things have their own test. */
class ValidPagesTest {
    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static HtmlCheck check;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.ofRealProject(
                folder, ServerSettings.STANDARD.within(Limits.STANDARD, RunningServer.forAnyClient()));
        check = new HtmlCheck();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> pages() {
        return Stream.concat(PageKinds.all().stream(), PageKinds.rareForms().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_valid_in_both_languages(String path) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("en", "zh")) {
            String address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
            HttpResponse<String> page = server.get(address, "Accept", "text/html");
            assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"), address);
            assertTrue(page.body().contains("<html lang=\"" + language + "\""), address);
            check.of(page.body()).forEach(trouble -> wrong.add(language + " " + trouble));
        }
        assertEquals(List.of(), wrong.stream().distinct().limit(20).toList(), path);
    }

    @Test
    void the_checker_finds_what_is_not_valid() {
        assertFalse(check.of("<!DOCTYPE html><html lang=en><title>x</title><ul><p>y</p></ul>").isEmpty());
        assertFalse(check.of("<!DOCTYPE html><html lang=en><title>x</title><p id=a></p><p id=a></p>").isEmpty());
        assertEquals(List.of(), check.of("<!DOCTYPE html><html lang=\"en\"><title>x</title><p>y</p></html>"));
    }
}
