// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.outgoing;

import java.io.Serial;

/** Another endpoint gave no answer that can be used. The text is for the client, so it never tells what is there. */
public final class RemoteFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** No connection may be opened to it. */
        REFUSED,
        /** It is not there, or answers with anything but the rows of a query. */
        NO_ANSWER,
        /** It takes too long. */
        TOO_LATE,
        /** It answers with too much. */
        TOO_LARGE
    }

    private final Kind kind;

    public RemoteFailure(Kind kind, String text) {
        super(text, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
