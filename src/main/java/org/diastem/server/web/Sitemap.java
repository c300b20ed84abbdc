// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.diastem.server.http.Html;
import org.diastem.store.LiveRelease;
import org.diastem.vocab.Namespaces;

/**
 * The pages that a search engine should know, by the protocol of sitemaps.org: the start page and whatever of ours is
 * the subject of a triple, but for the parts of the description of a release, which are numbers for machines.
 */
final class Sitemap {
    /** By the protocol. */
    static final int MOST_IN_ONE = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final List<List<String>> files = new ArrayList<>();

    /** @param most addresses in one file */
    Sitemap(LiveRelease.Loaded loaded, int most) {
        String parts = "release/" + loaded.release().name() + '/';
        Set<String> paths = new TreeSet<>(Set.of("", "dump/"));
        loaded.dataset().getDefaultGraph().find().forEach(triple -> {
            Node thing = triple.getSubject();
            if (thing.isURI() && thing.getURI().startsWith(Namespaces.BASE)) {
                paths.add(thing.getURI().substring(Namespaces.BASE.length()));
            }
        });
        List<String> sorted = paths.stream().filter(path -> !path.startsWith(parts)).toList();
        for (int from = 0; from < sorted.size(); from += most) {
            files.add(sorted.subList(from, Math.min(sorted.size(), from + most)));
        }
    }

    /**
     * What stands at {@code /sitemap.xml}: the addresses, or the files that hold them where they are too many for one.
     */
    String first(String site) {
        if (files.size() == 1) {
            return addresses(site, files.get(0));
        }
        StringBuilder text = new StringBuilder(head("sitemapindex"));
        for (int i = 1; i <= files.size(); i++) {
            text.append("<sitemap><loc>").append(Html.text(site)).append("/sitemap-").append(i)
                    .append(".xml</loc></sitemap>\n");
        }
        return text.append("</sitemapindex>\n").toString();
    }

    /** What stands at {@code /sitemap-1.xml} and so on, if there are several. */
    Optional<String> part(String site, int number) {
        return files.size() > 1 && number >= 1 && number <= files.size()
                ? Optional.of(addresses(site, files.get(number - 1)))
                : Optional.empty();
    }

    private static String addresses(String site, List<String> paths) {
        StringBuilder text = new StringBuilder(head("urlset"));
        paths.forEach(path -> text.append("<url><loc>").append(Html.text(site + '/' + path)).append("</loc></url>\n"));
        return text.append("</urlset>\n").toString();
    }

    private static String head(String element) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + element + " xmlns=\"" + NAMESPACE + "\">\n";
    }
}
