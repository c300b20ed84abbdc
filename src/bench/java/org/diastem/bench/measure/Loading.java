// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.measure;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.diastem.bench.engine.Engine;

/**
 * What it cost to load the data into an engine. Kept beside the data, so that a later run over the same data can show
 * it.
 *
 * @param seconds from the start of the first process to the end of the last
 * @param peakMegabytes the most memory that one of them had at once, mapped files in memory included
 */
public record Loading(double seconds, long peakMegabytes) {
    /** Loads, and writes down what it cost. */
    public static Loading run(Engine engine, File log, Path kept) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long peak = 0;
        for (ProcessBuilder builder : engine.loading()) {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakOf(process.toHandle()));
            }
            if (process.exitValue() != 0) {
                throw new IOException("loading into " + engine.title() + " failed; see " + log);
            }
        }
        Loading loading = new Loading((System.nanoTime() - begun) / 1e9, peak);
        Properties properties = new Properties();
        properties.setProperty("seconds", Double.toString(loading.seconds()));
        properties.setProperty("peakMegabytes", Long.toString(loading.peakMegabytes()));
        try (var out = Files.newBufferedWriter(kept, StandardCharsets.UTF_8)) {
            properties.store(out, null);
        }
        return loading;
    }

    /** What an earlier run wrote down; nothing is known of data that was loaded otherwise. */
    public static Loading read(Path kept) throws IOException {
        if (!Files.exists(kept)) {
            return new Loading(Double.NaN, 0);
        }
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(kept, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return new Loading(
                Double.parseDouble(properties.getProperty("seconds")),
                Long.parseLong(properties.getProperty("peakMegabytes")));
    }

    /** Of the process or one that it started. */
    private static long peakOf(ProcessHandle process) {
        long peak = process.children().mapToLong(Loading::peakOf).max().orElse(0);
        try {
            return Math.max(peak, new Meter(process.pid()).peakMegabytes());
        } catch (IOException ended) {
            return peak;
        }
    }
}
