// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.util.Locale;

/** The forms of the ontology that a release holds beside its graphs. */
public enum OntologyForm {
    /** Turtle in the order of the edit files. */
    TTL("ttl"),
    /** RDF/XML. */
    OWL("owl"),
    /** OWL 2 functional syntax. */
    OFN("ofn"),
    /** Manchester syntax. */
    OMN("omn"),
    /** OBO 1.4. */
    OBO("obo"),
    /** OBO Graphs JSON. */
    OBOGRAPHS("json");

    private final String extension;

    OntologyForm(String extension) {
        this.extension = extension;
    }

    /** The path of its file in a release. */
    public String path() {
        return "ontology/diastem." + extension;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
