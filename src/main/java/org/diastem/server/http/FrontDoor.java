// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request comes in: it gets its number and the headers that every answer carries, is led to the route that
 * covers its path, and whatever goes wrong there becomes a short plain text.
 *
 * <p>Cross-origin requests (the Fetch standard, section 3.2) are answered for everybody and never with credentials: the
 * data is public and nobody logs in.
 */
public final class FrontDoor extends Handler.Wrapper {
    /** The attribute of a request that holds its number. */
    public static final String ID = FrontDoor.class.getName() + ".id";

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final List<HttpField> ALWAYS = List.of(
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Access-Control-Allow-Origin", "*"),
            new PreEncodedHttpField(
                    "Access-Control-Expose-Headers",
                    "Link, ETag, Retry-After, Content-Location, " + Exchange.ID_HEADER + ", " + Exchange.RELEASE_HEADER));
    private static final String PREFLIGHT_HEADERS = "Access-Control-Request-Method";

    private final List<Route> routes;
    private final Predicate<String> behind;

    /**
     * @param routes the first that covers a path answers
     * @param behind the paths that the handler behind this one answers
     */
    public FrontDoor(List<Route> routes, Predicate<String> behind) {
        this.routes = List.copyOf(routes);
        this.behind = behind;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        request.setAttribute(ID, id);
        Exchange exchange = new Exchange(request, response, callback, id);
        exchange.setHeader(Exchange.ID_HEADER, id);
        ALWAYS.forEach(field -> response.getHeaders().put(field));
        try {
            if (isPreflight(request)) {
                answerPreflight(exchange);
                return true;
            }
            String path = exchange.path();
            for (Route route : routes) {
                if (route.covers(path)) {
                    route.answer(exchange);
                    return true;
                }
            }
            if (!behind.test(path)) {
                throw Refusal.of(404, "There is nothing at this address. The start page / lists what there is.");
            }
        } catch (Refusal refusal) {
            exchange.refuse(refusal);
            return true;
        } catch (RuntimeException e) {
            if (e instanceof HttpException) {
                throw e;
            }
            fail(exchange, e);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static boolean isPreflight(Request request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeaders().contains("Origin")
                && request.getHeaders().contains(PREFLIGHT_HEADERS);
    }

    private static void answerPreflight(Exchange exchange) {
        exchange.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
        exchange.setHeader(
                "Access-Control-Allow-Headers",
                "Accept, Accept-Language, Content-Type, If-None-Match, Cache-Control, User-Agent, X-Requested-With");
        exchange.setHeader("Access-Control-Max-Age", "86400");
        exchange.sendNothing(204);
    }

    /** What is left to do once something has arrived. */
    public interface Step {
        void run() throws Exception;
    }

    /**
     * Goes on with an exchange in another thread than the one that began it, with the same care.
     *
     * @param failure why there is nothing to go on with, or null
     */
    public static void guard(Exchange exchange, Throwable failure, Step step) {
        try {
            if (failure instanceof Refusal refusal) {
                throw refusal;
            }
            if (failure != null) {
                fail(exchange, failure);
                return;
            }
            step.run();
        } catch (Refusal refusal) {
            exchange.refuse(refusal);
        } catch (Exception e) {
            fail(exchange, e);
        }
    }

    /** Tells the log what happened and the client only that it is our fault, and under which number to ask us. */
    public static void fail(Exchange exchange, Throwable fault) {
        LOG.error("request {} failed", exchange.id(), fault);
        exchange.refuse(Refusal.ofFault(fault, exchange.id()));
    }
}
