// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.dumps;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.diastem.export.Dump;
import org.diastem.export.DumpFacts;
import org.diastem.export.DumpFormat;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Nearest;
import org.diastem.rdf.IriMinter;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.MediaType;
import org.diastem.server.http.Refusal;
import org.diastem.server.http.Route;
import org.diastem.server.page.Page;
import org.diastem.server.page.Templates;
import org.diastem.server.sparql.Desk;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.store.LiveRelease;
import org.diastem.store.Release;
import org.diastem.vocab.GraphName;

/**
 * The dumps below {@code /dump/} and, for those who want to be sure which release they get, below
 * {@code /release/NAME/dump/}: a list of them as a page or as JSON, and the files.
 */
public final class DumpRoute implements Route, AutoCloseable {
    private static final String FOLDER = "/dump";
    private static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";
    private static final MediaType JSON = MediaType.of("application/json");
    /** Making all of them takes seconds, once for each release. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final Desk desk;
    private final DumpFiles files = new DumpFiles();

    /**
     * @param site tells where the server is reached, without a slash at the end
     * @param desk takes the work
     */
    public DumpRoute(
            LiveRelease live,
            Function<Exchange, String> site,
            Desk desk) {
        this.live = live;
        this.site = site;
        this.desk = desk.withTime(PATIENCE);
    }

    @Override
    public boolean covers(String path) {
        return path.equals(FOLDER) || path.startsWith(FOLDER + '/') || path.matches("/release/[^/]+/dump(/.*)?");
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        LiveRelease.Loaded loaded = live.now();
        Release release = loaded.release();
        exchange.setHeader(Exchange.RELEASE_HEADER, release.name());
        exchange.setHeader(
                "Link",
                "<" + LICENSE + ">; rel=\"license\", <" + site.apply(exchange) + "/.well-known/void>; rel=\"describedby\", <"
                        + IriMinter.release(release.name()).getURI() + ">; rel=\"cite-as\"");
        String path = exchange.path();
        if (path.startsWith("/release/")) {
            String named = path.substring("/release/".length(), path.indexOf('/', "/release/".length()));
            if (!named.equals(release.name())) {
                throw Refusal.of(404, "This server holds the dumps of release " + release.name() + " only.");
            }
        }
        String file = path.substring(path.indexOf(FOLDER) + FOLDER.length()).replaceFirst("^/", "");
        if (file.isEmpty()) {
            list(exchange, release);
            return;
        }
        Dump dump = Dump.ofFileName(file).orElseThrow(() -> unknown(file));
        exchange.setHeader(
                "Content-Location", site.apply(exchange) + "/release/" + release.name() + "/dump/" + dump.fileName());
        if (!exchange.isKnown(release.name(), path)) {
            send(exchange, loaded, dump);
        }
    }

    /**
     * What is known of dumps, which are made for that if they are not there yet.
     *
     * @throws EnvironmentException if the release is damaged
     */
    public Map<Dump, DumpFacts> facts(Release release, List<Dump> dumps) {
        Map<Dump, DumpFacts> facts = new LinkedHashMap<>();
        dumps.forEach(dump -> facts.put(dump, files.of(release, dump).facts()));
        return facts;
    }

    /** Sends one graph whole, as the answer to an exchange whose headers are set. */
    public void send(Exchange exchange, LiveRelease.Loaded loaded, GraphName graph, DumpFormat format) {
        send(exchange, loaded, new Dump(Optional.of(graph), format));
    }

    private void send(Exchange exchange, LiveRelease.Loaded loaded, Dump dump) {
        desk.take(exchange, budget -> {
            DumpFiles.Made made = files.of(loaded.release(), dump);
            exchange.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"diastem-" + loaded.release().name() + '-' + dump.fileName() + '"');
            exchange.sendFile(contentType(dump.format()), made.plain(), made.zipped());
        });
    }

    private void list(Exchange exchange, Release release) {
        String address = site.apply(exchange);
        Optional<String> format = exchange.parameters().single("format");
        format.filter(name -> !name.equals("json") && !name.equals("html")).ifPresent(name -> {
            throw Refusal.of(400, "There is no such format for the list of dumps. Offered: html, json.");
        });
        boolean json = format.map("json"::equals)
                .orElseGet(() -> exchange.accept().weight(JSON) > exchange.accept().weight(OutputFormat.HTML));
        Page page = Page.of(exchange, address, release.name());
        if (exchange.isKnown(release.name(), json ? address + exchange.path() + "\njson" : page.asked())) {
            return;
        }
        desk.take(exchange, budget -> {
            Map<Dump, DumpFacts> dumps = facts(release, Dump.all());
            if (json) {
                exchange.send(Answer.ok("application/json", json(release, address, dumps)));
            } else {
                Templates.addHeaders(exchange, page);
                exchange.send(Templates.fill(200, "dumps.jte", page, DumpsView.of(dumps, page)));
            }
        });
    }

    private static String json(Release release, String address, Map<Dump, DumpFacts> dumps) {
        JsonObject root = new JsonObject();
        root.put("release", release.name());
        root.put("license", LICENSE);
        JsonArray list = new JsonArray();
        dumps.forEach((dump, facts) -> {
            JsonObject entry = new JsonObject();
            entry.put("file", dump.fileName());
            entry.put("url", address + "/release/" + release.name() + "/dump/" + dump.fileName());
            dump.graph().ifPresent(graph -> entry.put("graph", graph.node().getURI()));
            entry.put("mediaType", dump.format().mediaType());
            entry.put("triples", facts.triples());
            entry.put("bytes", facts.bytes());
            entry.put("sha256", facts.sha256());
            list.add(entry);
        });
        root.put("dumps", list);
        return root.toString() + "\n";
    }

    private static Refusal unknown(String file) {
        List<String> names = Dump.all().stream().map(Dump::fileName).toList();
        return Refusal.of(
                404,
                "There is no such dump. "
                        + Nearest.of(file, names)
                                .map(name -> "Did you mean " + name + "?")
                                .orElse("They are listed at /dump/."));
    }

    private static String contentType(DumpFormat format) {
        return format.mediaType().startsWith("text/") ? format.mediaType() + ";charset=utf-8" : format.mediaType();
    }

    @Override
    public void close() {
        files.close();
    }
}
