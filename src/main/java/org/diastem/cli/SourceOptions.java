// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.nio.file.Path;
import org.diastem.build.Project;
import picocli.CommandLine.Option;

/** Where the sources are. */
final class SourceOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the tables. Default: data.")
    private Path data;

    @Option(names = "--ontology", paramLabel = "DIR", description = "Folder of the ontology. Default: ontology.")
    private Path ontology;

    Project project() {
        Project standard = Project.at(home());
        return new Project(
                standard.home(),
                data == null ? standard.data() : data,
                ontology == null ? standard.ontology() : ontology);
    }

    /** The project's folder, which the launcher tells; without it the current one. */
    static Path home() {
        return Path.of(System.getProperty("diastem.home", ""));
    }
}
