// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.Objects;
import java.util.Optional;

/** The numbers of a finding, each as printed; what was not printed is empty. */
public record Effect(
        Optional<String> measure,
        Optional<String> value,
        Optional<String> unit,
        Optional<String> interval,
        Optional<String> pValue,
        Optional<String> note) {
    public Effect {
        Objects.requireNonNull(measure);
        Objects.requireNonNull(value);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(interval);
        Objects.requireNonNull(pValue);
        Objects.requireNonNull(note);
    }
}
