// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/**
 * A release that was published before the version at hand; releases are in the order of their versions.
 *
 * @param version as MAJOR.MINOR.PATCH
 * @param compatible whether the version at hand still answers as this one did
 */
public record EarlierRelease(String version, boolean compatible) implements Comparable<EarlierRelease> {
    private static final Comparator<EarlierRelease> ORDER =
            Comparator.comparing(release -> numbers(release.version), Arrays::compare);

    public EarlierRelease {
        Objects.requireNonNull(version);
    }

    @Override
    public int compareTo(EarlierRelease other) {
        return ORDER.compare(this, other);
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
