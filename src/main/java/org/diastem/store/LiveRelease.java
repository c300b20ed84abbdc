// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.diastem.index.IndexDataset;
import org.diastem.problem.EnvironmentException;
import org.diastem.text.TextSearch;

/**
 * The release that a server answers from, loaded. Safe for use by several threads; a request takes {@link #now()} once
 * and keeps it, so that one answer never mixes two releases.
 */
public final class LiveRelease {

    /** A release and its dataset, which nobody changes any more. */
    public record Loaded(Release release, IndexDataset dataset) {
        public Loaded {
            Objects.requireNonNull(release);
            Objects.requireNonNull(dataset);
        }
    }

    private final List<Consumer<Loaded>> listeners = new CopyOnWriteArrayList<>();
    private volatile Loaded loaded;

    /** Opens the first release; the index of its texts is made while the server starts. */
    public LiveRelease(Release first) {
        loaded = new Loaded(first, first.load());
        Thread indexing = new Thread(() -> index(loaded), "text-index");
        indexing.setDaemon(true);
        indexing.start();
    }

    private static void index(Loaded loaded) {
        try {
            TextSearch.of(loaded.dataset()).index();
        } catch (EnvironmentException damaged) {
            // Whoever searches meets it again, and is told.
            return;
        }
    }

    public Loaded now() {
        return loaded;
    }

    /** Tells of every release that comes after this call. */
    public void onSwitch(Consumer<Loaded> listener) {
        listeners.add(listener);
    }

    /**
     * Verifies every file of another release and loads it, and only then answers from it.
     *
     * @throws EnvironmentException if it is damaged
     */
    public void switchTo(Release next) {
        next.requireIntact();
        Loaded fresh = new Loaded(next, next.load());
        // Now, so that no request waits for it.
        TextSearch.of(fresh.dataset()).index();
        loaded = fresh;
        listeners.forEach(listener -> listener.accept(fresh));
    }
}
