// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.diastem.problem.ExitCode;
import org.diastem.server.app.DiaStemServer;
import org.diastem.server.app.ServerSettings;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final String HOME = "diastem.home";

    @TempDir
    private Path home;

    private String out;
    private String err;

    @BeforeEach
    void copy() throws IOException {
        FixtureProject.copyTo(home);
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void restore() {
        System.clearProperty(HOME);
    }

    @Test
    void build_prints_the_release_to_the_one_stream_and_progress_to_the_other() {
        assertEquals(0, run("build"));
        assertTrue(out.strip().endsWith(new ReleaseStore(home.resolve("build")).currentName().orElseThrow()));
        assertTrue(err.contains("classifying with ELK"));
        assertEquals(0, run("build", "--quiet"));
        assertEquals("", err);
    }

    @Test
    void a_build_with_errors_lists_them_all_and_ends_with_the_code_for_findings() throws IOException {
        Files.writeString(home.resolve("data/groups.csv"), "id,listKind\nG001,All\nG002,Any\n");
        assertEquals(ExitCode.FINDINGS.number(), run("build", "-q"));
        assertTrue(err.contains("data/groups.csv:2:6") && err.contains("data/groups.csv:3:6"));
        assertTrue(err.contains("There is no earlier release."));
        assertFalse(err.contains("\tat "));
    }

    @Test
    void other_folders_can_be_named() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.move(home.resolve("data"), elsewhere.resolve("tables"));
        Files.move(home.resolve("ontology"), elsewhere.resolve("terms"));
        assertEquals(
                0,
                run("build", "-q", "--data", elsewhere.resolve("tables").toString(), "--ontology",
                        elsewhere.resolve("terms").toString(), "--build", elsewhere.resolve("out").toString()));
        assertEquals(0, run("query", "--build", elsewhere.resolve("out").toString(), "1"));
    }

    @Test
    void check_lists_findings_as_its_result() throws IOException {
        assertEquals(0, run("check", "-q"));
        assertTrue(out.endsWith("\n0 errors, 1 warning, 6 infos\n"), out);
        assertTrue(out.contains("data/claims.csv:8 (C0007): info narrower-argument: claim:C0007: "), out);
        Files.writeString(home.resolve("data/groups.csv"), "id,listKind\nG001,All\nG002,AllOf\n");
        assertEquals(ExitCode.FINDINGS.number(), run("check", "-q"));
        assertTrue(out.contains("error value-not-allowed") && out.contains("1 error, 0 warnings"));
    }

    @Test
    void a_query_is_found_by_number_name_and_file_and_read_from_the_standard_input() throws IOException {
        run("build", "-q");
        for (String name : List.of("1", "001", "secreted-factors", "001-secreted-factors")) {
            assertEquals(0, run("query", name), err);
            assertTrue(out.contains("dia:GrowthFactor") && out.contains("生长因子"));
        }
        Path file = home.resolve("my.rq");
        Files.writeString(file, "ASK { dia:StemCell dia:secretes dia:GrowthFactor }");
        assertEquals(0, run("query", file.toString()));
        assertEquals("yes\n", out);
        assertEquals(0, runWith("SELECT (1 AS ?x) {}", "query", "-f", "csv", "-"));
        assertEquals("x\r\n1\r\n", out);
    }

    @Test
    void answers_come_in_every_form() {
        run("build", "-q");
        assertEquals(0, run("query", "-f", "tsv", "1"));
        assertTrue(out.startsWith("?cell\t?factor\t?label"));
        assertEquals(0, run("query", "-f", "json", "1"));
        assertTrue(out.contains("\"bindings\""));
        assertEquals(0, run("query", "-f", "xml", "1"));
        assertTrue(out.contains("<sparql"));
        assertEquals(0, run("query", "-f", "json", "2"));
        assertTrue(out.contains("true"));
        String construct = "CONSTRUCT { ?s dia:secretes ?o } WHERE { ?s dia:secretes ?o }";
        assertEquals(0, runWith(construct, "query", "-"));
        assertTrue(out.contains("dia:secretes"));
        assertEquals(0, runWith(construct, "query", "-f", "xml", "-"));
        assertTrue(out.contains("rdf:RDF"));
        assertEquals(0, runWith("DESCRIBE claim:C0001", "query", "-f", "json", "-"));
        assertTrue(out.contains("C0001"));
    }

    @Test
    void an_endpoint_can_be_asked_and_what_it_does_not_answer_is_told() throws IOException {
        run("build", "-q");
        ReleaseStore store = new ReleaseStore(home.resolve("build"));
        try (DiaStemServer server = DiaStemServer.start(store, ServerSettings.STANDARD, line -> {})) {
            assertEquals(0, run("query", "--endpoint", server.url() + "sparql", "1"), err);
            assertTrue(out.contains("dia:GrowthFactor"));
            assertEquals(0, run("query", "--endpoint", server.url(), "1"), "the address that serve prints will do");
            assertEquals(ExitCode.ENVIRONMENT.number(), run("query", "--endpoint", server.url() + "nothing", "1"));
            assertEquals(ExitCode.USAGE.number(), run("query", "--endpoint", "notaurl", "1"));
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertEquals(ExitCode.ENVIRONMENT.number(), run("query", "--endpoint", "http://127.0.0.1:" + port, "1"));
        assertTrue(err.startsWith("diastem: The endpoint"));
    }

    @Test
    void a_query_searches_texts_and_is_told_what_it_may_not_search_for() {
        assertEquals(0, run("build", "-q"));
        assertEquals(0, runWith("SELECT ?s { ?s text:query (rdfs:label '肾病') }", "query", "-f", "csv", "-"), err);
        assertTrue(out.contains("ontology/KidneyDisease"), out);
        assertEquals(ExitCode.BAD_QUERY.number(), runWith("SELECT ?s { ?s text:query '*cell' }", "query", "-"));
        assertTrue(err.contains("A star may stand at the end of a word"), err);
    }

    @Test
    void a_query_that_does_not_parse_has_its_own_code_and_a_short_message() {
        assertEquals(ExitCode.BAD_QUERY.number(), runWith("SELECT", "query", "-"));
        assertEquals(1, err.lines().count());
    }

    @Test
    void what_does_not_exist_is_told_with_the_nearest_that_does() {
        assertEquals(ExitCode.NOT_FOUND.number(), run("query", "1"));
        assertTrue(err.contains("diastem build"));
        run("build", "-q");
        assertEquals(ExitCode.NOT_FOUND.number(), run("query", "001-secreted-factor"));
        assertTrue(err.contains("Did you mean 001-secreted-factors?"));
        assertEquals(ExitCode.NOT_FOUND.number(), run("export", "--graph", "claim"));
        assertTrue(err.contains("Did you mean claims?"));
    }

    @Test
    void an_export_is_the_same_each_time_and_has_every_graph() {
        run("build", "-q");
        assertEquals(0, run("export", "-f", "nquads"));
        String first = out;
        run("export", "-f", "nquads");
        assertEquals(first, out);
        DatasetGraph quads = DatasetGraphFactory.create();
        RDFParser.fromString(first, Lang.NQUADS).parse(quads);
        DatasetGraph release = new ReleaseStore(home.resolve("build")).current().orElseThrow().load();
        release.listGraphNodes().forEachRemaining(graph ->
                assertTrue(quads.getGraph(graph).isIsomorphicWith(release.getGraph(graph)), graph.toString()));
        run("export", "--graph", "claims");
        assertTrue(out.contains("claim:C0001") && !out.contains("owl:Class"));
        run("export");
        assertTrue(out.contains("claim:C0001") && out.contains("owl:Class"));
    }

    @Test
    void a_new_claim_has_the_next_identifier_that_was_never_used() {
        assertEquals(0, run("new", "claim"));
        assertTrue(out.startsWith("C0021,"), "C0020 is the number of a retired draft");
        assertEquals(ExitCode.FINDINGS.number(), run("new", "claim", "subject=StemCell"));
        assertTrue(err.contains("empty-required-cell"));
    }

    @Test
    void a_valid_new_claim_is_appended_and_builds() throws IOException {
        assertEquals(
                0,
                run("new", "claim", "--append", "subject=StemCell", "predicate=promotes", "object=Repair", "section=S6",
                        "line=5", "start=20", "end=26", "statement_en=The example stem cell promotes repair, it says.",
                        "statement_zh=示例干细胞促进修复。"),
                err);
        List<String> lines = Files.readAllLines(home.resolve("data/claims.csv"));
        assertEquals(out.strip(), lines.get(lines.size() - 1));
        assertEquals(0, run("build", "-q"), err);
        runWith("ASK { claim:C0021 dia:claimObject dia:Repair }", "query", "-");
        assertEquals("yes\n", out);
    }

    @Test
    void a_new_claim_with_errors_is_not_appended() throws IOException {
        String before = Files.readString(home.resolve("data/claims.csv"));
        assertEquals(ExitCode.FINDINGS.number(), run("new", "claim", "--append", "subject=StemCel"));
        assertTrue(err.contains("Did you mean StemCell?") && err.contains("The row was not appended."));
        assertEquals(before, Files.readString(home.resolve("data/claims.csv")));
        assertEquals(ExitCode.NOT_FOUND.number(), run("new", "claim", "subjet=StemCell"));
        assertTrue(err.contains("Did you mean subject?"));
    }

    @Test
    void a_paper_can_be_added_with_what_it_shows_for_a_claim() throws IOException {
        assertEquals(0, run("new", "evidence", "--text", "Repair by the growth factors"));
        assertTrue(out.startsWith("C0002  line 5  The growth factor promotes repair.  生长因子促进修复。"), out);
        assertEquals(
                0,
                run("new", "reference", "--append", "doi=10.1000/new", "title=A new paper", "firstAuthor=Müller-Lüdenscheidt K",
                        "year=2024", "journal=Made-up Journal", "studyType=CohortStudy", "species=Human",
                        "page=https://example.org/new", "seenFields=title;year"),
                err);
        assertTrue(out.startsWith("MullerLudenscheidt2024,10.1000/new,"), out);
        String[] row = {
            "new", "evidence", "--append", "claim=C0002", "reference=MullerLudenscheidt2024", "direction=Supports",
            "directness=Direct", "judgement=WholeClaim", "finding_en=Repair was faster.", "finding_zh=修复更快。",
            "seenAt=https://example.org/new"
        };
        assertEquals(0, run(row), err);
        assertTrue(out.startsWith("C0002-3,C0002,MullerLudenscheidt2024,") && out.contains("CohortStudy"), out);
        assertEquals(0, run("build", "-q"), err);
        runWith("ASK { claim:C0002 dia:hasSupportingEvidenceLine evidence:C0002-3 }", "query", "-");
        assertEquals("yes\n", out);
        assertEquals(ExitCode.FINDINGS.number(), run(row));
        assertTrue(err.contains("duplicate-finding") && err.contains("The row was not appended."));
    }

    @Test
    void evidence_without_a_page_that_was_seen_is_refused() {
        assertEquals(
                ExitCode.FINDINGS.number(),
                run("new", "evidence", "--append", "claim=C0002", "reference=RatStudy", "direction=Supports",
                        "directness=Direct", "judgement=WholeClaim", "finding_en=Repair.", "finding_zh=修复。"));
        assertEquals(2, err.lines().count(), err);
        assertTrue(err.contains("(seenAt): error empty-required-cell"));
    }

    @Test
    void a_paper_that_is_there_already_is_refused_under_any_key() {
        assertEquals(
                ExitCode.FINDINGS.number(),
                run("new", "reference", "doi=10.1000/RAT(1)", "title=T", "firstAuthor=Dish D", "year=2020",
                        "studyType=AnimalExperiment", "page=https://example.org/x", "seenFields=title"));
        assertTrue(out.startsWith("Dish2020,") && err.contains("duplicate-publication"));
        run("new", "reference", "--append", "pmid=3", "title=T", "firstAuthor=Dish D", "year=2020",
                "studyType=AnimalExperiment", "page=https://example.org/x", "seenFields=title");
        run("new", "reference", "pmid=4", "firstAuthor=Dish D", "year=2020");
        assertTrue(out.startsWith("Dish2020b,"), out);
    }

    @Test
    void a_trial_is_added_under_its_registry_number() throws IOException {
        assertEquals(
                0,
                run("new", "trial", "--append", "id=NCT00000003", "title_en=A third trial", "title_zh=第三项试验",
                        "condition=Diabetes", "cellSource=Cell", "page=https://example.org/t", "seenFields=id"),
                err);
        assertEquals(0, run("build", "-q"), err);
        runWith("ASK { dia:Cell dia:inClinicalTrialsFor dia:Diabetes }", "query", "-");
        assertEquals("yes\n", out);
        run("new", "trial", "id=NCT00000004", "cellSource=Cord|Cell", "title_en=cord");
        assertTrue(out.startsWith("NCT00000004,cord,,,CordStemCell|Cell,"), out);
        assertEquals(ExitCode.FINDINGS.number(), run("new", "trial", "id=NCT3"));
        assertTrue(err.contains("bad-nct"));
        assertEquals(0, run("new", "trial"));
        assertTrue(out.startsWith(",,") && err.contains("Fill in the empty cells"));
        assertEquals(ExitCode.FINDINGS.number(), run("new", "trial", "--append"));
        assertTrue(err.contains("(id): error empty-required-cell"));
    }

    @Test
    void claims_of_a_line_are_listed_before_the_row() {
        assertEquals(0, run("new", "evidence", "--line", "5"));
        assertEquals(2, out.lines().count());
        assertEquals(0, run("new", "evidence", "--line", "5", "--text", "修复"));
        assertTrue(out.startsWith("C0002") && out.lines().count() == 1, out);
        assertEquals(ExitCode.FINDINGS.number(), run("new", "evidence", "--line", "5", "claim=C0001"));
        assertTrue(out.startsWith("C0001-3,C0001,") && err.startsWith("C0001  line 5"));
        assertEquals(ExitCode.NOT_FOUND.number(), run("new", "evidence", "--line", "3"));
        assertEquals(ExitCode.NOT_FOUND.number(), run("new", "evidence", "id=C0001-9"));
    }

    @Test
    void every_command_documents_the_exit_codes() {
        for (List<String> command : List.of(
                List.<String>of(), List.of("build"), List.of("check"), List.of("serve"), List.of("query"),
                List.of("export"), List.of("derive"), List.of("new"), List.of("new", "claim"),
                List.of("new", "evidence"), List.of("new", "reference"), List.of("new", "trial"))) {
            List<String> arguments = new ArrayList<>(command);
            arguments.add("--help");
            assertEquals(0, run(arguments.toArray(String[]::new)));
            for (ExitCode code : ExitCode.values()) {
                assertTrue(out.contains(code.meaning()), command + " tells " + code);
            }
        }
    }

    @Test
    void a_wrong_command_line_is_told_on_the_error_stream() {
        assertEquals(ExitCode.USAGE.number(), run());
        assertEquals(ExitCode.USAGE.number(), run("biuld"));
        assertEquals(ExitCode.USAGE.number(), run("query"));
        assertEquals(ExitCode.USAGE.number(), run("query", "-f", "yaml", "1"));
        assertEquals(ExitCode.USAGE.number(), run("serve", "--port", "many"));
        assertEquals(ExitCode.USAGE.number(), run("new"));
        assertEquals("", out);
    }

    @Test
    void a_list_of_services_with_errors_is_not_served_and_the_switch_lets_it_name_this_machine() throws IOException {
        Path list = Files.writeString(home.resolve("services.txt"), "http://127.0.0.1:3030/sparql # mine\n");
        // On a port that is taken, so that a server that would start ends at once.
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            String[] strict = {"serve", "--scratch", "--port", port, "--services", list.toString()};
            assertEquals(ExitCode.FINDINGS.number(), run(strict), err);
            assertTrue(err.contains("services.txt:1:1: error service-not-public"), err);
            List<String> open = new ArrayList<>(List.of(strict));
            open.add("--allow-loopback-services");
            assertEquals(ExitCode.ENVIRONMENT.number(), run(open.toArray(String[]::new)), err);
            assertTrue(err.contains("cannot listen"), err);
        }
    }

    private int run(String... arguments) {
        return runWith("", arguments);
    }

    private int runWith(String input, String... arguments) {
        Outcome outcome = Outcome.ofInput(input, arguments);
        out = outcome.out();
        err = outcome.err();
        return outcome.code();
    }
}
