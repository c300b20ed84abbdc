// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Chromium, and pages in it that note what goes wrong: errors in the console, and requests that leave the server.
 * Tests that need it are skipped where none is installed.
 */
public final class Browser implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    /** The page of downloads makes them all when it is first asked for, which takes long on a busy machine. */
    private static final double PATIENCE_MILLIS = 120_000;

    /** A page, and what was noted of it. */
    public record Tab(BrowserContext context, Page page, List<String> troubles) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String site;

    private Browser(Path executable, String site) {
        this.site = site;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                                "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    /**
     * Starts it.
     *
     * @param site the only server that pages may ask
     */
    public static Browser over(String site) {
        Optional<Path> executable = Stream.concat(
                        Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of).stream(), PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(executable.isPresent(), "No Chromium is installed, so the pages are not tried in a browser: apt install chromium fonts-noto-cjk");
        return new Browser(executable.get(), site);
    }

    /** Opens an address of the server in a window of a width. */
    public Tab open(String path, int width, String language, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(language)
                .setColorScheme(scheme));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        List<String> troubles = Collections.synchronizedList(new ArrayList<>());
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                troubles.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> troubles.add("error: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(site) && !request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
                troubles.add("request to " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                troubles.add(response.status() + " for " + response.url());
            }
        });
        page.navigate(site + path);
        return new Tab(context, page, troubles);
    }

    /** A window of its own with other settings; the caller closes it. */
    public BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        return chromium.newContext(options);
    }

    /** As {@link #open(String, int, String, ColorScheme)}, wide, in English, light. */
    public Tab open(String path) {
        return open(path, 1280, "en", ColorScheme.LIGHT);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
