// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import java.util.Objects;

/**
 * A column of a table: a row of {@code data/schema/columns.csv}.
 *
 * @param meaningEn what a curator writes there, in English; {@code meaningZh} the same in Chinese
 */
public record Column(
        String table, String name, boolean required, boolean many, Datatype datatype, String meaningEn, String meaningZh) {
    public Column {
        Objects.requireNonNull(table);
        Objects.requireNonNull(name);
        Objects.requireNonNull(datatype);
        Objects.requireNonNull(meaningEn);
        Objects.requireNonNull(meaningZh);
    }
}
