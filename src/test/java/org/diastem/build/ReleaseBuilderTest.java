// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.FindingsException;
import org.diastem.problem.Problems;
import org.diastem.rdf.ReleaseData;
import org.diastem.rdf.Rules;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.store.SortedTurtle;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.GraphName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseBuilderTest {
    @TempDir
    private Path folder;

    private Project project;
    private ReleaseStore store;
    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void copy() throws IOException {
        project = FixtureProject.copyTo(folder.resolve("project"));
        store = new ReleaseStore(folder.resolve("build"));
    }

    @Test
    void the_graphs_are_those_that_were_read_and_approved() throws IOException {
        Release release = build().release();
        List<String> approved = List.of(
                "claims", "assertions", "mappings", "document", "evidence", "references", "trials", "derived",
                "hypotheses");
        for (String graph : approved) {
            assertEquals(
                    FixtureProject.text(FixtureProject.resource("expected/" + graph + ".ttl")),
                    FixtureProject.text(release.file(GraphName.ofKey(graph).orElseThrow())),
                    graph);
        }
    }

    @Test
    void the_manifest_counts_what_people_ask_about() {
        Release release = build().release();
        assertEquals(13, release.manifest().counts().get("claims"));
        assertEquals(2, release.manifest().counts().get("groups"));
        assertEquals(6, release.manifest().counts().get("references"));
        assertEquals(9, release.manifest().counts().get("evidenceLines"));
        assertEquals(6, release.manifest().counts().get("hypotheses"));
        assertEquals(2, release.manifest().counts().get("trials"));
        assertEquals(3, release.manifest().counts().get("logicalDefinitions"));
        assertEquals(4, release.manifest().graphs().get("assertions").triples());
        assertTrue(release.manifest().inputs().containsKey("rules/10-ancestor.rq"));
    }

    @Test
    void the_default_graph_holds_every_graph_but_the_hypotheses() {
        DatasetGraph dataset = build().release().load();
        dataset.getGraph(GraphName.HYPOTHESES.node()).find()
                .forEach(triple -> assertFalse(dataset.getDefaultGraph().contains(triple)));
        List<GraphName> held = Stream.of(GraphName.values()).filter(GraphName::isInDefaultGraph).toList();
        assertEquals(GraphName.values().length - 1, held.size());
        for (GraphName graph : held) {
            dataset.getGraph(graph.node()).find().forEach(triple -> assertTrue(
                    triple.getSubject().isBlank()
                            || triple.getObject().isBlank()
                            || dataset.getDefaultGraph().contains(triple)));
        }
        long distinct = dataset.getDefaultGraph().size();
        long sum = held.stream().mapToLong(graph -> dataset.getGraph(graph.node()).size()).sum();
        assertTrue(distinct <= sum && distinct > sum / 2);
    }

    @Test
    void derived_triples_can_be_thrown_away_and_derived_again() {
        DatasetGraph built = build().release().load();
        DatasetGraph bare = ReleaseData.create();
        for (GraphName graph : GraphName.values()) {
            if (graph != GraphName.DERIVED) {
                built.find(graph.node(), null, null, null).forEachRemaining(ReleaseData.filling(bare)::quad);
            }
        }
        Rules.run(Rules.read(project.rules(), "rules", new Problems()), bare);
        assertEquals(
                SortedTurtle.of(built.getGraph(GraphName.DERIVED.node())),
                SortedTurtle.of(bare.getGraph(GraphName.DERIVED.node())));
    }

    @Test
    void unchanged_sources_are_not_built_again() {
        Release first = build().release();
        ReleaseBuilder.Outcome second = build();
        assertFalse(second.built());
        assertEquals(first.name(), second.release().name());
        assertEquals(List.of("nothing changed since release " + first.name()), progress.subList(progress.size() - 1, progress.size()));
    }

    @Test
    void a_changed_source_is_built_and_its_release_is_the_current_one() throws IOException {
        Release first = build().release();
        Path groups = project.data().resolve("groups.csv");
        Files.writeString(groups, FixtureProject.text(groups) + "G003,AnyOf\n");
        ReleaseBuilder.Outcome second = build();
        assertTrue(second.built());
        assertNotEquals(first.name(), second.release().name());
        assertEquals(second.release().name(), store.currentName().orElseThrow());
        assertEquals(3, second.release().manifest().counts().get("groups"));
    }

    @Test
    void a_failed_build_leaves_the_last_good_release_and_says_so() throws IOException {
        Release first = build().release();
        byte[] before = Files.readAllBytes(first.file(GraphName.CLAIMS));
        Files.writeString(project.data().resolve("groups.csv"), "id,listKind\nG001,AllOf\nG002,Both\n");
        FindingsException failure = assertThrows(FindingsException.class, this::build);
        assertTrue(failure.getMessage().contains("1 error, 0 warnings"));
        assertTrue(failure.getMessage().contains(first.name() + ", is untouched"));
        assertTrue(failure.report().get(0).startsWith("data/groups.csv:3:6 (listKind): error value-not-allowed"));
        assertEquals(first.name(), store.currentName().orElseThrow());
        assertArrayEquals(before, Files.readAllBytes(first.file(GraphName.CLAIMS)));
    }

    @Test
    void problems_of_all_sources_are_reported_together() throws IOException {
        Files.writeString(project.data().resolve("groups.csv"), "id,listKind\nG001,AllOf\nG002,Both\n");
        Files.writeString(project.rules().resolve("60-broken.rq"), "CONSTRUCT {");
        Files.writeString(project.mappings(), "subject_id\n");
        List<String> report = assertThrows(FindingsException.class, this::build).report();
        for (String part : List.of("data/groups.csv:3:6", "rules/60-broken.rq:1", "ontology/mappings/diastem.sssom.tsv")) {
            assertTrue(report.stream().anyMatch(line -> line.startsWith(part)), part + " in " + report);
        }
    }

    @Test
    void a_broken_import_is_a_problem_with_its_place() throws IOException {
        Files.writeString(project.imports().resolve("bfo.ttl"), "dia:A a dia:B .\n");
        List<String> report = assertThrows(FindingsException.class, this::build).report();
        assertTrue(report.get(0).startsWith("ontology/imports/bfo.ttl:1:"), report.toString());
    }

    @Test
    void a_damaged_release_is_noticed_and_built_again() throws IOException {
        Release release = build().release();
        Files.writeString(release.file(GraphName.CLAIMS), "# nothing\n");
        EnvironmentException refusal =
                assertThrows(EnvironmentException.class, () -> release.turtle(GraphName.CLAIMS));
        assertTrue(refusal.getMessage().contains("damaged: graph claims"));
        assertTrue(build().built());
        Files.writeString(release.indexFile(), "nothing");
        assertThrows(EnvironmentException.class, release::load);
        assertTrue(build().built());
        assertTrue(store.current().orElseThrow().isIntact());
        Files.writeString(release.folder().resolve("manifest.json"), "{");
        assertTrue(build().built());
    }

    @Test
    void of_older_releases_only_the_one_before_is_kept() throws IOException {
        Path groups = project.data().resolve("groups.csv");
        for (int round = 3; round < 6; round++) {
            build();
            Files.writeString(groups, FixtureProject.text(groups) + "G00" + round + ",AnyOf\n");
        }
        build();
        try (Stream<Path> releases = Files.list(store.folder().resolve("releases"))) {
            assertEquals(2, releases.count());
        }
    }

    @Test
    void what_an_ended_process_left_behind_is_removed() throws IOException {
        Path left = store.folder().resolve("releases/.building-999999999-1/graphs");
        Files.createDirectories(left);
        build();
        assertFalse(Files.exists(left.getParent()));
    }

    private ReleaseBuilder.Outcome build() {
        return new ReleaseBuilder(project, store, progress::add).build();
    }
}
