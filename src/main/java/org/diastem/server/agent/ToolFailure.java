// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.agent;

import org.diastem.problem.DiaStemException;
import org.diastem.problem.ExitCode;

/** A call that cannot be answered, with what to do about it. */
final class ToolFailure extends DiaStemException {
    private final String hint;

    ToolFailure(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.NOT_FOUND;
    }
}
