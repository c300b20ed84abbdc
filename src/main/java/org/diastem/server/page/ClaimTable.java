// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.model.Bilingual;
import org.diastem.path.Strength;
import org.diastem.store.LiveRelease;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;

/** All claims of a release with what the lists and the matrix show of them, read once. Immutable. */
public final class ClaimTable {
    /** Kinds of claim that speak of an effect: the matrix is made of these. */
    public static final Set<Node> OF_EFFECTS = Set.of(Dia.term("MechanismClaim"), Dia.term("TreatmentClaim"));

    private static final String CLAIMS = Namespaces.BASE + "claim/";
    private static final Node CONTESTED = Dia.term("ContestedClaim");
    private static final Node CONTRADICTED_ONLY = Dia.term("ContradictedOnlyClaim");

    /**
     * A claim.
     *
     * @param id as C0035
     * @param topics of its section; empty outside the organ sections
     * @param objects its object and all classes above
     * @param supporting evidence lines that support or partly support it
     */
    public record Row(
            String id,
            Bilingual statement,
            Set<Node> kinds,
            Set<Node> topics,
            Set<Node> objects,
            String certainty,
            Strength strength,
            boolean contested,
            boolean contradictedOnly,
            int supporting,
            int disputing) {
        public Row {
            Objects.requireNonNull(id);
            Objects.requireNonNull(statement);
            kinds = Set.copyOf(kinds);
            topics = Set.copyOf(topics);
            objects = Set.copyOf(objects);
            Objects.requireNonNull(certainty);
            Objects.requireNonNull(strength);
        }

        /** Whether it speaks of an effect. */
        public boolean isOfEffect() {
            return kinds.stream().anyMatch(OF_EFFECTS::contains);
        }
    }

    /** What an organ section is about. */
    public record Topic(String term, Bilingual label) {
        public Topic {
            Objects.requireNonNull(term);
            Objects.requireNonNull(label);
        }

        public Node node() {
            return Dia.term(term);
        }
    }

    private final List<Row> rows;
    private final Map<String, Row> byId;
    private final List<Topic> topics;

    private ClaimTable(List<Row> rows, List<Topic> topics) {
        this.rows = List.copyOf(rows);
        this.byId = rows.stream().collect(Collectors.toUnmodifiableMap(Row::id, row -> row));
        this.topics = List.copyOf(topics);
    }

    public List<Row> rows() {
        return rows;
    }

    /** The row of a claim; empty for what is no claim, or a retired one. */
    public Optional<Row> row(Node claim) {
        return claim.isURI() && claim.getURI().startsWith(CLAIMS)
                ? Optional.ofNullable(byId.get(claim.getURI().substring(CLAIMS.length())))
                : Optional.empty();
    }

    /** In the order of the sections. */
    public List<Topic> topics() {
        return topics;
    }

    /** Reads the claims of a release. */
    public static ClaimTable of(LiveRelease.Loaded loaded) {
        return of(loaded.dataset().getDefaultGraph());
    }

    /** Reads the claims of a graph. */
    public static ClaimTable of(Graph data) {
        List<Row> rows = new ArrayList<>();
        data.find(Node.ANY, Dia.CLAIM_SUBJECT, Node.ANY).forEach(triple -> rows.add(row(data, triple.getSubject())));
        rows.sort(Comparator.comparing(Row::id));
        Map<String, Topic> topics = new TreeMap<>();
        data.find(Node.ANY, RDF.type.asNode(), Dia.SECTION).forEach(section -> data.find(
                        section.getSubject(), Dia.SECTION_TOPIC, Node.ANY)
                .forEach(about -> topics.put(
                        section.getSubject().getURI(),
                        new Topic(local(about.getObject()), texts(data, about.getObject(), RDFS.label.asNode())))));
        return new ClaimTable(rows, topics.values().stream().toList());
    }

    private static Row row(Graph data, Node claim) {
        Set<Node> kinds = objects(data, claim, RDF.type.asNode());
        Set<Node> above = new HashSet<>();
        objects(data, claim, Dia.CLAIM_OBJECT).forEach(object -> above.addAll(objects(data, object, Dia.ANCESTOR)));
        Optional<Node> strength = objects(data, claim, Dia.term("strength")).stream().findFirst();
        return new Row(
                claim.getURI().substring(claim.getURI().lastIndexOf('/') + 1),
                texts(data, claim, Dia.STATEMENT),
                kinds,
                objects(data, claim, Dia.SECTION_TOPIC),
                above,
                objects(data, claim, Dia.CERTAINTY).stream().map(ClaimTable::local).findFirst().orElse(""),
                strength.flatMap(Strength::of).orElse(Strength.NONE),
                kinds.contains(CONTESTED),
                kinds.contains(CONTRADICTED_ONLY),
                objects(data, claim, Dia.term("hasSupportingEvidenceLine")).size(),
                objects(data, claim, Dia.term("hasDisputingEvidenceLine")).size());
    }

    /** What a graph says of a thing by a property. */
    public static Set<Node> objects(Graph data, Node subject, Node predicate) {
        return new HashSet<>(data.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList());
    }

    /** A text of a thing in both languages; empty in one that it does not have. */
    public static Bilingual texts(Graph data, Node subject, Node predicate) {
        String en = "";
        String zh = "";
        for (Node text : objects(data, subject, predicate)) {
            if (text.isLiteral() && text.getLiteralLanguage().equals("en")) {
                en = text.getLiteralLexicalForm();
            }
            if (text.isLiteral() && text.getLiteralLanguage().equals("zh")) {
                zh = text.getLiteralLexicalForm();
            }
        }
        return new Bilingual(en, zh);
    }

    /** The local name of a term of ours. */
    public static String local(Node term) {
        String iri = term.getURI();
        return iri.startsWith(Namespaces.DIA) ? iri.substring(Namespaces.DIA.length()) : iri;
    }
}
