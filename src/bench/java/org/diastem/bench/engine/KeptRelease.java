// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * This program over whatever release is there, without asking whether it is up to date: for work on the program, where
 * a build after each change would take too long. Its start leaves out what the command does before it serves.
 */
public final class KeptRelease implements Engine {
    private final Workplace place;

    public KeptRelease(Workplace place) {
        this.place = place;
    }

    @Override
    public String name() {
        return "kept";
    }

    @Override
    public String title() {
        return "DiaStem, release kept";
    }

    @Override
    public String memory() {
        return "heap " + place.heap();
    }

    @Override
    public boolean isLoaded() {
        return true;
    }

    @Override
    public List<ProcessBuilder> loading() {
        return List.of();
    }

    @Override
    public Path store() {
        return place.build();
    }

    @Override
    public ProcessBuilder serving(int port) {
        List<String> arguments = List.of(place.build().toString(), Integer.toString(port));
        return place.java(List.of(), ReleaseServer.class.getName(), arguments);
    }
}
