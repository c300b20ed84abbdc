// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.KeptBody;
import org.diastem.server.sparql.OutputFormat;

/**
 * Answers of releases, kept within a number of bytes, and those that are being worked out, so that many who ask the same
 * at once have it worked out once. Safe for use by several threads.
 */
final class KeptAnswers {
    /** Longer ones are not kept: who asks for them waits for the line, not for us. */
    static final int LONGEST = 1024 * 1024;

    /** About what an entry takes besides its bytes. */
    private static final int OVERHEAD = 400;

    /** An answer: a question to a release, in a format. */
    record Key(String release, QueryRequest question, OutputFormat format) {
        String tag() {
            return Exchange.tag(release, question.canonical(format));
        }
    }

    /** What is known of an answer; without a body only that it is too long to be kept. */
    private record Known(String tag, Optional<KeptBody> body) {}

    private final boolean keeps;
    private final Cache<Key, Known> answers;
    private final ConcurrentMap<Object, Filling> underWay = new ConcurrentHashMap<>();
    private final AtomicLong repeated = new AtomicLong();

    /** @param bytes of all answers together; 0 keeps none */
    KeptAnswers(long bytes) {
        keeps = bytes > 0;
        answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Known known) -> OVERHEAD
                        + 2 * key.question().query().length()
                        + known.body().map(KeptBody::size).orElse(0))
                .executor(Runnable::run)
                .build();
    }

    /** Whether answers are kept at all. */
    boolean keeps() {
        return keeps;
    }

    Optional<KeptBody> find(Key key) {
        return Optional.ofNullable(answers.getIfPresent(key)).flatMap(Known::body);
    }

    boolean isTooLong(Key key) {
        Known known = answers.getIfPresent(key);
        return known != null && known.body().isEmpty();
    }

    void keep(Key key, KeptBody body) {
        answers.put(key, new Known(key.tag(), Optional.of(body)));
    }

    /** Notes that an answer is too long. */
    void noteTooLong(Key key) {
        answers.put(key, new Known(key.tag(), Optional.empty()));
    }

    /** Sends an answer that was worked out for somebody else, or says that the client has it. */
    void send(Key key, KeptBody body, Exchange exchange) {
        repeated.incrementAndGet();
        exchange.setHeader(Exchange.RELEASE_HEADER, key.release());
        Known known = answers.getIfPresent(key);
        if (!exchange.isKnown(known == null ? key.tag() : known.tag())) {
            int before = body.size();
            exchange.send(key.format().contentType(), body);
            if (known != null && body.size() != before) {
                // It was zipped just now, and weighs more.
                answers.asMap().replace(key, known, known);
            }
        }
    }

    /**
     * Takes it on to work out an answer, or to wait for the one who does.
     *
     * @param wish tells apart what is asked, by what is known before the query is read
     * @return the filling of the caller, who must end it; empty if the waiting one will be called
     */
    Optional<Filling> begin(Object wish, Filling.Waiting waiting) {
        while (true) {
            Filling own = new Filling(filling -> underWay.remove(wish, filling));
            Filling other = underWay.putIfAbsent(wish, own);
            if (other == null) {
                return Optional.of(own);
            }
            if (other.await(waiting)) {
                return Optional.empty();
            }
        }
    }

    /** Forgets everything: another release answers now. */
    void clear() {
        answers.invalidateAll();
    }

    /** How often an answer was given that was not worked out for it. */
    long repeated() {
        return repeated.get();
    }

    /** Bytes that are held, about. */
    long size() {
        return answers.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
