// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

import java.util.List;

/** The sources have errors, so nothing was built. Carries the report. */
public final class FindingsException extends DiaStemException {
    private final transient List<String> report;

    public FindingsException(String message, List<String> report) {
        super(message);
        this.report = List.copyOf(report);
    }

    /** The findings, a line each. */
    public List<String> report() {
        return report;
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.FINDINGS;
    }
}
