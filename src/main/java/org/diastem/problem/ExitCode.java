// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

/** What the process's exit code says. Scripts rely on the numbers: they do not change. */
public enum ExitCode {
    /** All went well; there may have been warnings. */
    OK(0, "done"),
    /** The sources have errors, or a check found some; the report says which. */
    FINDINGS(1, "the sources have errors; they are listed"),
    /** The command line was wrong: an unknown option, a missing or malformed argument. */
    USAGE(2, "the command line was wrong"),
    /** A file or folder could not be read or written, or a port not be opened. */
    ENVIRONMENT(3, "a file, folder, port or address could not be used"),
    /** The named query, graph, claim or release does not exist. */
    NOT_FOUND(4, "the thing named does not exist"),
    /** A query does not parse or an endpoint refused it. */
    BAD_QUERY(5, "the query does not parse, or was refused"),
    /** A fault of DiaStem itself. */
    INTERNAL(70, "a fault of DiaStem itself");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }
}
