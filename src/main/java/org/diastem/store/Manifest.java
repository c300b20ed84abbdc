// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.diastem.model.Sha256;
import org.diastem.problem.EnvironmentException;

/**
 * What a release was made of and what it holds.
 *
 * @param version of the ontology and the data, as 0.1.0
 * @param software SHA-256 of the program that built it
 * @param inputs SHA-256 of each source file, by its path in the project
 * @param graphs what each graph's file must be, by the key of the graph
 * @param documents what each further file must be, by its path in the release, as {@code ontology/diastem.obo}
 * @param index what the index must be
 * @param counts how many there are of the things that people ask about, as {@code claims}
 */
public record Manifest(
        String version,
        String software,
        SortedMap<String, String> inputs,
        SortedMap<String, GraphFile> graphs,
        SortedMap<String, Document> documents,
        IndexFile index,
        SortedMap<String, Long> counts) {
    private static final int NAME_LENGTH = 16;

    /** Size and hash of the Turtle file of a graph. */
    public record GraphFile(long triples, String sha256) {}

    /** Size and hash of a file that is no graph. */
    public record Document(long bytes, String sha256) {}

    /**
     * Size and hash of the index, and the hash of the directory at its end: who knows this one can tell of each of its
     * bytes.
     */
    public record IndexFile(long bytes, String sha256, String directory) {
        /** Of a manifest whose release is not written yet. */
        public static final IndexFile NONE = new IndexFile(0, "", "");
    }

    public Manifest {
        Objects.requireNonNull(version);
        Objects.requireNonNull(software);
        Objects.requireNonNull(index);
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        graphs = Collections.unmodifiableSortedMap(new TreeMap<>(graphs));
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** The release's name: its version, and a hash of everything it was made of. */
    public String name() {
        SortedMap<String, String> all = new TreeMap<>(inputs);
        all.put("", software);
        return version + '-' + Sha256.of(all).substring(0, NAME_LENGTH);
    }

    /** Whether it was made of exactly these sources by exactly this program. */
    public boolean isMadeOf(String program, SortedMap<String, String> sources) {
        return software.equals(program) && inputs.equals(sources);
    }

    /** Ends with a hash of all that stands before it, so that no changed byte goes unnoticed. */
    String toJson() {
        JsonObject root = unsealed();
        root.put("seal", Sha256.of(root.toString().getBytes(StandardCharsets.UTF_8)));
        return root.toString() + "\n";
    }

    private JsonObject unsealed() {
        JsonObject root = new JsonObject();
        root.put("name", name());
        root.put("version", version);
        root.put("software", software);
        JsonObject countObject = new JsonObject();
        counts.forEach(countObject::put);
        root.put("counts", countObject);
        JsonObject graphObject = new JsonObject();
        graphs.forEach((key, file) -> {
            JsonObject entry = new JsonObject();
            entry.put("triples", file.triples());
            entry.put("sha256", file.sha256());
            graphObject.put(key, entry);
        });
        root.put("graphs", graphObject);
        JsonObject documentObject = new JsonObject();
        documents.forEach((path, document) -> {
            JsonObject entry = new JsonObject();
            entry.put("bytes", document.bytes());
            entry.put("sha256", document.sha256());
            documentObject.put(path, entry);
        });
        root.put("documents", documentObject);
        JsonObject indexObject = new JsonObject();
        indexObject.put("bytes", index.bytes());
        indexObject.put("sha256", index.sha256());
        indexObject.put("directory", index.directory());
        root.put("index", indexObject);
        JsonObject inputObject = new JsonObject();
        inputs.forEach(inputObject::put);
        root.put("inputs", inputObject);
        return root;
    }

    static Manifest parse(String json, String shownFile) {
        try {
            JsonObject root = JSON.parse(json);
            SortedMap<String, String> inputs = new TreeMap<>();
            root.get("inputs").getAsObject().forEach((path, hash) -> inputs.put(path, text(hash)));
            SortedMap<String, GraphFile> graphs = new TreeMap<>();
            root.get("graphs").getAsObject().forEach((key, file) -> graphs.put(key, graphFile(file.getAsObject())));
            SortedMap<String, Document> documents = new TreeMap<>();
            root.get("documents")
                    .getAsObject()
                    .forEach((path, document) -> documents.put(path, document(document.getAsObject())));
            SortedMap<String, Long> counts = new TreeMap<>();
            root.get("counts").getAsObject().forEach((what, count) -> counts.put(what, number(count)));
            JsonObject index = root.get("index").getAsObject();
            Manifest read = new Manifest(
                    text(root.get("version")),
                    text(root.get("software")),
                    inputs,
                    graphs,
                    documents,
                    new IndexFile(number(index.get("bytes")), text(index.get("sha256")), text(index.get("directory"))),
                    counts);
            if (!read.toJson().equals(json)) {
                throw new EnvironmentException(
                        shownFile + " was changed after it was written. Delete the release's folder and build again.");
            }
            return read;
        } catch (JsonException | NullPointerException | ClassCastException e) {
            throw new EnvironmentException(
                    shownFile + " is no manifest of a release. Delete the release's folder and build again.", e);
        }
    }

    private static GraphFile graphFile(JsonObject file) {
        return new GraphFile(number(file.get("triples")), text(file.get("sha256")));
    }

    private static Document document(JsonObject file) {
        return new Document(number(file.get("bytes")), text(file.get("sha256")));
    }

    private static String text(JsonValue value) {
        return value.getAsString().value();
    }

    private static long number(JsonValue value) {
        return value.getAsNumber().value().longValue();
    }
}
