// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.export.ModuleDocuments;
import org.diastem.export.OntologyDocuments;
import org.diastem.problem.FindingsException;
import org.diastem.problem.Severity;
import org.diastem.rdf.MetadataQuads;
import org.diastem.store.KnownHashes;
import org.diastem.store.Manifest;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.vocab.GraphName;

/** Builds a release from a project's sources, unless the current one is made of exactly these. */
public final class ReleaseBuilder {
    private final Project project;
    private final ReleaseStore store;
    private final Progress progress;

    public ReleaseBuilder(Project project, ReleaseStore store, Progress progress) {
        this.project = project;
        this.store = store;
        this.progress = progress;
    }

    /** What came of it: the release to serve, and whether this call built it. */
    public record Outcome(Release release, boolean built) {}

    /**
     * Makes sure that the current release is made of the sources as they are now.
     *
     * @throws FindingsException if they have errors; the current release is then untouched
     */
    public Outcome build() {
        KnownHashes hashes = store.knownHashes();
        SortedMap<String, String> inputs = project.inputs(hashes::of);
        String software = Software.hash(hashes::of);
        Optional<Release> current = store.upToDate(software, inputs, hashes::of);
        hashes.keep();
        if (current.isPresent()) {
            progress.say("nothing changed since release " + current.get().name());
            return new Outcome(current.get(), false);
        }
        Assembly assembly = new Assembler(project, progress).assemble();
        if (assembly.dataset().isEmpty() || assembly.hasErrors()) {
            throw new FindingsException(failure(assembly), assembly.report(Severity.ERROR));
        }
        if (assembly.count(Severity.WARNING) > 0) {
            progress.say(assembly.summary() + "; diastem check lists them");
        }
        progress.say("writing and verifying the release");
        DatasetGraph dataset = assembly.dataset().get();
        Manifest manifest = new Manifest(
                Derivation.version(dataset.getGraph(GraphName.ONTOLOGY.node())),
                software,
                inputs,
                new TreeMap<>(),
                new TreeMap<>(),
                Manifest.IndexFile.NONE,
                assembly.counts());
        MetadataQuads.fill(dataset, manifest.name(), manifest.version());
        SortedMap<String, byte[]> documents = OntologyDocuments.of(dataset);
        documents.putAll(ModuleDocuments.of(dataset, project.modules()));
        Release release = store.publish(dataset, documents, manifest);
        progress.say("built release " + release.name());
        return new Outcome(release, true);
    }

    private String failure(Assembly assembly) {
        return "Nothing was built: " + assembly.summary() + ". "
                + store.currentName()
                        .map(name -> "The last good release, " + name + ", is untouched.")
                        .orElse("There is no earlier release.");
    }
}
