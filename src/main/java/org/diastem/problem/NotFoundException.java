// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

/** Something was asked for by name that does not exist. */
public final class NotFoundException extends DiaStemException {
    public NotFoundException(String message) {
        super(message);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.NOT_FOUND;
    }
}
