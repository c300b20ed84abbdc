// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;

/** Fills the templates of {@code src/main/jte}, which were compiled with the program and escape what is put into them. */
public final class Templates {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.diastem.templates");

    static {
        ENGINE.setBinaryStaticContent(true);
    }

    private Templates() {}

    /**
     * @param name as {@code claim.jte}
     * @param model what the template shows; its parameters are {@code page} and {@code model}
     */
    public static Answer fill(int status, String name, Page page, Object model) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        parameters.put("model", model);
        Utf8ByteOutput output = new Utf8ByteOutput();
        ENGINE.render(name, parameters, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return new Answer(status, Answer.HTML, bytes.toByteArray());
    }

    /** Sets the headers that every page has. */
    public static void addHeaders(Exchange exchange, Page page) {
        exchange.setHeader("Content-Language", page.language());
        exchange.setHeader("Content-Security-Policy", Page.POLICY);
        exchange.setHeader("Referrer-Policy", "no-referrer");
        exchange.setHeader(Exchange.RELEASE_HEADER, page.release());
    }
}
