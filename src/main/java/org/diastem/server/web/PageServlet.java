// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;

/** Answers GET with an HTML page made for the request. */
final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** A page and its status. */
    record Page(int status, String html) {
        Page {
            Objects.requireNonNull(html);
        }
    }

    private final transient Function<HttpServletRequest, Page> pages;

    PageServlet(Function<HttpServletRequest, Page> pages) {
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Page page = pages.apply(request);
        byte[] bytes = page.html().getBytes(StandardCharsets.UTF_8);
        response.setStatus(page.status());
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
