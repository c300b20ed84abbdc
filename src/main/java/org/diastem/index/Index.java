// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diastem.problem.EnvironmentException;

/**
 * An opened index. Opening reads the directory at the end of the file and maps the rest; nothing else is read before it
 * is asked for. Safe for use by any number of threads; there is nothing to close, the mapping goes with the object.
 */
public final class Index {
    /** The name of the segment with the triples of the default graph. */
    static final String DEFAULT = "default";

    /** The name of the segment with the triples that are in named graphs alone. */
    static final String APART = "apart";

    private final MappedFile file;
    private final String fingerprint;
    private final Terms terms;
    private final GraphView defaultGraph;
    private final GraphView union;
    private final Map<Integer, GraphView> named = new LinkedHashMap<>();

    private Index(MappedFile file, Layout layout) {
        this.file = file;
        this.fingerprint = layout.fingerprint();
        this.terms = new Terms(layout, file);
        int[] predicates = layout.list("predicates");
        Segment inDefault = new Segment(layout, file, DEFAULT);
        Segment apart = new Segment(layout, file, APART);
        boolean[][] members = members(layout);
        this.defaultGraph =
                new GraphView(predicates, List.of(new GraphView.Part(inDefault, null)), counts(layout, "counts.default"));
        int[] graphs = layout.list("graphs");
        for (int i = 0; i < graphs.length; i++) {
            named.put(
                    graphs[i],
                    view(layout, predicates, inDefault, apart, members[i], Integer.toString(i)));
        }
        boolean[] any = new boolean[members.length == 0 ? 1 : members[0].length];
        Arrays.fill(any, true);
        // Set number 0 is the empty one.
        any[0] = false;
        this.union = view(layout, predicates, inDefault, apart, any, "union");
    }

    /**
     * Opens the index in a file.
     *
     * @throws EnvironmentException if the file is missing or damaged at its end; other damage is met where it is touched
     */
    public static Index open(Path path) {
        Layout layout = Layout.read(path);
        return new Index(layout.map(path), layout);
    }

    private static GraphView view(
            Layout layout, int[] predicates, Segment inDefault, Segment apart, boolean[] accepted, String key) {
        List<GraphView.Part> parts = new ArrayList<>();
        for (Segment segment : List.of(inDefault, apart)) {
            int triples = layout.number("graph." + key + '.' + segment.name());
            if (triples > 0) {
                parts.add(new GraphView.Part(segment, triples == segment.count() ? null : accepted));
            }
        }
        return new GraphView(predicates, parts, counts(layout, "counts." + key));
    }

    private static GraphCounts counts(Layout layout, String name) {
        return new GraphCounts(layout.lists.get(name));
    }

    /** For each graph, whether it belongs to the set with a number. */
    private static boolean[][] members(Layout layout) {
        int[] starts = layout.list("sets.start");
        int[] graphs = layout.list("sets.graph");
        boolean[][] members = new boolean[layout.lists.get("graphs").length][starts.length - 1];
        for (int set = 0; set + 1 < starts.length; set++) {
            for (int i = starts[set]; i < starts[set + 1]; i++) {
                members[graphs[i]][set] = true;
            }
        }
        return members;
    }

    /** The SHA-256 of the directory: no byte of the file can be another without this being another. */
    public String fingerprint() {
        return fingerprint;
    }

    public Terms terms() {
        return terms;
    }

    public GraphView defaultGraph() {
        return defaultGraph;
    }

    /** The union of the named graphs. */
    public GraphView union() {
        return union;
    }

    /** The named graphs by the ids of their names, in the order of these. */
    public Map<Integer, GraphView> named() {
        return named;
    }

    /** A named graph, if there is one of that name. */
    public Optional<GraphView> named(int id) {
        return Optional.ofNullable(named.get(id));
    }

    /**
     * Compares every byte of the file with its checksum.
     *
     * @throws EnvironmentException that says where it is damaged
     */
    public void verify() {
        file.verifyAll();
    }
}
