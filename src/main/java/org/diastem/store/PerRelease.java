// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.util.Objects;
import java.util.function.Function;

/**
 * Something that is made of a release once and kept until another release is asked about. Safe for use by several
 * threads; whoever comes while it is being made waits for it.
 */
public final class PerRelease<T> {
    private record Held<T>(LiveRelease.Loaded release, T made) {}

    private final Function<LiveRelease.Loaded, T> maker;
    private volatile Held<T> held;

    public PerRelease(Function<LiveRelease.Loaded, T> maker) {
        this.maker = Objects.requireNonNull(maker);
    }

    public T of(LiveRelease.Loaded release) {
        Held<T> now = held;
        return now != null && now.release == release ? now.made : make(release);
    }

    private synchronized T make(LiveRelease.Loaded release) {
        Held<T> now = held;
        if (now == null || now.release != release) {
            now = new Held<>(release, maker.apply(release));
            held = now;
        }
        return now.made;
    }
}
