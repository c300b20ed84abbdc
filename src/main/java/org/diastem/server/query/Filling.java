// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.diastem.server.http.KeptBody;
import org.diastem.server.http.Refusal;

/** An answer that one request works out and others wait for, without holding a thread. */
final class Filling {
    /** Who waits. One of these is called, once, in the thread that worked the answer out. */
    interface Waiting {
        /** Here is the answer. */
        void answered(KeptAnswers.Key key, KeptBody body);

        /** Whoever asks this is refused. */
        void refused(Refusal refusal);

        /** There is nothing for others in what happened. */
        void left();
    }

    private final Consumer<Filling> whenOver;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean over;

    /** @param whenOver called before those who wait are */
    Filling(Consumer<Filling> whenOver) {
        this.whenOver = whenOver;
    }

    /** Whether it will be called; false if the filling is over already. */
    synchronized boolean await(Waiting other) {
        if (!over) {
            waiting.add(other);
        }
        return !over;
    }

    void answer(KeptAnswers.Key key, KeptBody body) {
        end(each -> each.answered(key, body));
    }

    void refuse(Refusal refusal) {
        end(each -> each.refused(refusal));
    }

    /** Leaves those who still wait to themselves. */
    void leave() {
        end(Waiting::left);
    }

    /** Does nothing if it is over already: nobody waits then. */
    private void end(Consumer<Waiting> outcome) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        whenOver.accept(this);
        waiting.forEach(outcome);
    }
}
