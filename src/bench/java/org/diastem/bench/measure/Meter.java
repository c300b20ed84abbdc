// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux tells of a process. */
public final class Meter {
    private static final double MILLIS_PER_TICK = 10;
    private static final int USER_TICKS = 11;

    private final Path folder;

    public Meter(long process) {
        folder = Path.of("/proc", Long.toString(process));
    }

    /** Time on any processor so far, user and system, in milliseconds; to a hundredth of a second. */
    public double cpuMillis() throws IOException {
        String stat = Files.readString(folder.resolve("stat"));
        // The name of the process may hold spaces; what follows its bracket does not.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1])) * MILLIS_PER_TICK;
    }

    /** Resident memory now, in megabytes; mapped files that are in memory count. */
    public long residentMegabytes() throws IOException {
        return status("VmRSS:") / 1024;
    }

    /** Resident memory that belongs to no file, in megabytes. */
    public long anonymousMegabytes() throws IOException {
        return status("RssAnon:") / 1024;
    }

    /** The most that was resident at once so far, in megabytes. */
    public long peakMegabytes() throws IOException {
        return status("VmHWM:") / 1024;
    }

    private long status(String key) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("status"))) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    /** The space that a folder takes on the disk, in bytes; holes in files take none. */
    public static long diskBytes(Path tree) throws IOException, InterruptedException {
        Process du = new ProcessBuilder("du", "-s", "--block-size=1", tree.toString()).start();
        String told = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (du.waitFor() != 0) {
            throw new IOException("du cannot measure " + tree);
        }
        return Long.parseLong(told.split("\\s")[0]);
    }
}
