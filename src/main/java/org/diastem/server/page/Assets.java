// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diastem.model.Sha256;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Refusal;
import org.diastem.server.http.Route;

/**
 * Styles, scripts and pictures of the pages, from the jar, and some files of libraries. Their address holds a hash of their content, so that a browser
 * keeps them for ever and still never shows an old one.
 */
public final class Assets implements Route {
    private static final String FOLDER = "/assets/";
    private static final int HASH_LENGTH = 12;
    private static final Pattern ADDRESS = Pattern.compile("/assets/([0-9a-f]{12})/([A-Za-z0-9][A-Za-z0-9._-]*)");
    /** Files of libraries, in their jars; the versions are those of the build. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "yasgui.min.js", library("zazuko__yasgui/4.5.0/build/yasgui.min.js"),
            "yasgui.min.js.LICENSE.txt", library("zazuko__yasgui/4.5.0/build/yasgui.min.js.LICENSE.txt"),
            "yasgui.min.css", library("zazuko__yasgui/4.5.0/build/yasgui.min.css"),
            "cytoscape.min.js", library("cytoscape/3.33.1/dist/cytoscape.min.js"),
            "d3.min.js", library("d3/7.9.0/dist/d3.min.js"));

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "txt", "text/plain;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private static final Map<String, Asset> LOADED = new ConcurrentHashMap<>();

    private static String library(String path) {
        return "/META-INF/resources/webjars/" + path;
    }

    private record Asset(byte[] bytes, String hash) {}

    /**
     * The address of an asset, without the server.
     *
     * @param name of a file among the assets of the program
     * @throws IllegalArgumentException if there is none of that name: a fault of the program
     */
    static String address(String name) {
        Asset asset = find(name).orElseThrow(() -> new IllegalArgumentException("no asset is called " + name));
        return FOLDER + asset.hash() + '/' + name;
    }

    @Override
    public boolean covers(String path) {
        return path.startsWith(FOLDER);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        Matcher asked = ADDRESS.matcher(exchange.path());
        Optional<Asset> found = asked.matches() ? find(asked.group(2)) : Optional.empty();
        Asset asset = found.orElseThrow(() -> Refusal.of(404, "There is nothing at this address."));
        String name = asked.group(2);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        // An address with an old hash still gives the file, but is not to be kept.
        boolean current = asset.hash().equals(asked.group(1));
        if (exchange.isKnown(asset.hash(), name)) {
            return;
        }
        exchange.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        exchange.send(new Answer(200, type, asset.bytes()));
    }

    private static Optional<Asset> find(String name) {
        Asset known = LOADED.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!TYPES.containsKey(name.substring(name.lastIndexOf('.') + 1))) {
            return Optional.empty();
        }
        try (InputStream in = Assets.class.getResourceAsStream(LIBRARIES.getOrDefault(name, "assets/" + name))) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            Asset loaded = new Asset(bytes, Sha256.of(bytes).substring(0, HASH_LENGTH));
            LOADED.put(name, loaded);
            return Optional.of(loaded);
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program", e);
        }
    }
}
