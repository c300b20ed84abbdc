// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.diastem.server.sparql.Limits;
import org.diastem.testing.RunningServer;

/** Every function of SPARQL 1.1 on every kind of odd value: an expression may be in error, the server may not. */
class OddValuesTest {
    private static final Set<Integer> RIGHT = Set.of(200, 400, 403, 503);
    private static final String XSD = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n";

    private static final List<String> VALUES = List.of(
            "1", "0", "-1", "0.0", "-0.0", "1.5", "1e0", "0e0", "1e308", "-1e308", "1e-320", "99999999999999999999999999",
            "\"\"", "\"a\"", "\"a\"@en", "\"肾病\"@zh", "\"\\u0000\"", "\"(\"", "\"[a-z]+\"", "\"*\"", "\"$1\"", "\"\\\\\"",
            "true", "false", "?none", "<x:a>", "<http://example.org/%ZZ?#>", "IRI(\"\")", "IRI(\"a b\")", "BNODE()",
            "\"NaN\"^^xsd:double", "\"INF\"^^xsd:float", "\"-INF\"^^xsd:double", "\"rubbish\"^^xsd:integer",
            "\"rubbish\"^^xsd:decimal", "\" 7 \"^^xsd:integer", "\"300\"^^xsd:byte", "\"-1\"^^xsd:nonNegativeInteger",
            "\"\"^^xsd:boolean", "\"2026-02-30\"^^xsd:date", "\"2026-02-28\"^^xsd:date", "\"0000-01-01T00:00:00\"^^xsd:dateTime",
            "\"-9999999999-01-01T24:00:00+14:00\"^^xsd:dateTime", "\"24:00:00\"^^xsd:time", "\"P1Y2M3DT4H\"^^xsd:duration",
            "\"-P999999999Y\"^^xsd:yearMonthDuration", "\"PT0.000000000000001S\"^^xsd:dayTimeDuration", "\"2026\"^^xsd:gYear",
            "\"--13-40\"^^xsd:gMonthDay", "\"x\"^^<x:type>", "\"<a\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>",
            "\"{\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>", "NOW()", "xsd:base64Binary", "\"!\"^^xsd:hexBinary");

    private static final List<String> ONE = List.of(
            "STR", "LANG", "DATATYPE", "IRI", "BNODE", "ABS", "ROUND", "CEIL", "FLOOR", "STRLEN", "UCASE", "LCASE",
            "ENCODE_FOR_URI", "YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS", "TIMEZONE", "TZ", "MD5", "SHA1", "SHA256",
            "SHA384", "SHA512", "isIRI", "isBLANK", "isLITERAL", "isNUMERIC", "!", "-", "+", "xsd:integer", "xsd:decimal",
            "xsd:double", "xsd:float", "xsd:boolean", "xsd:dateTime", "xsd:date", "xsd:time", "xsd:duration", "xsd:gYear",
            "xsd:dayTimeDuration", "xsd:yearMonthDuration", "xsd:byte", "xsd:unsignedLong", "xsd:string",
            "<http://www.w3.org/2005/xpath-functions/math#sqrt>", "<http://www.w3.org/2005/xpath-functions/math#log>",
            "<http://www.w3.org/2005/xpath-functions/math#exp>");

    private static final List<String> TWO = List.of(
            "CONTAINS", "STRSTARTS", "STRENDS", "STRBEFORE", "STRAFTER", "STRLANG", "STRDT", "LANGMATCHES", "sameTerm", "SUBSTR",
            "REGEX", "CONCAT", "COALESCE");

    private static final List<String> THREE = List.of("SUBSTR", "REPLACE", "REGEX", "IF", "CONCAT");
    private static final List<String> BETWEEN =
            List.of("+", "-", "*", "/", "=", "!=", "<", ">", "<=", ">=", "&&", "||", "IN", "NOT IN");

    private static Path folder;
    private static RunningServer server;

    @BeforeContainer
    static void start() throws IOException {
        folder = Files.createTempDirectory("odd");
        server = RunningServer.ofFixture(
                folder,
                ServerSettings.STANDARD.within(
                        Limits.STANDARD,
                        RunningServer.forAnyClient()));
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    @Property(seed = "20261125", tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void no_expression_is_a_fault_of_the_server(@ForAll("expressions") List<String> expressions) throws Exception {
        String projected = IntStream.range(0, expressions.size())
                .mapToObj(i -> "(" + expressions.get(i) + " AS ?x" + i + ")")
                .collect(Collectors.joining("\n"));
        check(XSD + "SELECT " + projected + " { ?s ?p ?o } LIMIT 2");
        check(XSD + "SELECT ?s { ?s ?p ?o FILTER(" + expressions.get(0) + ") } ORDER BY (" + expressions.get(1) + ") LIMIT 2");
        check(XSD + "SELECT (MIN(" + expressions.get(0) + ") AS ?a) (SUM(" + expressions.get(1) + ") AS ?b) (AVG("
                + expressions.get(2) + ") AS ?c) (GROUP_CONCAT(" + expressions.get(3) + ") AS ?d) { { SELECT * { ?s ?p ?o } LIMIT 9 } }"
                + " GROUP BY (" + expressions.get(4) + ")");
    }

    private static void check(String query) throws Exception {
        HttpResponse<String> answer = server.post("/sparql", "application/sparql-query", query);
        assertTrue(RIGHT.contains(answer.statusCode()), answer.statusCode() + " to " + query);
    }

    @Provide
    Arbitrary<List<String>> expressions() {
        return expression(3).list().ofSize(8);
    }

    private static Arbitrary<String> expression(int depth) {
        Arbitrary<String> value = Arbitraries.of(VALUES);
        if (depth == 0) {
            return value;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> expression(depth - 1));
        return Arbitraries.oneOf(
                value,
                Combinators.combine(Arbitraries.of(ONE), inner).as((name, a) -> name + "(" + a + ")"),
                Combinators.combine(Arbitraries.of(TWO), inner, inner)
                        .as((name, a, b) -> name + "(" + a + ", " + b + ")"),
                Combinators.combine(Arbitraries.of(THREE), inner, inner, inner)
                        .as((name, a, b, c) -> name + "(" + a + ", " + b + ", " + c + ")"),
                Combinators.combine(Arbitraries.of(BETWEEN), inner, inner)
                        .as((name, a, b) -> "((" + a + ") " + name + " (" + b + "))"));
    }
}
