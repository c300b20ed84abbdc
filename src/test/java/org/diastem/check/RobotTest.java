// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diastem.build.Project;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.Robot;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tools of the OBO community say of the repository's ontology, with their stock settings. */
class RobotTest {
    private static final Project PROJECT = Project.at(FixtureProject.REPOSITORY);

    @TempDir
    private Path folder;

    private Path copyDefinitions;

    @BeforeEach
    void write() throws IOException {
        copyDefinitions = folder.resolve("definitions.ru");
        Files.writeString(
                copyDefinitions,
                Namespaces.sparqlPrologue()
                        + """
                        INSERT { skos:definition a owl:AnnotationProperty . ?term skos:definition ?text }
                        WHERE { ?term obo:IAO_0000115 ?text }
                        """);
    }

    @Test
    void the_core_is_in_both_profiles_and_the_report_on_it_reasoned_is_empty() throws Exception {
        Robot.Outcome outcome = report(PROJECT.english());
        assertEquals(0, outcome.code(), outcome.output());
        assertTrue(outcome.output().contains("No violations found."), outcome.output());
        assertEquals(1, Files.readAllLines(folder.resolve("report.tsv")).size(), "the header alone");
        for (String profile : new String[] {"EL", "DL"}) {
            assertEquals(
                    "OWL 2 " + profile + " Profile Report: [Ontology and imports closure in profile]",
                    Files.readString(folder.resolve(profile + ".txt")).strip());
        }
    }

    @Test
    void the_report_sees_a_class_without_definition_and_a_label_in_disorder() throws Exception {
        Path seeded = folder.resolve("seeded.ttl");
        Files.writeString(
                seeded,
                Files.readString(PROJECT.english())
                        + "dia:Seeded a owl:Class ; rdfs:label \" seeded \"@en ; rdfs:subClassOf dia:Cell .\n");
        Robot.Outcome outcome = report(seeded);
        assertEquals(1, outcome.code(), outcome.output());
        String report = Files.readString(folder.resolve("report.tsv"));
        assertTrue(report.contains("missing_definition\thttps://w3id.org/diastem/ontology/Seeded"), report);
        assertTrue(report.contains("label_whitespace\thttps://w3id.org/diastem/ontology/Seeded"), report);
    }

    @Test
    void the_chinese_twin_finds_the_core_by_the_catalogue_and_is_owl_2_dl() throws Exception {
        Robot.Outcome outcome = Robot.run(
                "validate-profile",
                "--catalog", PROJECT.ontology().resolve("catalog-v001.xml").toString(),
                "--profile", "DL",
                "--input", PROJECT.chinese().toString(),
                "--output", folder.resolve("zh.txt").toString());
        assertEquals(0, outcome.code(), outcome.output());
        assertEquals(
                "OWL 2 DL Profile Report: [Ontology and imports closure in profile]",
                Files.readString(folder.resolve("zh.txt")).strip());
    }

    /** Profiles of the file as it is; the report on what a release makes of it. */
    private Robot.Outcome report(Path file) throws IOException, InterruptedException {
        return Robot.run(
                "merge", "--input", file.toString(),
                "validate-profile", "--profile", "EL", "--output", folder.resolve("EL.txt").toString(),
                "validate-profile", "--profile", "DL", "--output", folder.resolve("DL.txt").toString(),
                "reason", "--reasoner", "ELK",
                "query", "--update", copyDefinitions.toString(),
                "report", "--fail-on", "INFO", "--base-iri", Namespaces.BASE,
                "--output", folder.resolve("report.tsv").toString());
    }
}
