// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the figures were measured on.
 *
 * @param loadBefore processes that wanted a processor in the minute before
 * @param loadAfter the same afterwards; the bench itself is one, and the server that it measures another
 */
public record Machine(String processor, int processors, long memoryMegabytes, String java, double loadBefore,
        double loadAfter) {
    /** The machine as it is now. */
    public static Machine now() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        long kilobytes = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
        double load = load();
        return new Machine(
                processor,
                Runtime.getRuntime().availableProcessors(),
                kilobytes / 1024,
                System.getProperty("java.version"),
                load,
                load);
    }

    /** The same with the load as it is now for the load afterwards. */
    public Machine after() throws IOException {
        return new Machine(processor, processors, memoryMegabytes, java, loadBefore, load());
    }

    private static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    String english() {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %,d MB, JDK %s; load %.1f before, %.1f after",
                processor, processors, memoryMegabytes, java, loadBefore, loadAfter);
    }

    String chinese() {
        return String.format(
                Locale.ROOT,
                "%s，%d 个处理器，%,d MB 内存，JDK %s；测前负载 %.1f，测后 %.1f",
                processor, processors, memoryMegabytes, java, loadBefore, loadAfter);
    }
}
