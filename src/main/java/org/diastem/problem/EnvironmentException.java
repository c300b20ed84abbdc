// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

/** A file, folder, port or address that could not be used. */
public final class EnvironmentException extends DiaStemException {
    public EnvironmentException(String message) {
        super(message);
    }

    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.ENVIRONMENT;
    }
}
