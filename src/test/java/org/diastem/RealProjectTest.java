// SPDX-License-Identifier: Apache-2.0
package org.diastem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.diastem.build.Assembler;
import org.diastem.build.Assembly;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.check.Classification;
import org.diastem.check.OntologyReasoner;
import org.diastem.model.Claim;
import org.diastem.model.SourceThing;
import org.diastem.problem.Problems;
import org.diastem.problem.Severity;
import org.diastem.rdf.MetadataQuads;
import org.diastem.rdf.ReleaseData;
import org.diastem.rdf.Rules;
import org.diastem.rdf.TurtleFiles;
import org.diastem.store.SortedTurtle;
import org.diastem.testing.DiaConstants;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.ReasonerFactory;

/** The repository's own sources: what must hold of them whatever is edited. */
class RealProjectTest {
    private static final Project PROJECT = Project.at(FixtureProject.REPOSITORY);

    private static Assembly assembly;
    private static DatasetGraph dataset;

    @BeforeAll
    static void assemble() {
        assembly = new Assembler(PROJECT, Progress.NONE).assemble();
        assertEquals(List.of(), assembly.report(Severity.ERROR));
        dataset = assembly.dataset().orElseThrow();
        MetadataQuads.fill(dataset, "0.1.0-0123456789abcdef", "0.1.0");
    }

    @Test
    void every_term_that_the_code_names_is_declared_in_the_ontology() throws IllegalAccessException {
        assertEquals(Set.of(), DiaConstants.undeclared(PROJECT.english()));
    }

    @Test
    void no_two_iris_of_ours_differ_by_case_alone() {
        Map<String, String> seen = new HashMap<>();
        Set<String> clashes = new TreeSet<>();
        dataset.getDefaultGraph().find().forEach(triple -> {
            for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                if (node.isURI() && node.getURI().startsWith(Namespaces.BASE)) {
                    String other = seen.putIfAbsent(node.getURI().toLowerCase(Locale.ROOT), node.getURI());
                    if (other != null && !other.equals(node.getURI())) {
                        clashes.add(other + " " + node.getURI());
                    }
                }
            }
        });
        assertTrue(seen.size() > 2000, "saw " + seen.size() + " IRIs");
        assertEquals(Set.of(), clashes);
    }

    @Test
    void a_complete_reasoner_agrees_with_the_one_of_the_build() {
        List<Path> files = new ArrayList<>(List.of(PROJECT.english()));
        files.addAll(TurtleFiles.list(PROJECT.imports(), ".ttl"));
        Classification hermit = new OntologyReasoner(new ReasonerFactory()).classify(files);
        assertTrue(hermit.consistent());
        assertEquals(Map.of(), hermit.unsatisfiable());
        assertEquals(hermit, new OntologyReasoner().classify(files));
    }

    @Test
    void derived_triples_can_be_deleted_and_derived_again() {
        DatasetGraph bare = ReleaseData.create();
        for (GraphName graph : GraphName.values()) {
            if (graph != GraphName.DERIVED) {
                dataset.find(graph.node(), null, null, null).forEachRemaining(ReleaseData.filling(bare)::quad);
            }
        }
        Rules.run(Rules.read(PROJECT.rules(), "rules", new Problems()), bare);
        assertEquals(
                SortedTurtle.of(dataset.getGraph(GraphName.DERIVED.node())),
                SortedTurtle.of(bare.getGraph(GraphName.DERIVED.node())));
    }

    @Test
    void every_rule_derives_something() {
        Rules.read(PROJECT.rules(), "rules", new Problems()).forEach(rule -> {
            try (QueryExec execution = QueryExec.dataset(dataset).query(rule.query()).build()) {
                assertFalse(execution.construct().isEmpty(), rule.name());
            }
        });
    }

    @Test
    void every_graph_survives_being_written_and_read() {
        for (GraphName graph : GraphName.values()) {
            Graph before = dataset.getGraph(graph.node());
            String text = SortedTurtle.of(before);
            Graph after = GraphMemFactory.createDefaultGraph();
            RDFParser.fromString(text, Lang.TURTLE).parse(after);
            assertEquals(before.size(), after.size(), graph.key());
            assertEquals(text, SortedTurtle.of(after), graph.key());
            assertFalse(before.isEmpty(), graph.key());
        }
    }

    @Test
    void every_direct_triple_is_that_of_a_claim_told_as_fact() {
        String unexplained =
                """
                SELECT * {
                  GRAPH graph:assertions { ?subject ?predicate ?object }
                  FILTER NOT EXISTS {
                    ?claim dia:claimSubject ?subject ; dia:claimPredicate ?predicate ; dia:claimObject ?object ;
                      dia:polarity dia:Affirmed ; dia:certainty ?certainty .
                    FILTER (?certainty IN (dia:Established, dia:Reported))
                    FILTER NOT EXISTS { ?claim dia:underCondition|dia:comparator ?any }
                    FILTER NOT EXISTS { ?claim dia:quantifier ?quantifier FILTER (?quantifier != dia:All) }
                  }
                }
                """;
        assertNull(firstRow(unexplained));
        assertNull(firstRow("SELECT * { GRAPH graph:assertions { ?subject dia:treats ?object } }"));
    }

    @Test
    void the_pages_about_paths_tell_how_many_there_are_and_their_query_finds_some() throws IOException {
        String count = String.format(Locale.ROOT, "%,d", assembly.counts().get("hypotheses"));
        for (String page : List.of("paths.md", "paths.zh.md", "decisions/0006-mechanism-paths.md")) {
            String text = Files.readString(PROJECT.home().resolve("docs").resolve(page));
            assertTrue(text.contains(count), page + " does not tell of " + count);
            Matcher example = Pattern.compile("```sparql\n(.*?)```", Pattern.DOTALL).matcher(text);
            if (example.find()) {
                assertNotNull(firstRow(example.group(1)), page);
            }
        }
    }

    @Test
    void a_path_goes_from_a_micro_rna_to_the_function_that_it_restores() {
        assertNotNull(firstRow("SELECT * { GRAPH graph:hypotheses { ?path dia:pathStart dia:MiR146a5p ; "
                + "dia:pathEnd dia:RenalFunction ; dia:netSign dia:Undetermined } }"));
    }

    @Test
    void every_claim_has_its_place_in_a_line_of_its_section() {
        assertFalse(assembly.data().orElseThrow().claims().isEmpty());
        Map<Integer, SourceThing.Line> lines = new HashMap<>();
        assembly.data().orElseThrow().sources(SourceThing.Line.class).forEach(line -> lines.put(line.number(), line));
        for (Claim claim : assembly.data().orElseThrow().claims()) {
            SourceThing.Line line = lines.get(claim.place().line());
            assertEquals(line.section(), claim.place().section(), claim.id());
            assertTrue(claim.place().end() <= line.length(), claim.id());
        }
        assertNull(firstRow("SELECT * { ?claim dia:claimPredicate ?p FILTER NOT EXISTS "
                + "{ ?claim dia:hasSelector/dia:onLine ?line . ?claim dia:onLine ?line } }"));
    }

    private static String firstRow(String text) {
        Query query = QueryFactory.create(Namespaces.sparqlPrologue() + text);
        try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            return execution.select().stream().findFirst().map(Object::toString).orElse(null);
        }
    }
}
