// SPDX-License-Identifier: Apache-2.0
package org.diastem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final int CLASSES_AT_LEAST = 90;

    /** Upper packages first; each may use those after it. */
    private static final List<String> ORDER = List.of(
            "cli", "server.app",
            "server.query|server.metadata|server.scratch|server.web|server.entity|server.dumps|"
                    + "server.search|server.agent|server.explore|server.editor",
            "server.page", "server.sparql", "server.result", "server.outgoing", "server.http", "build", "export", "store", "check", "rdf",
            "path", "text", "curation", "table",
            "engine", "index", "model", "vocab|problem");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    // Made of the templates: they show what the modules hand them, and nothing calls them by name.
                    .withImportOption(location -> !location.contains("/org/diastem/templates/"))
                    .importPackages("org.diastem");

    @Test
    void the_scan_sees_the_program() {
        assertTrue(CLASSES.size() >= CLASSES_AT_LEAST, "saw " + CLASSES.size() + " classes");
    }

    @Test
    void packages_use_only_those_below_them() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String layer : ORDER) {
            layers = layers.layer(layer).definedBy(packages(layer));
        }
        for (int i = 0; i < ORDER.size(); i++) {
            layers = i == 0
                    ? layers.whereLayer(ORDER.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(ORDER.get(i))
                            .mayOnlyBeAccessedByLayers(ORDER.subList(0, i).toArray(String[]::new));
        }
        layers.check(CLASSES);
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        String[] placed = ORDER.stream().flatMap(layer -> List.of(packages(layer)).stream()).toArray(String[]::new);
        noClasses().should().resideOutsideOfPackages(placed).check(CLASSES);
    }

    @Test
    void no_server_module_knows_another() {
        List<String> modules = ORDER.stream()
                .filter(layer -> layer.startsWith("server.query"))
                .flatMap(layer -> Arrays.stream(layer.split("\\|")))
                .toList();
        assertTrue(modules.size() > 2);
        for (String module : modules) {
            String[] others = modules.stream()
                    .filter(other -> !other.equals(module))
                    .map(other -> "org.diastem." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.diastem." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CLASSES);
        }
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.diastem.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_the_command_line_touches_the_standard_streams() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES.that(
                DescribedPredicate.describe(
                        "outside cli", type -> !type.getPackageName().equals("org.diastem.cli"))));
    }

    @Test
    void no_generic_exception_is_thrown() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES);
    }

    @Test
    void only_main_ends_the_process() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.diastem.cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    private static String[] packages(String layer) {
        return Arrays.stream(layer.split("\\|"))
                .map(name -> "org.diastem." + name)
                .toArray(String[]::new);
    }
}
