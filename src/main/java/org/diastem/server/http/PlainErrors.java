// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Words for the requests that Jetty turns away by itself, before they reach the {@link FrontDoor}. */
public final class PlainErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Object id = request.getAttribute(FrontDoor.ID);
        response.getHeaders().put(
                Exchange.ID_HEADER,
                id == null ? String.format(Locale.ROOT, "%016x", ThreadLocalRandom.current().nextLong()) : id.toString());
        response.getHeaders().put("Access-Control-Allow-Origin", "*");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        byte[] text = (text(status) + "\n").getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.PLAIN);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, text.length);
        response.write(true, ByteBuffer.wrap(text), callback);
        return true;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    /** Jetty's own message may quote the request; ours never does. */
    private static String text(int status) {
        return switch (status) {
            case 400 -> "The request is not well-formed HTTP: look at its first line, its percent signs and its headers.";
            case 404 -> "There is nothing at this address. The start page / lists what there is.";
            case 405 -> "This address does not answer that method.";
            case 408 -> "The request did not arrive in time; send it again on a faster or steadier connection.";
            case 413 -> "The request's body is too long. Split the query, or send fewer bindings at once.";
            case 414 -> "The address is too long. Send the query by POST instead.";
            case 415 -> "This content type or encoding is not understood here.";
            case 431 -> "The request's headers are too long or too many.";
            case 503 -> "The server is busy or stopping; try again in a moment.";
            case 505 -> "This version of HTTP is not spoken here; use HTTP/1.1.";
            default -> HttpStatus.getMessage(status) + ".";
        };
    }
}
