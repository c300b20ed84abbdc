// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

/** Hears what a build is doing, one line at a time. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = line -> {};

    void say(String line);
}
