// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** RDF4J's LMDB store behind a plain Jetty handler with RDF4J's own writers; compiled by the profile bench alone. */
public final class Rdf4jLmdb implements Engine {
    private static final String SERVER = "org.diastem.bench.engine.rdf4j.LmdbServer";

    private final Workplace place;

    public Rdf4jLmdb(Workplace place) {
        this.place = place;
    }

    @Override
    public String name() {
        return "rdf4j";
    }

    @Override
    public String title() {
        String path = System.getProperty("java.class.path");
        return "RDF4J LMDB" + path.replaceFirst("(?s)^.*rdf4j-sail-lmdb-([0-9.]+)\\.jar.*$", " $1")
                .replaceFirst("(?s)^.*:.*$", "");
    }

    @Override
    public String memory() {
        return "heap " + place.heap() + ", and its mapped file";
    }

    @Override
    public Optional<String> missing() {
        try {
            Class.forName(SERVER);
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.of("it is compiled by the Maven profile bench");
        }
    }

    @Override
    public boolean isLoaded() {
        return Files.exists(store());
    }

    @Override
    public List<ProcessBuilder> loading() {
        return List.of(place.java(List.of(), SERVER, List.of("load", store().toString(), place.quads().toString())));
    }

    @Override
    public Path store() {
        return place.store("rdf4j");
    }

    @Override
    public ProcessBuilder serving(int port) {
        return place.java(List.of(), SERVER, List.of("serve", store().toString(), Integer.toString(port)));
    }
}
