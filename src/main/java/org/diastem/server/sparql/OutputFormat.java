// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.riot.RDFFormat;
import org.diastem.server.http.Accept;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.MediaType;
import org.diastem.server.http.Refusal;
import org.diastem.server.result.RowFormat;

/** A format of an answer: what it is called in {@code Accept}, in {@code format=} and at the end of a path. */
public interface OutputFormat {

    /** What browsers ask for. */
    MediaType HTML = MediaType.of("text/html");

    /** As {@code json}; the parameter {@code format} and the end of a path name it so. */
    String suffix();

    /** The registered type first, then others that clients ask it by. */
    List<MediaType> mediaTypes();

    default String contentType() {
        String type = mediaTypes().get(0).toString();
        return type.startsWith("text/") ? type + ";charset=utf-8" : type;
    }

    /** Formats of SELECT and ASK, the server's favourite first. */
    enum OfRows implements OutputFormat {
        JSON("json", RowFormat.JSON, "application/sparql-results+json", "application/json"),
        XML("xml", RowFormat.XML, "application/sparql-results+xml", "application/xml", "text/xml"),
        CSV("csv", RowFormat.CSV, "text/csv"),
        TSV("tsv", RowFormat.TSV, "text/tab-separated-values");

        private final String suffix;
        private final RowFormat rows;
        private final List<MediaType> types;

        OfRows(String suffix, RowFormat rows, String... types) {
            this.suffix = suffix;
            this.rows = rows;
            this.types = List.of(types).stream().map(MediaType::of).toList();
        }

        @Override
        public String suffix() {
            return suffix;
        }

        @Override
        public List<MediaType> mediaTypes() {
            return types;
        }

        public RowFormat rows() {
            return rows;
        }
    }

    /** Formats of a graph or dataset, the server's favourite first. */
    enum OfGraph implements OutputFormat {
        TURTLE("ttl", RDFFormat.TURTLE_PRETTY, "text/turtle", "application/x-turtle"),
        JSON_LD("jsonld", RDFFormat.JSONLD, "application/ld+json", "application/json"),
        RDF_XML("rdf", RDFFormat.RDFXML_PLAIN, "application/rdf+xml", "application/xml", "text/xml"),
        N_TRIPLES("nt", RDFFormat.NTRIPLES_UTF8, "application/n-triples"),
        TRIG("trig", RDFFormat.TRIG_PRETTY, "application/trig"),
        N_QUADS("nq", RDFFormat.NQUADS_UTF8, "application/n-quads");

        private final String suffix;
        private final RDFFormat format;
        private final List<MediaType> types;

        OfGraph(String suffix, RDFFormat format, String... types) {
            this.suffix = suffix;
            this.format = format;
            this.types = List.of(types).stream().map(MediaType::of).toList();
        }

        @Override
        public String suffix() {
            return suffix;
        }

        @Override
        public List<MediaType> mediaTypes() {
            return types;
        }

        public RDFFormat format() {
            return format;
        }

    }

    /** Whether the client would rather have a page than any of these: it names HTML, and nothing that it likes better. */
    static boolean prefersPage(Exchange exchange, List<? extends OutputFormat> offers) {
        Accept accept = exchange.accept();
        double page = accept.weight(HTML);
        double data = offers.stream()
                .flatMap(offer -> offer.mediaTypes().stream())
                .mapToDouble(accept::weight)
                .max()
                .orElse(0);
        return accept.names(HTML) && page > 0 && page >= data;
    }

    /**
     * The format for an answer: the one that is named outright, else the one that the client likes best.
     *
     * @param named by {@code format=} (a suffix or a media type) or the end of the path
     * @param what the answer is, as "the result of a SELECT"
     * @throws Refusal 400 if the named one is not offered, 406 if none that the client accepts is
     */
    static <F extends OutputFormat> F choose(Exchange exchange, Optional<String> named, List<F> offers, String what) {
        return choose(exchange.accept(), named, offers, what);
    }

    /** As {@link #choose(Exchange, Optional, List, String)}. */
    static <F extends OutputFormat> F choose(Accept accept, Optional<String> named, List<F> offers, String what) {
        if (named.isPresent()) {
            Optional<MediaType> type = MediaType.parse(named.get());
            return offers.stream()
                    .filter(offer -> offer.suffix().equals(named.get())
                            || type.map(offer.mediaTypes()::contains).orElse(false))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(
                            400,
                            "There is no such format for " + what + ". Offered: "
                                    + offers.stream().map(OutputFormat::suffix).collect(Collectors.joining(", ")) + "."));
        }
        return accept.best(offers, OutputFormat::mediaTypes)
                .orElseThrow(() -> Refusal.of(
                        406,
                        "None of the formats in the Accept header is offered for " + what + ". Offered: "
                                + offers.stream()
                                        .map(offer -> offer.mediaTypes().get(0).toString())
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
