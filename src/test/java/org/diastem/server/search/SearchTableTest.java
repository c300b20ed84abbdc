// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.diastem.build.Assembler;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Limits;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What a search over the repository's own data must find and must not find, in both languages. The table was written
 * from the data before the way of telling words apart was chosen; a row is a search, and holds for {@code /search} and
 * for {@code text:query} alike.
 */
class SearchTableTest {
    private static final String TABLE = "src/test/resources/search/searches.csv";

    private static DatasetGraph dataset;

    @BeforeAll
    static void assemble() {
        dataset = new Assembler(Project.at(FixtureProject.REPOSITORY), Progress.NONE)
                .assemble()
                .dataset()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(files = TABLE, numLinesToSkip = 1)
    void search_finds_what_it_should_and_the_best_first(
            String query, String language, String hits, String misses, String first) {
        SearchRequest request =
                new SearchRequest(query, Optional.ofNullable(language), Set.of(), false, 100, 0);
        List<String> found = new Finder(dataset, new Budget(Limits.STANDARD))
                .find(request).stream().map(hit -> hit.best().subject().getURI()).toList();
        assertEquals(found.size(), Set.copyOf(found).size(), "each thing once");
        check(query, Set.copyOf(found), hits, misses);
        if (first != null) {
            assertEquals(iri(first), found.get(0), query);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(files = TABLE, numLinesToSkip = 1)
    void a_text_query_finds_what_it_should(String query, String language, String hits, String misses, String first) {
        String words = language == null ? "\"" + query + "\"" : "(\"" + query + "\" \"lang:" + language + "\")";
        List<String> found = subjects("SELECT ?s { ?s text:query " + words + " }");
        assertEquals(found.size(), Set.copyOf(found).size(), "each thing once");
        check(query, Set.copyOf(found), hits, misses);
        List<String> named = subjects("SELECT ?s { GRAPH ?g { ?s text:query " + words + " } }");
        assertEquals(Set.copyOf(found), Set.copyOf(named), "the default graph holds the named ones");
    }

    private static List<String> subjects(String text) {
        try (QueryExec execution = QueryExec.dataset(dataset).query(Namespaces.sparqlPrologue() + text).build()) {
            return execution.select().stream().map(row -> row.get("s").getURI()).toList();
        }
    }

    private static void check(String query, Set<String> found, String hits, String misses) {
        Set<String> lacking = iris(hits);
        lacking.removeAll(found);
        assertEquals(Set.of(), lacking, query + " should find these");
        Set<String> wrong = iris(misses);
        wrong.retainAll(found);
        assertEquals(Set.of(), wrong, query + " should not find these");
        assertTrue(hits != null || misses != null, "a row that expects nothing");
    }

    private static Set<String> iris(String names) {
        return names == null
                ? new TreeSet<>()
                : Stream.of(names.split(" ")).map(SearchTableTest::iri).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String iri(String name) {
        int colon = name.indexOf(':');
        return Namespaces.all().get(name.substring(0, colon)) + name.substring(colon + 1);
    }
}
