// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An engine under test. It loads the data once, and answers as a process of its own. */
public interface Engine {
    /** The name on the command line. */
    String name();

    /** The name in tables, with its version. */
    String title();

    /** What memory it is given, in words. */
    String memory();

    /** Why it cannot be measured on this machine; empty if it can. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /** Whether the data is loaded. */
    boolean isLoaded();

    /** The processes that load the data, to be run one after the other. */
    List<ProcessBuilder> loading() throws IOException;

    /** Where the loaded data lies. */
    Path store();

    /** The process that answers at the port. */
    ProcessBuilder serving(int port) throws IOException;

    default URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port + "/sparql");
    }

    /** Parameters that each request needs beside the query, beginning with an ampersand. */
    default String parameters() {
        return "";
    }
}
