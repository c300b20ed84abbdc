// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program, by the commands that its users type, with limits wide enough for every query of the bench. */
public final class DiaStem implements Engine {
    private static final List<String> WIDE = List.of(
            "--time-limit", "600", "--row-limit", "100000000", "--byte-limit", "100000000000",
            "--kept-rows", "100000000", "--running", "16", "--per-client", "0", "--client-work", "0");

    private final Workplace place;

    public DiaStem(Workplace place) {
        this.place = place;
    }

    @Override
    public String name() {
        return "diastem";
    }

    @Override
    public String title() {
        return "DiaStem";
    }

    @Override
    public String memory() {
        return "heap " + place.heap();
    }

    /** Never: whether a release is there and up to date is for the command to find out. */
    @Override
    public boolean isLoaded() {
        return false;
    }

    @Override
    public List<ProcessBuilder> loading() {
        return List.of(command("build", List.of()));
    }

    @Override
    public Path store() {
        return place.build();
    }

    @Override
    public ProcessBuilder serving(int port) {
        List<String> options = new ArrayList<>(WIDE);
        options.addAll(List.of("--port", Integer.toString(port)));
        return command("serve", options);
    }

    /** Whether there is a release to serve. */
    public boolean hasRelease() {
        return Files.exists(place.build().resolve("current"));
    }

    private ProcessBuilder command(String name, List<String> options) {
        List<String> command = new ArrayList<>(List.of(place.repository().resolve("diastem").toString(), name));
        command.addAll(List.of(
                "--build", place.build().toString(), "--data", place.project().resolve("data").toString(), "--ontology",
                place.project().resolve("ontology").toString()));
        command.addAll(options);
        ProcessBuilder process = new ProcessBuilder(command);
        String heap = name.equals("build") ? place.buildHeap() : place.heap();
        process.environment().put("DIASTEM_JAVA_OPTS", "-Xmx" + heap);
        return process;
    }
}
