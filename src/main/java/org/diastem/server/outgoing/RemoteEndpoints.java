// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.outgoing;

import java.io.ByteArrayOutputStream;
import java.io.Serial;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.diastem.problem.EnvironmentException;
import org.diastem.server.outgoing.RemoteFailure.Kind;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Sends queries to other endpoints. It follows no redirect, keeps no cookie, knows no password, and connects to no
 * address that the rule does not allow, whatever name leads there. Safe for use by several threads.
 */
public final class RemoteEndpoints implements AutoCloseable {
    /** An answer as it came. */
    public record Rows(String contentType, byte[] body) {}

    private static final String ACCEPT = "application/sparql-results+json, application/sparql-results+xml;q=0.8";
    /** Longer addresses are cut or refused by some servers on the way; a longer query goes by POST. */
    private static final int LONGEST_ADDRESS = 2_000;

    private static final int MOST_THREADS = 16;
    private static final int CONNECTIONS_PER_ENDPOINT = 8;
    private static final long LOOK_MILLIS = 20;

    private final HttpClient client = new HttpClient();
    private final ServiceLimits limits;

    public RemoteEndpoints(AddressRule rule, ServiceLimits limits) {
        this(rule, limits, NameLookup.SYSTEM);
    }

    public RemoteEndpoints(AddressRule rule, ServiceLimits limits, NameLookup names) {
        this.limits = limits;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("services");
        threads.setDaemon(true);
        client.setExecutor(threads);
        client.setSocketAddressResolver(new CheckedResolver(names, rule, threads));
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setMaxConnectionsPerDestination(CONNECTIONS_PER_ENDPOINT);
        client.setConnectTimeout(limits.time().toMillis());
        client.setIdleTimeout(limits.time().toMillis());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "DiaStem"));
        try {
            client.start();
        } catch (Exception e) {
            throw new EnvironmentException("The client for other endpoints could not be started.", e);
        }
        // What comes compressed may be a thousand times as large as what is counted.
        client.getContentDecoderFactories().clear();
        ProtocolHandlers handlers = client.getProtocolHandlers();
        handlers.remove(RedirectProtocolHandler.NAME);
        handlers.remove(WWWAuthenticationProtocolHandler.NAME);
    }

    public ServiceLimits limits() {
        return limits;
    }

    /**
     * Sends a SELECT and waits for its answer.
     *
     * @param endpoint one that the operator allows
     * @param stillWanted called again and again while waiting; what it throws ends the request
     * @throws RemoteFailure if there is no answer that can be used
     */
    public Rows ask(String endpoint, String query, Runnable stillWanted) {
        if (URI.create(endpoint).getHost() == null) {
            throw refused(Optional.of(endpoint));
        }
        Collected collected = new Collected(limits.bytes());
        Request request = request(endpoint, query);
        request.send(collected);
        boolean answered = false;
        try {
            long end = System.nanoTime() + limits.time().toNanos();
            while (!collected.done.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                stillWanted.run();
                if (System.nanoTime() - end > 0) {
                    throw tooLate(endpoint);
                }
            }
            answered = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer(endpoint);
        } finally {
            if (!answered) {
                request.abort(new TimeoutException());
            }
        }
        return rows(endpoint, collected);
    }

    private Request request(String endpoint, String query) {
        String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        String asGet = endpoint + "?" + form;
        Request request = asGet.length() <= LONGEST_ADDRESS
                ? client.newRequest(URI.create(asGet))
                : client.newRequest(URI.create(endpoint))
                        .method(HttpMethod.POST)
                        .body(new StringRequestContent("application/x-www-form-urlencoded", form,
                                StandardCharsets.UTF_8));
        return request.headers(headers -> headers.put(HttpHeader.ACCEPT, ACCEPT));
    }

    private Rows rows(String endpoint, Collected collected) {
        for (Throwable cause = collected.result.getFailure(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CheckedResolver.AddressRefused) {
                throw refused(Optional.of(endpoint));
            }
            if (cause instanceof TooLarge) {
                throw tooLarge(endpoint, limits.bytes() + " bytes");
            }
            if (cause instanceof TimeoutException) {
                throw tooLate(endpoint);
            }
        }
        Response response = collected.result.getResponse();
        if (collected.result.isFailed() || response.getStatus() != HttpStatus.OK_200) {
            throw noAnswer(endpoint);
        }
        String type = response.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return new Rows(type == null ? "" : type, collected.body.toByteArray());
    }

    /**
     * It may not be called, whether it is on no list or leads where nobody is let.
     *
     * @param endpoint empty if a variable names it, or what is no address
     */
    public static RemoteFailure refused(Optional<String> endpoint) {
        String shown = endpoint.map(address -> "<" + address + ">").orElse("that is named by a variable");
        return new RemoteFailure(
                Kind.REFUSED,
                "SERVICE " + shown + " is not allowed here. Call this endpoint from your own engine instead.");
    }

    /** There is nothing that could be used. */
    public static RemoteFailure noAnswer(String endpoint) {
        return new RemoteFailure(Kind.NO_ANSWER, "The endpoint <" + endpoint + "> did not answer the query with rows.");
    }

    /** There is more than is taken. */
    public static RemoteFailure tooLarge(String endpoint, String most) {
        return new RemoteFailure(
                Kind.TOO_LARGE, "The endpoint <" + endpoint + "> answered with more than " + most
                        + ". Ask it for less.");
    }

    private RemoteFailure tooLate(String endpoint) {
        Duration time = limits.time();
        String shown = time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
        return new RemoteFailure(Kind.TOO_LATE, "The endpoint <" + endpoint + "> did not answer within " + shown + ".");
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new EnvironmentException("The client for other endpoints could not be stopped.", e);
        }
    }

    /** The answer has more bytes than are taken. */
    private static final class TooLarge extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** An answer while it comes in. */
    private static final class Collected implements Response.Listener {
        private final CountDownLatch done = new CountDownLatch(1);
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final int most;
        private Result result;

        Collected(int most) {
            this.most = most;
        }

        @Override
        public void onContent(Response response, ByteBuffer content) {
            if (body.size() + content.remaining() > most) {
                response.abort(new TooLarge());
                return;
            }
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            body.writeBytes(bytes);
        }

        @Override
        public void onComplete(Result whole) {
            result = whole;
            done.countDown();
        }
    }
}
