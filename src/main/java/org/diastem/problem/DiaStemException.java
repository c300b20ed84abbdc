// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

/**
 * Root of what DiaStem throws. Its message is written for the person at the keyboard: what, where, and what to do. Each
 * child says which exit code its failure has.
 */
public abstract class DiaStemException extends RuntimeException {
    protected DiaStemException(String message) {
        super(message);
    }

    protected DiaStemException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The process's exit code for this failure. */
    public abstract ExitCode exitCode();
}
