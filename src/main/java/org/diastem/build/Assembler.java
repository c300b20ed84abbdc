// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.check.Classification;
import org.diastem.check.Finding;
import org.diastem.check.NodePlaces;
import org.diastem.check.OntologyReasoner;
import org.diastem.check.QueryCheck;
import org.diastem.check.QueryChecks;
import org.diastem.check.ShapeChecks;
import org.diastem.curation.CurationReader;
import org.diastem.curation.SssomReader;
import org.diastem.curation.Terms;
import org.diastem.model.CuratedData;
import org.diastem.model.Mapping;
import org.diastem.path.ClaimSteps;
import org.diastem.problem.Problems;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.HypothesisQuads;
import org.diastem.rdf.ReleaseData;
import org.diastem.rdf.ReleaseQuads;
import org.diastem.rdf.Rule;
import org.diastem.rdf.Rules;
import org.diastem.rdf.TurtleFiles;
import org.diastem.table.Schemas;
import org.diastem.vocab.GraphName;

/** Turns a project's sources into the dataset of a release, in memory. Writes nothing. */
public final class Assembler {
    private final Project project;
    private final Progress progress;
    private final Problems problems = new Problems();
    private final List<Finding> findings = new ArrayList<>();

    public Assembler(Project project, Progress progress) {
        this.project = project;
        this.progress = progress;
    }

    /** Reads everything, and goes as far as errors allow. To be called once. */
    public Assembly assemble() {
        Schemas schemas = Schemas.read(project.schema());
        progress.say("reading the ontology");
        Optional<Graph> ontology = ontology();
        Optional<Graph> imports = turtle(project.imports());
        List<Rule> rules = Rules.read(project.rules(), project.shown(project.rules()), problems);
        Graph examples = ExampleQueries.read(project.queries(), project.shown(project.queries()), problems);
        Optional<Graph> shapes = turtle(project.shapes());
        List<QueryCheck> checks = QueryChecks.read(project.checks());
        if (ontology.isEmpty() || imports.isEmpty()) {
            // Without the ontology every name in the tables would be reported as unknown.
            return unfinished(Optional.empty());
        }
        progress.say("classifying with ELK");
        Classification classification = new OntologyReasoner().classify(reasoned());
        findings.addAll(OntologyReasoner.findings(classification, project.shown(project.english())));
        DatasetGraph dataset = ReleaseData.create();
        StreamRDF stream = ReleaseData.filling(dataset);
        ReleaseQuads quads = new ReleaseQuads(stream);
        quads.ontology(ontology.get(), classification.directParents());
        Terms terms = Terms.of(dataset.getGraph(GraphName.ONTOLOGY.node()));
        progress.say("reading the tables");
        Optional<CuratedData> data =
                new CurationReader(schemas, terms, problems).read(project.data(), project.shown(project.data()));
        List<Mapping> mappings =
                new SssomReader(terms, problems).read(project.mappings(), project.shown(project.mappings()));
        Assembly soFar = unfinished(data);
        if (data.isEmpty() || soFar.hasErrors()) {
            return soFar;
        }
        progress.say("writing the graphs");
        quads.copy(imports.get(), GraphName.IMPORTS);
        quads.copy(examples, GraphName.EXAMPLES);
        quads.mappings(mappings);
        quads.curated(data.get(), terms);
        progress.say("deriving by " + rules.size() + " rules");
        Rules.run(rules, dataset);
        progress.say("joining claims to paths");
        HypothesisQuads hypotheses = new HypothesisQuads(stream, dataset.getDefaultGraph());
        hypotheses.write(ClaimSteps.net(dataset.getDefaultGraph()));
        check(dataset, data.get(), new ShapeChecks(shapes.orElseThrow()), checks);
        SortedMap<String, Long> counts = counts(data.get(), terms, classification, mappings, examples);
        counts.put("hypotheses", hypotheses.written());
        return new Assembly(problems, findings, data, Optional.of(dataset), counts);
    }

    private void check(DatasetGraph dataset, CuratedData data, ShapeChecks shapes, List<QueryCheck> checks) {
        progress.say("checking against " + shapes.size() + " shapes and by " + checks.size() + " queries");
        NodePlaces places = NodePlaces.of(data, project.english(), project.shown(project.english()));
        findings.addAll(shapes.run(dataset, places));
        checks.forEach(check -> findings.addAll(check.run(dataset, places)));
    }

    private Assembly unfinished(Optional<CuratedData> data) {
        return new Assembly(problems, findings, data, Optional.empty(), new TreeMap<>());
    }

    private Optional<Graph> ontology() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        return project.readOntologyInto(graph, problems) ? Optional.of(graph) : Optional.empty();
    }

    /** The union of the Turtle files of a folder, if all can be read. */
    private Optional<Graph> turtle(Path folder) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        TurtleFiles files = new TurtleFiles(problems);
        boolean readable = true;
        for (Path file : TurtleFiles.list(folder, ".ttl")) {
            readable &= files.readInto(graph, file, project.shown(file));
        }
        return readable ? Optional.of(graph) : Optional.empty();
    }

    /** The Chinese twin has only texts, so the reasoner does without it. */
    private List<Path> reasoned() {
        List<Path> files = new ArrayList<>(List.of(project.english()));
        files.addAll(TurtleFiles.list(project.imports(), ".ttl"));
        return files;
    }

    private static SortedMap<String, Long> counts(
            CuratedData data, Terms terms, Classification classification, List<Mapping> mappings, Graph examples) {
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("claims", (long) data.claims().size());
        counts.put("groups", (long) data.groups().size());
        counts.put("tensions", (long) data.tensions().size());
        counts.put("references", (long) data.references().size());
        counts.put("evidenceLines", (long) data.evidence().size());
        counts.put("trials", data.trials().stream().filter(trial -> trial.scope().isEmpty()).count());
        counts.put("adjacentTrials", data.trials().stream().filter(trial -> trial.scope().isPresent()).count());
        counts.put("concepts", (long) terms.concepts().size());
        counts.put("predicates", (long) terms.predicateNames().size());
        counts.put("logicalDefinitions", classification.logicalDefinitions());
        counts.put("mappings", (long) mappings.size());
        counts.put("queries", (long) ExampleQueries.of(examples).size());
        return counts;
    }
}
