// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

/** A query that does not parse, or that an endpoint refused. */
public final class BadQueryException extends DiaStemException {
    public BadQueryException(String message) {
        super(message);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.BAD_QUERY;
    }
}
