// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.build.ReleaseBuilder;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.outgoing.AddressRule;
import org.diastem.server.outgoing.ServiceLimits;
import org.diastem.server.outgoing.ServiceSettings;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.RunningServer;
import org.diastem.vocab.GraphName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples that call other endpoints, run against a stand-in on this machine that holds made-up values in the shape
 * of what those endpoints hold. Only the address of the endpoint is another one than in the example.
 */
class FederatedExamplesTest {
    private static final Pattern SERVICE = Pattern.compile("SERVICE <([^>]*)> \\{[^{}]*\\}");

    /** What the other endpoint says of a thing, by the number of the example; the value is made up. */
    private static final Map<String, BinaryOperator<String>> SAID = Map.of(
            "079", (thing, value) -> "<" + thing + "> <http://purl.uniprot.org/core/mnemonic> \"" + value + "\" .",
            "080", (thing, value) -> "<" + thing + "> <http://id.nlm.nih.gov/mesh/vocab#broaderDescriptor> \"" + value
                    + "\" .",
            "081", (thing, value) -> "<" + thing + "> <http://www.w3.org/2000/01/rdf-schema#label> \"" + value
                    + "\"@de , \"another " + value + "\"@fr .");

    @TempDir
    private static Path folder;

    private static RunningServer other;
    private static RunningServer ours;
    private static List<ExampleQuery> examples;

    @BeforeAll
    static void start() throws IOException {
        other = RunningServer.scratch(ServerSettings.STANDARD);
        ReleaseStore store = new ReleaseStore(folder);
        new ReleaseBuilder(Project.at(FixtureProject.REPOSITORY), store, Progress.NONE).build();
        examples = ExampleQueries.of(
                        store.current().orElseThrow().load().getGraph(GraphName.EXAMPLES.node()))
                .stream()
                .filter(ExampleQuery::isFederated)
                .toList();
        ours = RunningServer.of(
                store,
                ServerSettings.STANDARD.calling(new ServiceSettings(
                        List.of(other.url() + "/sparql"), AddressRule.PUBLIC_OR_LOOPBACK, ServiceLimits.STANDARD)));
    }

    @AfterAll
    static void stop() {
        ours.close();
        other.close();
    }

    @Test
    void each_example_joins_our_things_with_what_the_other_endpoint_knows_of_them() throws Exception {
        assertEquals(SAID.keySet(), examples.stream().map(ExampleQuery::number).collect(Collectors.toSet()));
        for (ExampleQuery example : examples) {
            List<List<String>> things = rows(ours, SERVICE.matcher(example.text()).replaceFirst(""));
            // What is sent to the other endpoint stands before what it says. It knows every second of them.
            List<String> sent = things.stream().map(row -> row.get(1)).distinct().sorted().toList();
            List<String> said = new ArrayList<>();
            List<List<String>> expected = new ArrayList<>();
            for (int i = 0; i < sent.size(); i += 2) {
                String thing = sent.get(i);
                String value = "made up " + i;
                said.add(SAID.get(example.number()).apply(thing, value));
                things.stream()
                        .filter(row -> row.get(1).equals(thing))
                        .forEach(row -> expected.add(List.of(row.get(0), thing, value)));
            }
            said.add(SAID.get(example.number()).apply("http://example.org/unknown", "never asked for"));
            String insertion = "INSERT DATA { " + String.join("\n", said) + " }";
            assertTrue(other.post("/update", "application/sparql-update", insertion).statusCode() < 300);
            String federated = SERVICE.matcher(example.text())
                    .replaceFirst(call -> call.group().replace(call.group(1), other.url() + "/sparql"));
            assertTrue(expected.size() > 2, example.name() + ": " + expected.size());
            assertEquals(sorted(expected), sorted(rows(ours, federated)), example.name());
        }
    }

    private static List<List<String>> rows(RunningServer server, String query) throws Exception {
        var answer = server.query(query, "Accept", "text/csv");
        assertEquals(200, answer.statusCode(), answer.body());
        return CSVFormat.DEFAULT.parse(new StringReader(answer.body())).stream()
                .skip(1).map(CSVRecord::toList).toList();
    }

    private static List<String> sorted(List<List<String>> rows) {
        return rows.stream().map(List::toString).sorted().toList();
    }
}
