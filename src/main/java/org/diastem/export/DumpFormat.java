// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

/** The formats in which a release, or one graph of it, is exported. */
public enum DumpFormat {
    /** Turtle in a fixed order. */
    TURTLE("ttl", "text/turtle"),
    /** A line for each triple. */
    NTRIPLES("nt", "application/n-triples"),
    /** A line for each triple with its graph. */
    NQUADS("nq", "application/n-quads"),
    /** Turtle with a block for each graph. */
    TRIG("trig", "application/trig"),
    /** JSON-LD; of the whole with its graphs. */
    JSONLD("jsonld", "application/ld+json"),
    /** RDF/XML. */
    RDFXML("rdf", "application/rdf+xml");

    private final String extension;
    private final String mediaType;

    DumpFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The end of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether the whole in this format says of each triple in which graph it stands. */
    boolean namesGraphs() {
        return this == NQUADS || this == TRIG || this == JSONLD;
    }
}
