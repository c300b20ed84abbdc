// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.diastem.problem.DiaStemException;
import org.diastem.store.LiveRelease;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;

/** Looks once a second whether another release became the current one, and moves the server over to it. */
final class ReleaseWatcher implements AutoCloseable {
    private static final long SECONDS_BETWEEN = 1;

    private final ReleaseStore store;
    private final LiveRelease live;
    private final Consumer<String> events;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "release-watcher");
        thread.setDaemon(true);
        return thread;
    });
    private String refused = "";

    ReleaseWatcher(ReleaseStore store, LiveRelease live, Consumer<String> events) {
        this.store = store;
        this.live = live;
        this.events = events;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::look, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    private void look() {
        String serving = live.now().release().name();
        String found = serving;
        try {
            found = store.currentName().orElse(serving);
            if (!found.equals(serving) && !found.equals(refused)) {
                Optional<Release> next = store.current();
                next.ifPresent(live::switchTo);
                events.accept("now serving release " + live.now().release().name());
            }
        } catch (DiaStemException e) {
            // Told once for each release; the server stays on the one it has.
            refused = found;
            events.accept("still serving release " + serving + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
