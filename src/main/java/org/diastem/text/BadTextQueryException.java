// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import java.io.Serial;
import org.apache.jena.query.QueryExecException;

/** A text query that cannot be answered as it is; the message is for whoever asked. */
public final class BadTextQueryException extends QueryExecException {
    @Serial
    private static final long serialVersionUID = 1L;

    BadTextQueryException(String message) {
        super(message);
    }
}
