// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

/** The same text in English and in Chinese; neither is ever empty. */
public record Bilingual(String en, String zh) {
    public Bilingual {
        if (en.isBlank() || zh.isBlank()) {
            throw new IllegalArgumentException("a bilingual text has both languages");
        }
    }
}
