// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.rdf.model.Resource;

/**
 * The index as Jena's text module sees it while one graph is being asked. A hit is a triple of that graph, so the graph
 * itself decides: that holds for the default graph, a named one, and what FROM puts together, each of which has every
 * hit once.
 */
final class HitsOfGraph implements TextIndex {
    /** The tag of jena-text for texts without one. */
    private static final String UNTAGGED = "none";

    private static final EntityDefinition DEFINITION = definition();

    private final WordIndex index;
    private final Graph graph;
    private final boolean eachText;

    /** @param eachText whether a thing comes with each of its texts that match, rather than once with the best */
    HitsOfGraph(WordIndex index, Graph graph, boolean eachText) {
        this.index = index;
        this.graph = graph;
        this.eachText = eachText;
    }

    private static EntityDefinition definition() {
        EntityDefinition definition = new EntityDefinition("subject", WordIndex.FIELD);
        definition.setLangField("language");
        for (IndexedProperty property : IndexedProperty.values()) {
            definition.set(WordIndex.FIELD, property.node());
        }
        return definition;
    }

    @Override
    public EntityDefinition getDocDef() {
        return DEFINITION;
    }

    @Override
    public List<TextHit> query(
            Node subject, List<Resource> properties, String words, String graphName, String language, int limit,
            String highlight) {
        Set<Node> asked = new HashSet<>(properties.stream().map(Resource::asNode).toList());
        Predicate<TextEntry> wanted = entry -> (!subject.isConcrete() || entry.subject().equals(subject))
                && (asked.isEmpty() || asked.contains(entry.property().node()))
                && (language == null || entry.language().equals(language.equals(UNTAGGED) ? "" : language));
        List<TextHit> hits = new ArrayList<>();
        Set<Node> told = new HashSet<>();
        for (TextMatch match : index.search(WordQuery.ofSyntax(words), wanted)) {
            if (limit >= 0 && hits.size() >= limit) {
                break;
            }
            TextEntry entry = match.entry();
            if ((eachText || !told.contains(entry.subject()))
                    && graph.contains(entry.subject(), entry.property().node(), entry.literal())) {
                told.add(entry.subject());
                hits.add(new TextHit(
                        entry.subject(), match.score(), entry.literal(), entry.graph(), entry.property().node()));
            }
        }
        return hits;
    }

    @Override
    public List<TextHit> query(
            String subject, List<Resource> properties, String words, String graphName, String language, int limit,
            String highlight) {
        throw notAsked();
    }

    @Override
    public List<TextHit> query(
            List<Resource> properties, String words, String graphName, String language, int limit, String highlight) {
        throw notAsked();
    }

    @Override
    public List<TextHit> query(
            Node property, String words, String graphName, String language, int limit, String highlight) {
        throw notAsked();
    }

    @Override
    public List<TextHit> query(Node property, String words, String graphName, String language, int limit) {
        throw notAsked();
    }

    @Override
    public List<TextHit> query(Node property, String words, String graphName, String language) {
        throw notAsked();
    }

    @Override
    public Map<String, Node> get(String subject) {
        throw notAsked();
    }

    @Override
    public void addEntity(Entity entity) {
        throw notAsked();
    }

    @Override
    public void updateEntity(Entity entity) {
        throw notAsked();
    }

    @Override
    public void deleteEntity(Entity entity) {
        throw notAsked();
    }

    @Override
    public void prepareCommit() {
        throw notAsked();
    }

    @Override
    public void commit() {
        throw notAsked();
    }

    @Override
    public void rollback() {
        throw notAsked();
    }

    /** Nothing: what is in memory needs no closing. */
    @Override
    public void close() {
        // See above.
    }

    /** The rest of Jena's interface serves indexes that change, which a release does not. */
    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("only the property function asks, and only in one way");
    }
}
