// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.generate;

import java.util.Locale;

/** How large a generated project is. The number of triples is that of the default graph of its release, about. */
public enum GraphSize {
    /** For tests: a handful of classes and two sections of one document. */
    TINY(30, 1, 2, 2),
    /** About 100 thousand triples, most of them those of the real project. */
    SMALL(300, 1, 4, 4),
    /** About 1 million triples. */
    MEDIUM(5_000, 26, 7, 10),
    /** About 10 million triples. */
    LARGE(5_000, 320, 7, 10);

    private final int classes;
    private final int documents;
    private final int fewestSections;
    private final int mostSections;

    GraphSize(int classes, int documents, int fewestSections, int mostSections) {
        this.classes = classes;
        this.documents = documents;
        this.fewestSections = fewestSections;
        this.mostSections = mostSections;
    }

    /** The size of that name, in lower case as the command line has it. */
    public static GraphSize of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The name as the command line has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many classes are added to those of the real ontology. */
    public int classes() {
        return classes;
    }

    /** How many documents are added to the real one. */
    public int documents() {
        return documents;
    }

    int fewestSections() {
        return fewestSections;
    }

    int mostSections() {
        return mostSections;
    }
}
