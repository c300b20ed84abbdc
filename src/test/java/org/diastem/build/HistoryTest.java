// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.export.OntologyForm;
import org.diastem.problem.FindingsException;
import org.diastem.rdf.IriMinter;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was given up and what was published before. */
class HistoryTest {
    private static final String RELEASES = "version,date,sha256,compatible\n";
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String DEPRECATED = """

            dia:StemUnit a owl:Class ; rdfs:label "obsolete stem unit"@en , "已废弃：干性单元"@zh ;
              owl:deprecated true ; obo:IAO_0100001 dia:StemCell ;
              obo:IAO_0000115 "A made-up class that the tests deprecate."@en , "测试所弃用的虚构类。"@zh .
            obo:IAO_0100001 a owl:AnnotationProperty .
            """;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void copy() throws IOException {
        project = FixtureProject.copyTo(folder.resolve("project"));
    }

    @Test
    void a_retired_record_still_answers_and_is_no_claim() {
        DatasetGraph data = build().load();
        Graph claims = data.getGraph(GraphName.CLAIMS.node());
        Node retired = IriMinter.claim("C0019");
        assertEquals(
                Set.of(Dia.RETIRED_RECORD),
                claims.find(retired, RDF.type.asNode(), Node.ANY).mapWith(triple -> triple.getObject()).toSet());
        assertTrue(claims.contains(retired, OWL2.deprecated.asNode(), NodeFactory.createLiteralByValue(true)));
        assertTrue(claims.contains(retired, DCTerms.isReplacedBy.asNode(), IriMinter.claim("C0001")));
        assertEquals(2, claims.find(retired, RDFS.comment.asNode(), Node.ANY).toList().size());
        assertTrue(data.getGraph(GraphName.EVIDENCE.node())
                .contains(IriMinter.evidence("C0011-9"), RDF.type.asNode(), Dia.RETIRED_RECORD));
    }

    @Test
    void the_first_release_has_no_prior_version() {
        assertEquals(Set.of(), versions(build(), OWL2.priorVersion.asNode()));
    }

    @Test
    void a_later_one_names_the_last_before_it_and_those_it_agrees_with() throws IOException {
        version("0.10.0");
        releases("0.9.0,2026-12-02," + HASH + ",yes\n0.2.0,2026-12-01," + HASH + ",no\n");
        Release release = build();
        assertEquals(Set.of("release/0.9.0/ontology"), versions(release, OWL2.priorVersion.asNode()));
        assertEquals(Set.of("release/0.9.0/ontology"), versions(release, OWL2.backwardCompatibleWith.asNode()));
        String turtle = new String(release.document(OntologyForm.TTL.path()), StandardCharsets.UTF_8);
        assertTrue(turtle.contains("owl:priorVersion <https://w3id.org/diastem/release/0.9.0/ontology>"), turtle);
    }

    @Test
    void a_new_version_without_the_one_before_it_is_an_error() throws IOException {
        version("0.2.0");
        assertRefused("version-history");
    }

    @Test
    void so_is_a_version_that_was_published_already_or_is_lower() throws IOException {
        releases("0.1.0,2026-12-01," + HASH + ",yes\n");
        assertRefused("version-history");
        version("0.9.0");
        releases("0.10.0,2026-12-01," + HASH + ",yes\n");
        assertRefused("version-history");
    }

    @Test
    void a_deprecated_term_keeps_its_place_in_the_release_and_is_obsolete_in_obo() throws IOException {
        Files.writeString(project.english(), FixtureProject.text(project.english()) + DEPRECATED);
        Release release = build();
        DatasetGraph data = release.load();
        assertFalse(data.contains(Node.ANY, Dia.term("StemUnit"), Dia.term("ancestor"), Node.ANY));
        String obo = new String(release.document(OntologyForm.OBO.path()), StandardCharsets.UTF_8);
        String frame = List.of(obo.split("\n\n")).stream()
                .filter(found -> found.contains("id: " + Namespaces.DIA + "StemUnit\n"))
                .findFirst()
                .orElseThrow();
        assertTrue(frame.contains("is_obsolete: true"), frame);
        assertTrue(frame.contains("replaced_by: " + Namespaces.DIA + "StemCell"), frame);
        String json = new String(release.document(OntologyForm.OBOGRAPHS.path()), StandardCharsets.UTF_8);
        assertTrue(json.contains("\"deprecated\" : true"), json);
    }

    private Release build() {
        return new ReleaseBuilder(project, new ReleaseStore(folder.resolve("build")), Progress.NONE).build().release();
    }

    private void assertRefused(String check) {
        List<String> report = assertThrows(FindingsException.class, this::build).report();
        assertEquals(1, report.size(), report.toString());
        assertTrue(report.get(0).contains(check), report.toString());
    }

    private void version(String version) throws IOException {
        String text = FixtureProject.text(project.english());
        Files.writeString(
                project.english(),
                text.replaceFirst("owl:versionInfo \"[^\"]*\"", "owl:versionInfo \"" + version + "\"")
                        .replaceFirst("release/[^/]*/ontology", "release/" + version + "/ontology"));
    }

    private void releases(String rows) throws IOException {
        Files.writeString(project.data().resolve("releases.csv"), RELEASES + rows);
    }

    private static Set<String> versions(Release release, Node property) {
        Set<String> versions = new TreeSet<>();
        release.load()
                .getGraph(GraphName.ONTOLOGY.node())
                .find(NodeFactory.createURI(Namespaces.ONTOLOGY), property, Node.ANY)
                .forEach(triple -> versions.add(triple.getObject().getURI().substring(Namespaces.BASE.length())));
        return versions;
    }
}
