// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.measure;

import java.util.List;
import java.util.Map;

/**
 * All that was measured of one engine on graphs of one size.
 *
 * @param name of the engine on the command line
 * @param title of the engine in tables
 * @param memory what it was given, in words
 * @param diskBytes of the loaded data; with this program the Turtle and the index together
 * @param starts seconds from the start of the process to the first right answer, for each start
 * @param residentMegabytes after all queries, mapped files in memory included
 * @param anonymousMegabytes of it without mapped files
 * @param timings by the query's name, in the order of the queries
 */
public record Result(
        String name,
        String title,
        String memory,
        Loading loading,
        long diskBytes,
        double[] starts,
        long residentMegabytes,
        long anonymousMegabytes,
        Map<String, Timing> timings,
        List<Throughput> throughputs) {}
