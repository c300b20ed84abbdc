// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diastem.problem.FindingsException;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DerivationTest {
    private static final Project REPOSITORY = Project.at(FixtureProject.REPOSITORY);
    private static final String TERMS = "id\tlabel\tparents\twhy\nCL:0000034\tstem cell\tCL:1|CL:2\tmade up\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void the_committed_files_are_up_to_date(Derivation derivation) {
        assertEquals(List.of(), derivation.outdated(REPOSITORY));
    }

    @Test
    void the_bridge_has_what_exact_and_broad_matches_imply_and_nothing_else() throws IOException {
        Project project = FixtureProject.copyTo(folder);
        assertEquals(List.of(project.bridge()), Derivation.BRIDGE.write(project));
        List<String> axioms = Files.readAllLines(project.bridge()).stream()
                .map(String::strip)
                .filter(line -> line.contains("obo:") && !line.startsWith("@prefix") && !line.startsWith("obo:"))
                .toList();
        assertEquals(
                List.of("owl:equivalentClass obo:MONDO_0000001 .", "owl:equivalentClass obo:CL_0000034 ."), axioms);
        assertEquals(List.of(), Derivation.BRIDGE.write(project));
    }

    @Test
    void a_module_has_the_terms_of_its_table() throws IOException {
        Project project = projectWith("https://creativecommons.org/licenses/by/4.0/", TERMS);
        Path module = project.imports().resolve("cl.ttl");
        assertEquals(List.of(module), Derivation.IMPORTS.write(project));
        String text = Files.readString(module);
        assertTrue(text.contains("rdfs:label \"stem cell\"@en"), text);
        assertTrue(text.contains("rdfs:subClassOf obo:CL_1 , obo:CL_2"), text);
        assertTrue(text.contains("dcterms:source \"one\" , \"two\""), text);
        assertTrue(text.contains("dcterms:license"), text);
    }

    @Test
    void a_label_whose_owner_keeps_it_is_refused_and_nothing_is_written() throws IOException {
        Project project = projectWith("labels left with their owner", TERMS);
        FindingsException refused = assertThrows(FindingsException.class, () -> Derivation.IMPORTS.write(project));
        assertEquals(1, refused.report().size());
        assertFalse(Files.exists(project.imports().resolve("cl.ttl")));
    }

    @Test
    void a_table_with_other_columns_or_without_curies_is_refused() throws IOException {
        assertThrows(
                FindingsException.class,
                () -> Derivation.IMPORTS.outdated(projectWith("no licence", "id\tlabel\nCL:1\tcell\n")));
        Project second = projectWith("https://example.org/", TERMS.replace("CL:1|CL:2", "cells"));
        assertThrows(FindingsException.class, () -> Derivation.IMPORTS.outdated(second));
    }

    private Project projectWith(String licence, String terms) throws IOException {
        Path home = Files.createTempDirectory(folder, "project");
        Project project = FixtureProject.copyTo(home);
        Files.writeString(
                project.imports().resolve("sources.tsv"),
                "module\ttitle\tlicence\tsources\ncl\tCL terms in use\t" + licence + "\tone|two\n");
        Files.writeString(project.imports().resolve("cl_terms.tsv"), terms);
        return project;
    }
}
