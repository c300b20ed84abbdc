// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diastem.server.sparql.Budget;
import org.diastem.store.LiveRelease;

/** The search by words, which another part of the program does. */
public interface Search {
    /** @param type of the things; empty for all */
    List<Map<String, Object>> find(
            LiveRelease.Loaded loaded, Budget budget, String text, Optional<String> type, int limit);
}
