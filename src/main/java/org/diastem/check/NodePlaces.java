// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.diastem.model.CuratedData;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Place;
import org.diastem.vocab.Namespaces;

/** Knows from which row of a table, or line of the ontology, a node comes. Safe for use by several threads. */
public final class NodePlaces {
    private static final Pattern DECLARATION = Pattern.compile("dia:([A-Za-z][A-Za-z0-9_]*)\\s.*");
    private static final Map<String, String> TABLE_OF_KIND = Map.ofEntries(
            Map.entry("claim", "claims"),
            Map.entry("selector", "claims"),
            Map.entry("group", "groups"),
            Map.entry("tension", "tensions"),
            Map.entry("document", "documents"),
            Map.entry("section", "sections"),
            Map.entry("line", "lines"),
            Map.entry("figure", "figures"),
            Map.entry("table", "tables"),
            Map.entry("agent", "agents"),
            Map.entry("reference", "references"),
            Map.entry("trial", "trials"));

    private final Map<String, Place> rows;
    private final Map<String, Place> terms;

    private NodePlaces(Map<String, Place> rows, Map<String, Place> terms) {
        this.rows = rows;
        this.terms = terms;
    }

    /**
     * The places of curated rows and of the terms that an ontology file declares.
     *
     * @param shownOntology the file's name in findings
     */
    public static NodePlaces of(CuratedData data, Path ontology, String shownOntology) {
        return new NodePlaces(data.places(), terms(ontology, shownOntology));
    }

    /** The places of curated rows alone. */
    public static NodePlaces of(CuratedData data) {
        return new NodePlaces(data.places(), Map.of());
    }

    /** Where a node comes from; its identifier is the place's field if it is a row. */
    public Optional<Place> of(Node node) {
        if (!node.isURI()) {
            return Optional.empty();
        }
        String iri = node.getURI();
        if (iri.startsWith(Namespaces.DIA)) {
            return Optional.ofNullable(terms.get(iri.substring(Namespaces.DIA.length())));
        }
        if (!iri.startsWith(Namespaces.BASE)) {
            return Optional.empty();
        }
        String[] path = iri.substring(Namespaces.BASE.length()).split("/", 2);
        return path.length < 2 ? Optional.empty() : row(tableOf(path[0]), path[1]);
    }

    /** The row of a table with that identifier. */
    public Optional<Place> row(String table, String id) {
        return Optional.ofNullable(rows.get(table + "/" + id))
                .map(place -> new Place(place.file(), place.line(), 0, id));
    }

    private static String tableOf(String kind) {
        return kind.equals("registry") ? "registries" : TABLE_OF_KIND.getOrDefault(kind, kind);
    }

    /** A term is declared where a line of the file begins with it for the first time. */
    private static Map<String, Place> terms(Path ontology, String shown) {
        Map<String, Place> terms = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(ontology, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                Matcher declaration = DECLARATION.matcher(lines.get(i));
                if (declaration.matches()) {
                    terms.putIfAbsent(declaration.group(1), Place.ofLine(shown, i + 1));
                }
            }
        } catch (IOException e) {
            throw new EnvironmentException("The file " + ontology + " cannot be read.", e);
        }
        return terms;
    }
}
