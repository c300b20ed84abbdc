// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.diastem.export.OntologyForm;
import org.diastem.server.http.MediaType;
import org.diastem.server.sparql.OutputFormat;

/**
 * The formats of the ontology, the server's favourite first. The release holds most of them; the others are made of
 * its Turtle.
 */
enum OntologyFormat implements OutputFormat {
    TURTLE("ttl", OntologyForm.TTL, RDFFormat.TURTLE_PRETTY, "text/turtle", "application/x-turtle"),
    RDF_XML("owl", OntologyForm.OWL, RDFFormat.RDFXML_PLAIN, "application/rdf+xml", "application/xml", "text/xml"),
    JSON_LD("jsonld", null, RDFFormat.JSONLD, "application/ld+json", "application/json"),
    N_TRIPLES("nt", null, RDFFormat.NTRIPLES_UTF8, "application/n-triples"),
    FUNCTIONAL("ofn", OntologyForm.OFN, null, "text/owl-functional"),
    MANCHESTER("omn", OntologyForm.OMN, null, "text/owl-manchester"),
    OBO("obo", OntologyForm.OBO, null, "text/obo"),
    OBO_GRAPHS("json", OntologyForm.OBOGRAPHS, null, "application/vnd.obographs+json");

    /** What everybody else calls RDF/XML at the end of a path. */
    private static final String OTHER_RDF_XML = "rdf";

    private final String suffix;
    private final Optional<OntologyForm> form;
    private final Optional<RDFFormat> rdf;
    private final List<MediaType> types;

    OntologyFormat(String suffix, OntologyForm form, RDFFormat rdf, String... types) {
        this.suffix = suffix;
        this.form = Optional.ofNullable(form);
        this.rdf = Optional.ofNullable(rdf);
        this.types = Arrays.stream(types).map(MediaType::of).toList();
    }

    @Override
    public String suffix() {
        return suffix;
    }

    @Override
    public List<MediaType> mediaTypes() {
        return types;
    }

    /** The form in which the release holds the core. */
    Optional<OntologyForm> form() {
        return form;
    }

    /** How Jena writes it; empty for what is no RDF. */
    Optional<RDFFormat> rdf() {
        return rdf;
    }

    /** The name of the format that a path ends in. */
    static String ofSuffix(String suffix) {
        return suffix.equals(OTHER_RDF_XML) ? RDF_XML.suffix : suffix;
    }

    /** What a module comes in: the release holds those as Turtle alone. */
    static List<OntologyFormat> ofModules() {
        return Arrays.stream(values()).filter(format -> format.rdf.isPresent()).toList();
    }
}
