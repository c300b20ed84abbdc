// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.diastem.build.Project;

/** Copies of the small made-up project of the tests, with the repository's own schema, rules and checks. */
public final class FixtureProject {
    /** The repository; tests run in it. */
    public static final Path REPOSITORY = Path.of("").toAbsolutePath();

    private static final Path RESOURCES = REPOSITORY.resolve("src/test/resources");
    private static final List<String> EMPTIED =
            List.of("claims", "groups", "tensions", "uncovered", "curation-log", "evidence", "references", "trials",
            "retired");

    private FixtureProject() {}

    /** The project, copied to a folder. */
    public static Project copyTo(Path folder) throws IOException {
        copy(RESOURCES.resolve("project"), folder);
        copy(REPOSITORY.resolve("data/schema"), folder.resolve("data/schema"));
        copy(REPOSITORY.resolve("rules"), folder.resolve("rules"));
        copy(REPOSITORY.resolve("checks"), folder.resolve("checks"));
        copy(REPOSITORY.resolve("ontology/shapes"), folder.resolve("ontology/shapes"));
        return Project.at(folder);
    }

    /**
     * The project without claims and evidence, and over it the files of a case. A file that ends in {@code .append} is
     * appended to the one without that ending; {@code removed.txt} lists files that are taken away.
     */
    public static Project copyWithCase(Path folder, Path caseFolder) throws IOException {
        Project project = copyTo(folder);
        for (String table : EMPTIED) {
            Path file = folder.resolve("data").resolve(table + ".csv");
            Files.writeString(file, Files.readAllLines(file).get(0) + "\n");
        }
        for (Path file : files(caseFolder)) {
            String name = caseFolder.relativize(file).toString();
            if (name.equals("removed.txt")) {
                for (String removed : Files.readAllLines(file)) {
                    Files.delete(folder.resolve(removed));
                }
            } else if (name.endsWith(".append")) {
                Path extended = folder.resolve(name.substring(0, name.length() - ".append".length()));
                Files.write(extended, Files.readAllBytes(file), StandardOpenOption.APPEND);
            } else if (!name.equals("expected-problems.txt")) {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return project;
    }

    /** The folders below one of the test resources, in alphabetical order. */
    public static List<Path> folders(String resource) throws IOException {
        try (Stream<Path> found = Files.list(RESOURCES.resolve(resource))) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }

    public static Path resource(String name) {
        return RESOURCES.resolve(name);
    }

    public static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
