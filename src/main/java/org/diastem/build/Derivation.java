// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.diastem.curation.ImportTables;
import org.diastem.curation.SssomReader;
import org.diastem.curation.Terms;
import org.diastem.model.ImportModule;
import org.diastem.model.Mapping;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.FindingsException;
import org.diastem.problem.Problem;
import org.diastem.problem.Problems;
import org.diastem.rdf.BridgeAxioms;
import org.diastem.rdf.ImportAxioms;
import org.diastem.store.AtomicFile;
import org.diastem.store.SortedTurtle;
import org.diastem.vocab.Namespaces;

/**
 * Files of the ontology folder that are made from others there. They are kept in the repository, because ontology
 * editors open them without a build.
 */
public enum Derivation {
    /** {@code imports/NAME.ttl} from {@code imports/sources.tsv} and {@code imports/NAME_terms.tsv}. */
    IMPORTS {
        @Override
        SortedMap<Path, String> texts(Project project, Problems problems) {
            String version = version(ontology(project, problems));
            SortedMap<Path, String> texts = new TreeMap<>();
            List<ImportModule> modules =
                    new ImportTables(project.imports(), project.shown(project.imports()), problems).read();
            for (ImportModule module : modules) {
                Graph graph = ImportAxioms.of(module, version);
                texts.put(project.imports().resolve(module.name() + ".ttl"), SortedTurtle.of(graph));
            }
            return texts;
        }
    },
    /** {@code bridge.ttl} from the mappings. */
    BRIDGE {
        @Override
        SortedMap<Path, String> texts(Project project, Problems problems) {
            Graph ontology = ontology(project, problems);
            Terms terms = Terms.of(ontology);
            List<Mapping> mappings =
                    new SssomReader(terms, problems).read(project.mappings(), project.shown(project.mappings()));
            Graph graph = BridgeAxioms.of(mappings, terms, version(ontology));
            return new TreeMap<>(Map.of(project.bridge(), SortedTurtle.of(graph)));
        }
    };

    abstract SortedMap<Path, String> texts(Project project, Problems problems);

    /**
     * The files that are not as they should be, in alphabetical order.
     *
     * @throws FindingsException if the sources have errors
     */
    public List<Path> outdated(Project project) {
        return List.copyOf(outdatedTexts(project).keySet());
    }

    /**
     * Writes the files that are not as they should be, each aside and then into place.
     *
     * @return what was written, in alphabetical order
     * @throws FindingsException if the sources have errors; nothing is then written
     */
    public List<Path> write(Project project) {
        SortedMap<Path, String> outdated = outdatedTexts(project);
        outdated.forEach((file, text) -> {
            try {
                AtomicFile.write(file, text);
            } catch (IOException e) {
                throw new EnvironmentException("The file " + file + " cannot be written.", e);
            }
        });
        return List.copyOf(outdated.keySet());
    }

    private SortedMap<Path, String> outdatedTexts(Project project) {
        Problems problems = new Problems();
        SortedMap<Path, String> texts = texts(project, problems);
        if (problems.hasErrors()) {
            throw new FindingsException(
                    "Nothing was derived.", problems.sorted().stream().map(Problem::message).toList());
        }
        texts.entrySet().removeIf(entry -> entry.getValue().equals(present(entry.getKey())));
        return texts;
    }

    private static String present(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new EnvironmentException("The file " + file + " cannot be read.", e);
        }
    }

    private static Graph ontology(Project project, Problems problems) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        project.readOntologyInto(graph, problems);
        return graph;
    }

    static String version(Graph ontology) {
        return ontology.find(NodeFactory.createURI(Namespaces.ONTOLOGY), OWL2.versionInfo.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .nextOptional()
                .orElse("0.0.0");
    }
}
