// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diastem.problem.Problem;
import org.diastem.problem.Problems;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceListTest {
    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    private List<String> read(String text, AddressRule rule) throws IOException {
        return ServiceList.read(Files.writeString(folder.resolve("list"), text), "list", rule, problems);
    }

    private List<String> places() {
        return problems.sorted().stream().map(problem -> problem.place() + " " + problem.code().key()).toList();
    }

    @Test
    void addresses_stand_one_a_line_with_comments_and_empty_lines_between() throws IOException {
        assertEquals(
                List.of("https://a.example.org/sparql", "http://b.example.org:8080/x"),
                read("# mine\n\n  https://a.example.org/sparql   # the first\r\nhttp://b.example.org:8080/x\t# 第二个\n",
                        AddressRule.PUBLIC_ONLY));
        assertTrue(problems.isEmpty(), problems.sorted().toString());
    }

    @Test
    void what_is_no_address_of_an_endpoint_is_a_problem_at_its_place_and_the_others_are_read() throws IOException {
        assertEquals(
                List.of("https://a.example.org/sparql"),
                read(
                        """
                        ftp://a.example.org/sparql
                          sparql.example.org
                        https://user:secret@a.example.org/sparql
                        https://a.example.org/sparql?x=1
                        https://a.example.org/sparql#x
                        https://a.example.org./sparql
                        https://a.example.org/spa rql
                        https:///sparql
                        https://a.example.org/sparql
                        https://a.example.org/sparql
                        """,
                        AddressRule.PUBLIC_ONLY));
        assertEquals(
                List.of("list:1:1 bad-service", "list:2:3 bad-service", "list:3:1 bad-service", "list:4:1 bad-service",
                        "list:5:1 bad-service", "list:6:1 bad-service", "list:7:1 bad-service", "list:8:1 bad-service",
                        "list:10:1 duplicate-identifier"),
                places());
    }

    @Test
    void this_machine_and_private_networks_are_problems_before_anything_is_served() throws IOException {
        String loopback = "http://localhost:3030/sparql\nhttp://127.0.0.1/sparql\nhttp://[::1]:8080/sparql\n";
        String inside = "http://192.168.1.1/sparql\nhttp://[fd00::1]/sparql\nhttp://169.254.169.254/latest\n";
        assertEquals(List.of(), read(loopback + inside, AddressRule.PUBLIC_ONLY));
        assertEquals(6, problems.sorted().stream().filter(problem -> problem.code().key()
                .equals("service-not-public")).count());
        Problems others = new Problems();
        assertEquals(
                loopback.lines().toList(),
                ServiceList.read(folder.resolve("list"), "list", AddressRule.PUBLIC_OR_LOOPBACK, others));
        assertEquals(3, others.sorted().size());
    }

    @Test
    void a_list_that_is_not_there_or_not_text_is_a_problem() throws IOException {
        ServiceList.read(folder.resolve("none"), "none", AddressRule.PUBLIC_ONLY, problems);
        Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xFF, '\n'});
        ServiceList.read(folder.resolve("bytes"), "bytes", AddressRule.PUBLIC_ONLY, problems);
        assertEquals(List.of("bad-utf8", "missing-file"), problems.sorted().stream().map(Problem::code)
                .map(code -> code.key()).toList());
    }

    @Test
    void the_list_that_comes_with_the_project_has_no_problem() {
        Path shipped = FixtureProject.REPOSITORY.resolve("data/services.txt");
        assertEquals(5, ServiceList.read(shipped, "data/services.txt", AddressRule.PUBLIC_ONLY, problems).size());
        assertTrue(problems.isEmpty(), problems.sorted().toString());
    }
}
