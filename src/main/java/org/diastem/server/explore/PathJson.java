// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.diastem.model.Bilingual;
import org.diastem.path.MechanismPath;
import org.diastem.path.PathAnswer;
import org.diastem.path.Step;
import org.diastem.rdf.IriMinter;
import org.diastem.vocab.Dia;

/** Writes paths between two ends as JSON; {@code docs/paths.md} is its contract. */
final class PathJson {
    private final Mechanisms mechanisms;

    PathJson(Mechanisms mechanisms) {
        this.mechanisms = mechanisms;
    }

    String of(String release, Node from, Node to, int steps, PathAnswer answer) {
        JsonObject root = new JsonObject();
        root.put("release", release);
        root.put("from", concept(from));
        root.put("to", concept(to));
        root.put("steps", steps);
        root.put("complete", !answer.hasMore() && !answer.isExhausted());
        root.put("netSign", Dia.term(answer.netSign().term()).getURI());
        root.put("oppositePaths", answer.hasOppositePaths());
        root.put("qualifiedClaims", answer.hasQualifiedSteps());
        JsonArray paths = new JsonArray();
        answer.paths().forEach(path -> paths.add(path(path)));
        root.put("paths", paths);
        root.put("query", PathQuery.between(from, to, steps));
        return root + "\n";
    }

    private JsonObject path(MechanismPath path) {
        JsonObject object = new JsonObject();
        object.put("id", path.name());
        object.put(
                "hypothesis",
                mechanisms.isPublished(path) ? text(IriMinter.hypothesis(path.name()).getURI()) : JsonNull.instance);
        object.put("assertedBy", iris(mechanisms.asserting(path).stream().map(Step::claim).toList()));
        object.put("netSign", path.netSign().node().getURI());
        JsonObject weakest = new JsonObject();
        weakest.put("claim", path.weakest().claim().getURI());
        weakest.put("strength", path.weakest().strength().node().getURI());
        object.put("weakest", weakest);
        JsonArray steps = new JsonArray();
        path.steps().forEach(step -> steps.add(step(step)));
        object.put("steps", steps);
        return object;
    }

    private JsonObject step(Step step) {
        JsonObject object = new JsonObject();
        object.put("claim", step.claim().getURI());
        object.put("subject", concept(step.subject()));
        object.put("predicate", concept(step.predicate()));
        object.put("object", concept(step.object()));
        object.put("sign", Dia.term(step.sign().term()).getURI());
        object.put("qualified", step.isQualified());
        object.put("certainty", Dia.term(step.certainty()).getURI());
        object.put("strength", step.strength().node().getURI());
        object.put("contested", step.isContested());
        object.put("contradictedOnly", step.isContradictedOnly());
        object.put(
                "concerns", iris(step.topics().stream().sorted(Comparator.comparing(Node::getURI)).toList()));
        return object;
    }

    private JsonObject concept(Node term) {
        Bilingual label = mechanisms.label(term);
        JsonObject labels = new JsonObject();
        labels.put("en", label.en());
        labels.put("zh", label.zh());
        JsonObject object = new JsonObject();
        object.put("iri", term.getURI());
        object.put("label", labels);
        return object;
    }

    private static JsonArray iris(List<Node> nodes) {
        JsonArray array = new JsonArray();
        nodes.forEach(node -> array.add(node.getURI()));
        return array;
    }

    private static JsonValue text(String text) {
        return new JsonString(text);
    }
}
