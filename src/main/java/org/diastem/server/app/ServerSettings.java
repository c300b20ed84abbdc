// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import java.util.Objects;
import java.util.Optional;
import org.diastem.server.outgoing.ServiceSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;

/**
 * How a server is to run.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param publicUrl under which strangers reach it, without a slash at the end; empty is "as each request names it"
 * @param limits of each query
 * @param workLimits of all queries together
 * @param longestBody bytes of a request's body
 * @param longestHead bytes of a request's first line and headers
 * @param connections at once
 * @param trustsProxy whether {@code X-Forwarded-For} tells the client, because only a proxy of ours can connect
 * @param metricsPort on this machine only; empty for none, 0 for any free one
 * @param logsRequests whether each request gets a line
 * @param logsQueries whether that line holds the query string
 * @param services endpoints that queries may call
 * @param keptAnswers bytes of answers that are kept for those who ask again; 0 keeps none
 */
public record ServerSettings(
        String host,
        int port,
        Optional<String> publicUrl,
        Limits limits,
        WorkLimits workLimits,
        int longestBody,
        int longestHead,
        int connections,
        boolean trustsProxy,
        Optional<Integer> metricsPort,
        boolean logsRequests,
        boolean logsQueries,
        ServiceSettings services,
        long keptAnswers) {
    private static final long MOST_KEPT = 64L * 1024 * 1024;
    private static final int SHARE_KEPT = 8;

    /** As {@code diastem serve} runs without options, on a free port of this machine. */
    public static final ServerSettings STANDARD = new ServerSettings(
            "127.0.0.1",
            0,
            Optional.empty(),
            Limits.STANDARD,
            WorkLimits.STANDARD,
            1024 * 1024,
            64 * 1024,
            1_000,
            false,
            Optional.empty(),
            false,
            false,
            ServiceSettings.NONE,
            Math.min(MOST_KEPT, Runtime.getRuntime().maxMemory() / SHARE_KEPT));

    public ServerSettings {
        Objects.requireNonNull(host);
        publicUrl.ifPresent(url -> {
            if (!url.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
                throw new IllegalArgumentException("the public URL must begin with http:// or https:// and a host");
            }
        });
        Objects.requireNonNull(limits);
        Objects.requireNonNull(workLimits);
        Objects.requireNonNull(metricsPort);
        Objects.requireNonNull(services);
        if (keptAnswers < 0) {
            throw new IllegalArgumentException("answers cannot be kept in less than no bytes");
        }
    }

    public ServerSettings at(String otherHost, int otherPort) {
        return new ServerSettings(
                otherHost, otherPort, publicUrl, limits, workLimits, longestBody, longestHead, connections, trustsProxy,
                metricsPort, logsRequests, logsQueries, services, keptAnswers);
    }

    public ServerSettings within(Limits otherLimits, WorkLimits otherWorkLimits) {
        return new ServerSettings(
                host, port, publicUrl, otherLimits, otherWorkLimits, longestBody, longestHead, connections, trustsProxy,
                metricsPort, logsRequests, logsQueries, services, keptAnswers);
    }

    public ServerSettings reachedAt(Optional<String> otherUrl, boolean otherTrust) {
        return new ServerSettings(
                host, port, otherUrl, limits, workLimits, longestBody, longestHead, connections, otherTrust,
                metricsPort, logsRequests, logsQueries, services, keptAnswers);
    }

    public ServerSettings observed(Optional<Integer> otherMetrics, boolean requests, boolean queries) {
        return new ServerSettings(
                host, port, publicUrl, limits, workLimits, longestBody, longestHead, connections, trustsProxy,
                otherMetrics, requests, queries, services, keptAnswers);
    }

    public ServerSettings calling(ServiceSettings others) {
        return new ServerSettings(
                host, port, publicUrl, limits, workLimits, longestBody, longestHead, connections, trustsProxy,
                metricsPort, logsRequests, logsQueries, others, keptAnswers);
    }

    public ServerSettings keeping(long otherBytes) {
        return new ServerSettings(
                host, port, publicUrl, limits, workLimits, longestBody, longestHead, connections, trustsProxy,
                metricsPort, logsRequests, logsQueries, services, otherBytes);
    }
}
