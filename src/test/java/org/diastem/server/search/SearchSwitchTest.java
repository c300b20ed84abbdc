// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.build.ReleaseBuilder;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Limits;
import org.diastem.store.LiveRelease;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found belongs to the release that is asked, also while another takes its place. */
class SearchSwitchTest {
    @TempDir
    private Path folder;

    @Test
    void the_index_changes_with_the_release_and_who_holds_the_old_one_still_searches_it() throws Exception {
        Project project = FixtureProject.copyTo(folder.resolve("project"));
        ReleaseStore store = new ReleaseStore(folder.resolve("build"));
        Release first = new ReleaseBuilder(project, store, Progress.NONE).build().release();
        Path claims = project.data().resolve("claims.csv");
        String text = FixtureProject.text(claims);
        Files.writeString(claims, text.replace("The growth factor promotes repair", "It promotes mending"));
        Release second = new ReleaseBuilder(project, store, Progress.NONE).build().release();
        LiveRelease live = new LiveRelease(first);
        LiveRelease.Loaded old = live.now();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(threads.submit(() -> {
                    LiveRelease.Loaded now = live.now();
                    return find(now, "mending").isEmpty() == (now.release() == first);
                }));
                if (i == 100) {
                    live.switchTo(second);
                }
            }
            for (Future<Boolean> answer : answers) {
                assertTrue(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(List.of("https://w3id.org/diastem/claim/C0002"), find(live.now(), "mending"));
        assertEquals(List.of(), find(old, "mending"));
    }

    private static List<String> find(LiveRelease.Loaded loaded, String words) {
        SearchRequest request = new SearchRequest(words, Optional.empty(), Set.of(), false, 20, 0);
        return new Finder(loaded.dataset(), new Budget(Limits.STANDARD))
                .find(request).stream().map(hit -> hit.best().subject().getURI()).toList();
    }
}
