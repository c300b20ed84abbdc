// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.check.Finding;
import org.diastem.model.CuratedData;
import org.diastem.problem.Problems;
import org.diastem.problem.Severity;

/**
 * The sources as read, in memory, with all that was found wrong.
 *
 * @param data the tables as records; empty if they have errors
 * @param dataset all graphs, the derived one included; empty if the sources have errors
 * @param counts how many there are of the things that people ask about; empty without a dataset
 */
public record Assembly(
        Problems problems,
        List<Finding> findings,
        Optional<CuratedData> data,
        Optional<DatasetGraph> dataset,
        SortedMap<String, Long> counts) {
    public Assembly {
        Objects.requireNonNull(problems);
        findings = findings.stream().sorted().distinct().toList();
        Objects.requireNonNull(data);
        Objects.requireNonNull(dataset);
        Objects.requireNonNull(counts);
    }

    /** How many problems and findings there are of a severity. */
    public long count(Severity severity) {
        return problems.count(severity)
                + findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** The same with more findings. */
    public Assembly with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Assembly(problems, all, data, dataset, counts);
    }

    /** Problems by place, then findings by severity, check and place. */
    public List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        problems.sorted().stream().map(Finding::of).forEach(all::add);
        all.addAll(findings);
        return all;
    }

    /** Everything of at least that severity, a line each. */
    public List<String> report(Severity least) {
        return all().stream()
                .filter(finding -> finding.severity().compareTo(least) <= 0)
                .map(Finding::line)
                .toList();
    }

    /** The numbers per severity in words. */
    public String summary() {
        return counted(count(Severity.ERROR), "error") + ", " + counted(count(Severity.WARNING), "warning")
                + ", " + counted(count(Severity.INFO), "info");
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
