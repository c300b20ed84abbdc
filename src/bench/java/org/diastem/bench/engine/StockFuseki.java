// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.Jena;

/**
 * Fuseki as its builder makes it, over TDB2. "Fixed" is the same with a small output buffer and nothing else changed,
 * so that what this one setting gains is not counted twice.
 */
public final class StockFuseki implements Engine {
    private static final String STORE = "tdb2";

    private final Workplace place;
    private final boolean fixed;

    public StockFuseki(Workplace place, boolean fixed) {
        this.place = place;
        this.fixed = fixed;
    }

    @Override
    public String name() {
        return fixed ? "fixed" : "stock";
    }

    @Override
    public String title() {
        return "Fuseki " + Jena.VERSION + ", TDB2, " + (fixed ? "small buffer" : "stock");
    }

    @Override
    public String memory() {
        return "heap " + place.heap();
    }

    @Override
    public boolean isLoaded() {
        return Files.exists(store());
    }

    @Override
    public List<ProcessBuilder> loading() {
        return List.of(place.java(
                List.of(), "tdb2.tdbloader", List.of("--loc", store().toString(), place.quads().toString())));
    }

    @Override
    public Path store() {
        return place.store(STORE);
    }

    @Override
    public ProcessBuilder serving(int port) {
        return place.java(
                List.of(),
                FusekiOverTdb.class.getName(),
                List.of(store().toString(), Integer.toString(port), Boolean.toString(fixed)));
    }
}
