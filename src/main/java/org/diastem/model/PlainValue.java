// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.Objects;

/** A literal: its written form and its kind. */
public record PlainValue(String written, Kind kind) implements Filler {

    /** The kinds of literal that tables hold. */
    public enum Kind {
        TEXT,
        CHINESE_TEXT,
        INTEGER,
        DECIMAL,
        DATE,
        IRI
    }

    public PlainValue {
        Objects.requireNonNull(written);
        Objects.requireNonNull(kind);
    }
}
