// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Problems;
import org.diastem.rdf.TurtleFiles;

/** Where the sources are that people edit. */
public record Project(Path home, Path data, Path ontology) {
    public Project {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        ontology = ontology.toAbsolutePath().normalize();
    }

    /** The project in a folder, in the layout of the repository. */
    public static Project at(Path home) {
        Objects.requireNonNull(home);
        return new Project(home, home.resolve("data"), home.resolve("ontology"));
    }

    public Path schema() {
        return data.resolve("schema");
    }

    /** The file that ontology editors open. */
    public Path english() {
        return ontology.resolve("diastem.ttl");
    }

    /** Its Chinese twin. */
    public Path chinese() {
        return ontology.resolve("diastem-zh.ttl");
    }

    /** What leaves the profile of the core: inverse and symmetric properties. */
    public Path inverses() {
        return ontology.resolve("inverses.ttl");
    }

    /** The files of the ontology that people edit: the core first. Those of modules that add to it may be absent. */
    List<Path> edited() {
        List<Path> files = new ArrayList<>(List.of(english(), chinese()));
        if (Files.exists(inverses())) {
            files.add(inverses());
        }
        return files;
    }

    /** Adds the edit files to a graph; false if one cannot be read, which is then a problem. */
    boolean readOntologyInto(Graph graph, Problems problems) {
        TurtleFiles files = new TurtleFiles(problems);
        boolean readable = true;
        for (Path file : edited()) {
            readable &= files.readInto(graph, file, shown(file));
        }
        return readable;
    }

    public Path imports() {
        return ontology.resolve("imports");
    }

    public Path mappings() {
        return ontology.resolve("mappings").resolve("diastem.sssom.tsv");
    }

    /** What follows from the mappings for OWL tools. */
    public Path bridge() {
        return ontology.resolve("bridge.ttl");
    }

    public Path shapes() {
        return ontology.resolve("shapes");
    }

    public Path rules() {
        return home.resolve("rules");
    }

    public Path queries() {
        return home.resolve("queries");
    }

    public Path checks() {
        return home.resolve("checks");
    }

    /** The content of each module of the ontology that is a file, by its name, as {@code imports/mondo}. */
    SortedMap<String, byte[]> modules() {
        SortedMap<String, Path> files = new TreeMap<>();
        files.put("zh", chinese());
        files.put("inverses", inverses());
        files.put("bridge", bridge());
        SortedMap<String, byte[]> modules = new TreeMap<>();
        try (Stream<Path> imports = Files.list(imports())) {
            imports.filter(file -> file.toString().endsWith(".ttl"))
                    .forEach(file -> files.put(
                            "imports/" + file.getFileName().toString().replaceFirst("\\.ttl$", ""), file));
            for (Map.Entry<String, Path> module : files.entrySet()) {
                if (Files.exists(module.getValue())) {
                    modules.put(module.getKey(), Files.readAllBytes(module.getValue()));
                }
            }
        } catch (IOException e) {
            throw new EnvironmentException("A module of the ontology in " + ontology + " cannot be read.", e);
        }
        return modules;
    }

    /** A path as a person would type it: from the project's folder where it lies below it. */
    public String shown(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path shown = whole.startsWith(home) ? home.relativize(whole) : whole;
        return shown.toString().replace('\\', '/');
    }

    /**
     * The hash of every file that a release is made of, by the path in the project.
     *
     * @param hash gives the SHA-256 of a file
     */
    public SortedMap<String, String> inputs(Function<Path, String> hash) {
        SortedMap<String, String> hashes = new TreeMap<>();
        add(data, "data", hash, hashes);
        add(ontology, "ontology", hash, hashes);
        add(rules(), "rules", hash, hashes);
        add(queries(), "queries", hash, hashes);
        add(checks(), "checks", hash, hashes);
        return hashes;
    }

    private static void add(
            Path folder, String shown, Function<Path, String> hash, SortedMap<String, String> hashes) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                String path = shown + "/" + folder.relativize(file).toString().replace('\\', '/');
                hashes.put(path, hash.apply(file));
            }
        } catch (IOException e) {
            throw new EnvironmentException("The folder " + folder + " cannot be read.", e);
        }
    }
}
