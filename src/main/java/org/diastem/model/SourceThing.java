// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the source consists of and who and what it names: everything that is an individual but not a claim. */
public sealed interface SourceThing {
    String id();

    /**
     * A document.
     *
     * @param type prefixed name of its FaBiO or schema.org type
     * @param sameAs IRI of the same document elsewhere
     * @param language {@code en} or {@code zh}, if known
     */
    record Document(
            String id, List<String> types, Bilingual label, Optional<String> sameAs, Optional<String> language,
            Optional<String> partOf)
            implements SourceThing {
        public Document {
            types = List.copyOf(types);
        }
    }

    /**
     * A section of the source page.
     *
     * @param topic the complication or damage that an organ section treats
     */
    record Section(
            String id, String document, int firstLine, int lastLine, Bilingual label, Optional<String> topic)
            implements SourceThing {}

    /**
     * A line of the source page, without its text.
     *
     * @param length in Unicode characters
     * @param sha256 of the line's UTF-8 bytes, so that a text can be told to be the one that was curated
     */
    record Line(String id, int number, String section, String role, int length, String sha256) implements SourceThing {}

    /** A figure and what it depicts, as its caption says. */
    record Figure(String id, String section, int line, Bilingual label, List<String> depicts) implements SourceThing {
        public Figure {
            depicts = List.copyOf(depicts);
        }
    }

    /** A table; {@code rowsPresent} is false where the source announces it without its rows. */
    record SourceTable(String id, String section, int line, Bilingual label, boolean rowsPresent, Bilingual note)
            implements SourceThing {}

    /** A person or an organisation. */
    record Agent(String id, boolean person, Bilingual label, Optional<Bilingual> note) implements SourceThing {
        public Agent {
            Objects.requireNonNull(note);
        }
    }

    /** A registry of trials. */
    record Registry(String id, Bilingual label, String homepage) implements SourceThing {}
}
