// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.diastem.model.Sha256;
import org.diastem.problem.EnvironmentException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.content.PathContentSource;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * A request and its answer. One thread at a time answers; {@link #clientIsGone} and {@link #abort} may be called by
 * another meanwhile.
 */
public final class Exchange {
    /** The header with the request's number, also in the access log. */
    public static final String ID_HEADER = "X-Request-Id";

    /** The header with the name of the release that an answer comes from. */
    public static final String RELEASE_HEADER = "DiaStem-Release";

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)\"?", Pattern.CASE_INSENSITIVE);
    private static final HttpField FOR_A_MINUTE =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=60, must-revalidate");
    private static final HttpField BY_WISH =
            new PreEncodedHttpField(HttpHeader.VARY, "Accept, Accept-Encoding, Accept-Language");
    private static final int TAG_LENGTH = 16;
    private static final String ZIPPED = "-gzip";
    private static final int WORTH_ZIPPING = 1_024;
    private static final int ZIP_BUFFER = 8 * 1_024;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final String id;
    /** Set under the lock of this object, so that nobody reads from the connection once it may carry the next request. */
    private boolean answered;

    private volatile boolean isBodyTaken;

    Exchange(Request request, Response response, Callback callback, String id) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.id = id;
    }

    public String id() {
        return id;
    }

    public String method() {
        return request.getMethod();
    }

    /** @throws Refusal 405 if the method is none that only reads */
    public void requireReading() {
        if (!method().equals("GET") && !method().equals("HEAD")) {
            throw Refusal.method(method(), "GET, HEAD");
        }
    }

    /** Percent-decoded, beginning with a slash. */
    public String path() {
        String path = Request.getPathInContext(request);
        return path.contains("%") ? Parameters.decoded(path.replace("+", "%2B")) : path;
    }

    /** @throws Refusal 400 if the query string cannot be decoded */
    public Parameters parameters() {
        return Parameters.of(request.getHttpURI().getQuery());
    }

    /** The lines of a header, joined by commas as RFC 9110 section 5.3 allows. */
    public Optional<String> header(String name) {
        List<String> lines = request.getHeaders().getValuesList(name);
        return switch (lines.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(lines.get(0));
            default -> Optional.of(String.join(", ", lines));
        };
    }

    public Accept accept() {
        return Accept.of(header("Accept"));
    }

    /** The language for a page: the parameter {@code lang} if it is one of ours, else what the client prefers. */
    public String language() {
        return parameters().all("lang").stream()
                .filter(tag -> tag.equals("en") || tag.equals("zh"))
                .findFirst()
                .orElseGet(() -> Accept.language(header("Accept-Language")));
    }

    /** Scheme, host and port as the client wrote them, without a slash at the end. */
    public String requestedOrigin() {
        return request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority();
    }

    /** The address of the other side of the connection. */
    public String peer() {
        return Request.getRemoteAddr(request);
    }

    /**
     * The type of the body.
     *
     * @param accepted those that are understood
     * @param advice what to send instead
     * @throws Refusal 415 if it is none of them, is compressed, or is not UTF-8
     */
    public MediaType bodyType(List<MediaType> accepted, String advice) {
        header("Content-Encoding").filter(coding -> !coding.equalsIgnoreCase("identity")).ifPresent(coding -> {
            throw Refusal.of(415, "A compressed request is not understood here; send it as it is.");
        });
        header("Transfer-Encoding").filter(coding -> !coding.equalsIgnoreCase("chunked")).ifPresent(coding -> {
            throw Refusal.of(501, "No transfer coding but chunked is understood here; send the request as it is.");
        });
        String type = header("Content-Type").orElse("");
        Matcher charset = CHARSET.matcher(type);
        if (charset.find() && !charset.group(1).toLowerCase(Locale.ROOT).matches("utf-?8|us-ascii")) {
            throw Refusal.of(415, "A request is read as UTF-8; this one names another charset.");
        }
        return MediaType.parse(type).filter(accepted::contains).orElseThrow(() -> Refusal.of(415, advice));
    }

    /**
     * Reads the body without holding a thread.
     *
     * @return completes with a {@link Refusal} 413 if there are more bytes, 408 if the client stops sending
     */
    public CompletableFuture<byte[]> body(int mostBytes) {
        isBodyTaken = true;
        BodyReader reader = new BodyReader(request, mostBytes);
        reader.run();
        return reader.whole();
    }

    public void setHeader(String name, String value) {
        response.getHeaders().put(name, value);
    }

    /**
     * Marks the answer as one of a release, the same for everybody who asks the same of that release.
     *
     * @param release its name
     * @param asked what tells this answer from any other of the release: the question and the format
     * @return whether the client has it already; then 304 has been sent and there is nothing left to do
     */
    public boolean isKnown(String release, String asked) {
        return isKnown(tag(release, asked));
    }

    /** The tag of an answer: what tells it from any other of all releases. */
    public static String tag(String release, String asked) {
        return release + '-' + Sha256.of(asked).substring(0, TAG_LENGTH);
    }

    /** Whether the client says that it has the answer with that very tag; nothing is sent. */
    public boolean holds(String tag) {
        return header("If-None-Match").map(tags -> tags.contains('"' + tag + '"') || tags.contains('"' + tag + ZIPPED + '"'))
                .orElse(false);
    }

    /**
     * As {@link #isKnown(String, String)}.
     *
     * @param etag of {@link #tag}
     */
    public boolean isKnown(String etag) {
        String quoted = '"' + etag + '"';
        response.getHeaders().put(HttpHeader.ETAG, quoted);
        // A minute without asking, then a cheap question whether the release is still the same.
        response.getHeaders().put(FOR_A_MINUTE);
        response.getHeaders().put(BY_WISH);
        Optional<String> conditions = header("If-None-Match");
        if (conditions.isEmpty()) {
            return false;
        }
        String zipped = '"' + etag + ZIPPED + '"';
        Optional<String> held = Arrays.stream(conditions.get().split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .filter(tag -> tag.equals("*") || tag.equals(quoted) || tag.equals(zipped))
                .findFirst();
        // RFC 9110, 13.1.2: only for these methods is "you have it" an answer.
        if (held.isPresent() && (method().equals("GET") || method().equals("HEAD"))) {
            if (held.get().equals(zipped)) {
                setHeader("ETag", zipped);
            }
            sendNothing(304);
            return true;
        }
        return false;
    }

    /** Says that the answer must not be kept by anybody. */
    public void forbidCaching() {
        setHeader("Cache-Control", "no-store");
        response.getHeaders().remove("ETag");
    }

    public void send(Answer answer) {
        if (isFirstToEnd()) {
            response.setStatus(answer.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
            byte[] bytes = answer.body();
            if (bytes.length >= WORTH_ZIPPING && acceptsZipped()) {
                markZipped();
                bytes = KeptBody.zipped(bytes);
            }
            sendWhole(bytes);
        }
    }

    /** Sends a body that was sent before, and its zipped form without zipping it again. */
    public void send(String contentType, KeptBody body) {
        if (isFirstToEnd()) {
            response.setStatus(200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
            byte[] bytes = body.plain();
            if (bytes.length >= WORTH_ZIPPING && acceptsZipped()) {
                markZipped();
                bytes = body.zipped();
            }
            sendWhole(bytes);
        }
    }

    private void sendWhole(byte[] bytes) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }

    private boolean acceptsZipped() {
        return header("Accept-Encoding").isPresent()
                && Accept.weightOf("gzip", header("Accept-Encoding").get()) > 0
                && !response.getHeaders().contains(HttpHeader.CONTENT_ENCODING);
    }

    /** Other bytes need another tag: RFC 9110, section 8.8.3.3. */
    private void markZipped() {
        setHeader("Content-Encoding", "gzip");
        String tag = response.getHeaders().get(HttpHeader.ETAG);
        if (tag != null) {
            setHeader("ETag", tag.substring(0, tag.length() - 1) + ZIPPED + '"');
        }
    }

    /**
     * Sends a file, or its zipped form to a client that takes that, without holding a thread while the client reads.
     *
     * @param zipped the same bytes behind gzip
     * @throws EnvironmentException if the file is gone; nothing was sent then
     */
    public void sendFile(String contentType, Path plain, Path zipped) {
        boolean asZipped = acceptsZipped();
        Path chosen = asZipped ? zipped : plain;
        long length;
        try {
            length = Files.size(chosen);
        } catch (IOException e) {
            throw new EnvironmentException("The file " + chosen + " is gone.", e);
        }
        if (isFirstToEnd()) {
            response.setStatus(200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
            if (asZipped) {
                markZipped();
            }
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
            if (method().equals("HEAD")) {
                callback.succeeded();
            } else {
                Content.copy(new PathContentSource(chosen), response, callback);
            }
        }
    }

    /** Sends a status without a body. */
    public void sendNothing(int status) {
        if (isFirstToEnd()) {
            response.setStatus(status);
            callback.succeeded();
        }
    }

    /** Sends the refusal if nothing was sent yet; otherwise the answer is cut so that the client notices. */
    public void refuse(Refusal refusal) {
        if (response.isCommitted()) {
            abort();
            return;
        }
        if (!isBodyTaken && hasBody()) {
            // What is left of the body would be read as the next request, so there must be none on this connection.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        // What was said of the answer that failed does not hold for the refusal.
        forbidCaching();
        for (String header : new String[] {"Content-Location", "Content-Length", "Content-Disposition", "Vary"}) {
            response.getHeaders().remove(header);
        }
        refusal.retryAfter().ifPresent(wait -> setHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds()))));
        refusal.allow().ifPresent(methods -> setHeader("Allow", methods));
        send(Answer.text(refusal.status(), refusal.getMessage()));
    }

    /** By RFC 9112, section 6: one of two headers says so. Jetty knows no length of a request without a body either. */
    private boolean hasBody() {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /**
     * Begins an answer of unknown length. The caller closes the stream when the answer is whole, or calls {@link #abort}.
     * A write blocks while the client does not read.
     */
    public OutputStream begin(int status, String contentType) throws IOException {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        OutputStream plain = Content.Sink.asOutputStream(response);
        if (acceptsZipped()) {
            markZipped();
        }
        OutputStream whole = response.getHeaders().contains(HttpHeader.CONTENT_ENCODING, "gzip")
                ? new GZIPOutputStream(plain, ZIP_BUFFER)
                : plain;
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                whole.write(value);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                whole.write(bytes, from, length);
            }

            @Override
            public void flush() throws IOException {
                whole.flush();
            }

            @Override
            public void close() throws IOException {
                if (isFirstToEnd()) {
                    whole.close();
                    callback.succeeded();
                }
            }
        };
    }

    /** Whether a part of the answer has left. */
    public boolean hasBegun() {
        return response.isCommitted();
    }

    /**
     * Breaks the connection, so that what was sent so far cannot be taken for a whole answer, whatever its format and the
     * version of HTTP.
     */
    public void abort() {
        if (isFirstToEnd()) {
            EndPoint connection = endPoint();
            callback.failed(new IOException("the answer was cut"));
            connection.close();
        }
    }

    private synchronized boolean isFirstToEnd() {
        boolean first = !answered;
        answered = true;
        return first;
    }

    /**
     * Whether the client has closed its side while it was to wait for the answer. A client that sends the next request
     * without waiting loses that one: its first byte is taken here, so the connection ends after this answer, which
     * RFC 9112 section 9.3.2 makes every such client prepared for.
     */
    public synchronized boolean clientIsGone() {
        if (answered) {
            return false;
        }
        EndPoint endPoint = endPoint();
        if (!endPoint.isOpen()) {
            return true;
        }
        if (!request.getConnectionMetaData().getHttpVersion().asString().startsWith("HTTP/1")) {
            return false;
        }
        ByteBuffer one = BufferUtil.allocate(1);
        try {
            int read = endPoint.fill(one);
            if (read > 0 && !response.isCommitted()) {
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            return read < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Called when the connection idles while the answer is still being worked out: that is no reason to end it. */
    public void allowSilence() {
        request.addIdleTimeoutListener(timeout -> false);
    }

    private EndPoint endPoint() {
        return Objects.requireNonNull(request.getConnectionMetaData().getConnection().getEndPoint());
    }
}
