// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.measure;

import java.util.Arrays;

/**
 * How long one query took with one engine.
 *
 * @param coldMillis its first run after the start of the server
 * @param warmMillis the median of the later runs
 * @param spread the distance between their quartiles, as a part of the median
 * @param cpuMillis time of the server's process for one run, on any processor
 * @param runs how many later runs there were
 * @param bytes of one answer
 * @param digest what the answers said, for several parameters one after the other; see {@link Answers}
 * @param failure why there is no answer; empty if there is
 */
public record Timing(
        double coldMillis,
        double warmMillis,
        double spread,
        double cpuMillis,
        int runs,
        long bytes,
        String digest,
        String failure) {
    /** One that went wrong. */
    public static Timing failed(String why) {
        return new Timing(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0, "", why);
    }

    public boolean isGood() {
        return failure.isEmpty();
    }

    /** A part of the sorted values lies below this one. */
    public static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
