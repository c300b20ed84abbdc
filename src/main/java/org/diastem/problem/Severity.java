// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

/** How bad a problem is. Only an {@link #ERROR} stops a build. */
public enum Severity {
    ERROR("error"),
    WARNING("warning"),
    INFO("info");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The lower-case word used in reports and in severity profiles. */
    public String word() {
        return word;
    }

    /**
     * The severity of a profile's word.
     *
     * @throws IllegalArgumentException if the word names none
     */
    public static Severity ofWord(String word) {
        for (Severity severity : values()) {
            if (severity.word.equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("no severity is called '" + word + "'; there are error, warning and info");
    }
}
