// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Refusal;
import org.diastem.server.http.Route;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;

/** What machines that visit read first: {@code /robots.txt}, {@code /sitemap.xml}, {@code /llms.txt}. */
public final class MachineRoute implements Route {
    private static final String ROBOTS = "/robots.txt";
    private static final String GUIDE = "/llms.txt";
    private static final Pattern SITEMAP = Pattern.compile("/sitemap(?:-([1-9][0-9]{0,5}))?\\.xml");
    private static final String XML = "application/xml;charset=utf-8";

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final Limits limits;
    private final WorkLimits work;
    private final PerRelease<Sitemap> sitemaps =
            new PerRelease<>(loaded -> new Sitemap(loaded, Sitemap.MOST_IN_ONE));

    /** @param site tells where the server is reached, without a slash at the end */
    public MachineRoute(LiveRelease live, Function<Exchange, String> site, Limits limits, WorkLimits work) {
        this.live = live;
        this.site = site;
        this.limits = limits;
        this.work = work;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(ROBOTS) || path.equals(GUIDE) || SITEMAP.matcher(path).matches();
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        LiveRelease.Loaded loaded = live.now();
        String here = site.apply(exchange);
        String path = exchange.path();
        exchange.setHeader(Exchange.RELEASE_HEADER, loaded.release().name());
        String language = exchange.language();
        if (exchange.isKnown(loaded.release().name(), here + path + '\n' + language)) {
            return;
        }
        if (path.equals(ROBOTS)) {
            exchange.send(Answer.ok(Answer.PLAIN, robots(here)));
        } else if (path.equals(GUIDE)) {
            exchange.setHeader("Content-Language", language);
            exchange.send(Answer.ok(Answer.PLAIN, new Guide(loaded.release(), limits, work, here).text(language)));
        } else {
            exchange.send(Answer.ok(XML, sitemap(loaded, here, path)));
        }
    }

    private String sitemap(LiveRelease.Loaded loaded, String here, String path) {
        Matcher matcher = SITEMAP.matcher(path);
        Optional<String> number = matcher.matches() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
        Sitemap sitemap = sitemaps.of(loaded);
        return number.isEmpty()
                ? sitemap.first(here)
                : sitemap.part(here, Integer.parseInt(number.get()))
                        .orElseThrow(() -> Refusal.of(
                                404, "There is no such part; all addresses stand at /sitemap.xml."));
    }

    /** Pages are for everybody; what costs work for each request is not for crawlers. */
    private static String robots(String here) {
        return "User-agent: *\nDisallow: /sparql\nDisallow: /search\nDisallow: /query-result\nAllow: /\n\nSitemap: "
                + here
                + "/sitemap.xml\n";
    }
}
