// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.binding.BindingProject;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.sparql.util.NodeUtils;
import org.apache.jena.sparql.vocabulary.ResultSetGraphVocab;
import org.apache.jena.vocabulary.RDF;
import org.diastem.engine.StandardSuite.Case;
import org.diastem.engine.StandardSuite.Kind;
import org.diastem.index.IndexDataset;
import org.diastem.testing.Indexed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The engine over an index answers the queries of the standard suites as Jena does over its own dataset in memory, and
 * as the suites expect wherever Jena does.
 */
class StandardSuiteTest {
    /** How many cases the suites hold, by what is done with them. */
    private static final Map<Kind, Integer> HELD = Map.of(
            Kind.EVALUATION, 556,
            Kind.ENTAILMENT, 66,
            Kind.FEDERATION, 12,
            Kind.SYNTAX, 360,
            Kind.UPDATE, 93,
            Kind.PROTOCOL, 37);

    /** Cases that Jena itself, over its own dataset, does not answer as the suites expect, and why. */
    private static final Map<String, String> NOT_AS_JENA_SEES_IT = Map.ofEntries(
            Map.entry("testcases-sparql-1.0-w3c/data-r2/basic#term-6",
                    "\"456.\" was a decimal in SPARQL 1.0, in 1.1 it is an integer and a full stop"),
            Map.entry("testcases-sparql-1.0-w3c/data-r2/basic#term-7",
                    "\"456.\" was a decimal in SPARQL 1.0, in 1.1 it is an integer and a full stop"),
            Map.entry("testcases-sparql-1.0-w3c/data-r2/optional-filter#dawg-optional-filter-005-simplified",
                    "a simplification of the algebra that SPARQL 1.1 does not make"),
            Map.entry("testcases-sparql-1.0-w3c/data-r2/dataset#dawg-dataset-09",
                    "a file that is read for FROM and for FROM NAMED has its blank nodes twice; a store has them once"),
            Map.entry("testcases-sparql-1.0-w3c/data-r2/dataset#dawg-dataset-10",
                    "a file that is read for FROM and for FROM NAMED has its blank nodes twice; a store has them once"),
            Map.entry("testcases-sparql-1.0-w3c/data-r2/dataset#dawg-dataset-12",
                    "a file that is read for FROM and for FROM NAMED has its blank nodes twice; a store has them once"),
            Map.entry("testcases-sparql-1.0-w3c/data-r2/distinct#distinct-2",
                    "RDF 1.0 had literals without a type beside those of xsd:string"),
            Map.entry("testcases-sparql-1.0-w3c/data-r2/distinct#distinct-9",
                    "RDF 1.0 had literals without a type beside those of xsd:string"),
            Map.entry("testcases-sparql-1.0-w3c/data-r2/sort#dawg-sort-11",
                    "RDF 1.0 had literals without a type beside those of xsd:string"),
            Map.entry("testcases-sparql-1.1-w3c/functions#strdt03",
                    "RDF 1.0 had literals without a type beside those of xsd:string"),
            Map.entry("testcases-sparql-1.1-w3c/functions#strlang03",
                    "RDF 1.0 had literals without a type beside those of xsd:string"),
            Map.entry("testcases-sparql-1.1-w3c/functions#plus-1",
                    "Jena adds texts by joining them"),
            Map.entry("testcases-sparql-1.1-w3c/functions#plus-2",
                    "Jena adds texts by joining them"),
            Map.entry("testcases-sparql-1.1-w3c/functions#bnode01",
                    "Jena makes another blank node for each expression of a row"),
            Map.entry("testcases-sparql-1.1/bsbm#bsbm-bi-q5",
                    "the expected IRIs have line breaks in them"),
            Map.entry("testcases-sparql-1.1/property-paths#sparql11-wildcard-05",
                    "the expected rows have a variable that is not in the query"),
            Map.entry("testcases-sparql-1.1/builtin#sparql11-bnode-01",
                    "the expected rows do not have the variable of the blank node"),
            Map.entry("testcases-sparql-1.1/builtin#sparql11-bnode-02",
                    "the expected rows do not have the variable of the blank node"),
            Map.entry("testcases-sparql-1.1/builtin#sparql11-not-in-02",
                    "for Jena a text and a number are different, not an error"),
            Map.entry("testcases-sparql-1.1/subquery#sparql11-subquery-05",
                    "LIMIT without ORDER BY gives any row"),
            Map.entry("testcases-sparql-1.1/bindings#sparql11-bindings-01",
                    "a draft of SPARQL 1.1 had BINDINGS, which became VALUES"),
            Map.entry("testcases-sparql-1.1/bindings#sparql11-bindings-02",
                    "a draft of SPARQL 1.1 had BINDINGS, which became VALUES"),
            Map.entry("testcases-sparql-1.1/property-paths#sparql11-sequence-04",
                    "a draft of SPARQL 1.1 had numbers of times in paths"),
            Map.entry("testcases-sparql-1.1/property-paths#sparql11-sequence-05",
                    "a draft of SPARQL 1.1 had numbers of times in paths"),
            Map.entry("testcases-sparql-1.1/property-paths#sparql11-sequence-06",
                    "a draft of SPARQL 1.1 had numbers of times in paths"));

    /** Cases whose answer the query leaves open: it is only seen that there is one. */
    private static final Map<String, String> UNDECIDED = Map.of(
            "testcases-sparql-1.1/subquery#sparql11-subquery-05", "LIMIT without ORDER BY gives any row");

    /** Manifests without cases of a known kind. */
    private static final Map<String, String> NOT_READ = Map.of(
            "testcases-sparql-1.0-w3c/data-r2/open-world/sameTerm-manifest.ttl",
            "no part of the suite: its entries have no type, and are about RDF 1.0's literals without one");

    private static final float ROUNDING = 1e-5f;

    private static final Map<String, Lang> FORMATS = Map.of(
            "srx", ResultSetLang.RS_XML,
            "srj", ResultSetLang.RS_JSON,
            "csv", ResultSetLang.RS_CSV,
            "tsv", ResultSetLang.RS_TSV);

    private static StandardSuite suite;

    @BeforeAll
    static void open() {
        suite = new StandardSuite();
    }

    @AfterAll
    static void close() throws IOException {
        suite.close();
    }

    @Test
    void every_manifest_is_read_and_every_case_counted() throws IOException {
        Set<String> manifests = new TreeSet<>(suite.manifests());
        manifests.addAll(NOT_READ.keySet());
        assertEquals(suite.manifestsOfJar(), manifests);
        Map<Kind, Integer> found = new EnumMap<>(Kind.class);
        suite.cases().forEach(each -> found.merge(each.kind(), 1, Integer::sum));
        assertEquals(HELD, found);
    }

    @Test
    void every_exception_is_a_case() {
        Set<String> names = new HashSet<>();
        suite.cases().stream()
                .filter(each -> each.kind() == Kind.EVALUATION)
                .forEach(each -> names.add(each.name()));
        Set<String> unknown = new TreeSet<>(NOT_AS_JENA_SEES_IT.keySet());
        unknown.removeAll(names);
        assertEquals(Set.of(), unknown);
    }

    @TestFactory
    Stream<DynamicTest> what_is_asked_is_answered_as_expected() {
        return suite.cases().stream()
                .filter(each -> each.kind() == Kind.EVALUATION)
                .map(each -> dynamicTest(each.name(), () -> isAsExpected(each)));
    }

    @TestFactory
    Stream<DynamicTest> without_entailment_the_answer_is_that_of_jena() {
        return suite.cases().stream()
                .filter(each -> each.kind() == Kind.ENTAILMENT)
                .map(each -> dynamicTest(each.name(), () -> compared(each, suite.query(each))));
    }

    private static void isAsExpected(Case each) throws IOException {
        Query query;
        try {
            query = suite.query(each);
        } catch (QueryParseException e) {
            assertTrue(
                    NOT_AS_JENA_SEES_IT.containsKey(each.name()),
                    () -> each.name() + ": Jena does not read the query: " + e.getMessage());
            return;
        }
        Compared compared = compared(each, query);
        Answer expected = expected(each);
        boolean isOrdered = each.isOrdered() || expected.isOrdered;
        boolean jenaAgrees = expected.isAnsweredBy(compared.jena, isOrdered, each.mayLeaveOutDuplicates());
        assertEquals(
                !NOT_AS_JENA_SEES_IT.containsKey(each.name()),
                jenaAgrees,
                () -> each.name() + ": Jena answers " + compared.jena + "; expected is " + expected);
        if (jenaAgrees && !UNDECIDED.containsKey(each.name())) {
            assertTrue(
                    expected.isAnsweredBy(compared.ours, isOrdered, each.mayLeaveOutDuplicates()),
                    () -> each.name() + ": the answer is " + compared.ours + "; expected is " + expected);
        }
    }

    private record Compared(Answer jena, Answer ours) {}

    private static Compared compared(Case each, Query query) {
        DatasetGraph data = suite.data(each, query);
        IndexDataset indexed = Indexed.of(data);
        Answer jena = Answer.of(query, data, ARQ.getContext().copy());
        Answer ours = Answer.of(query, indexed, Answers.ofEngine(indexed, Watch.NONE));
        assertTrue(
                UNDECIDED.containsKey(each.name())
                        || jena.isAnsweredBy(ours, each.isOrdered(), each.mayLeaveOutDuplicates()),
                () -> each.name() + ": the answer is " + ours + "; that of Jena is " + jena);
        return new Compared(jena, ours);
    }

    private static Answer expected(Case each) throws IOException {
        String file = each.result();
        Optional<Lang> format = Optional.ofNullable(FORMATS.get(file.substring(file.lastIndexOf('.') + 1)));
        if (format.isEmpty()) {
            return ofRdf(suite.graph(file));
        }
        try (InputStream in = suite.open(file)) {
            QueryExecResult read = RowSetReader.createReader(format.get()).readAny(in, ARQ.getContext());
            if (read.isBoolean()) {
                return Answer.of(read.booleanResult());
            }
            Answer rows = Answer.of(read.rowSet());
            return new Answer(rows.columns, rows.rows, null, null, false, format.get().equals(ResultSetLang.RS_CSV));
        }
    }

    /** Rows or a truth value written as RDF; if it is neither, the graph is the answer. */
    private static Answer ofRdf(Graph graph) {
        Model model = ModelFactory.createModelForGraph(graph);
        if (model.contains(null, ResultSetGraphVocab.p_boolean)) {
            return Answer.of(model.listObjectsOfProperty(ResultSetGraphVocab.p_boolean)
                    .next()
                    .asLiteral()
                    .getBoolean());
        }
        if (!model.contains(null, RDF.type, ResultSetGraphVocab.ResultSet)) {
            return Answer.of(graph);
        }
        Answer rows = Answer.of(RowSet.adapt(new RDFInput(model)));
        return new Answer(
                rows.columns, rows.rows, null, null, model.contains(null, ResultSetGraphVocab.index), false);
    }

    /** What is added up in another order is rounded in another way. */
    private static boolean isSameValue(Node one, Node other) {
        if (NodeUtils.sameValue.equal(one, other)) {
            return true;
        }
        if (!one.isLiteral() || !other.isLiteral() || !one.getLiteralDatatype().equals(other.getLiteralDatatype())
                || !XSDDatatype.XSDfloat.equals(one.getLiteralDatatype())) {
            return false;
        }
        float mine = Float.parseFloat(one.getLiteralLexicalForm());
        float others = Float.parseFloat(other.getLiteralLexicalForm());
        return Math.abs(mine - others) <= ROUNDING * Math.abs(mine);
    }

    /** An answer of any kind of query; what it is not is null. */
    private record Answer(
            List<Var> columns, List<Binding> rows, Graph graph, Boolean truth, boolean isOrdered, boolean hasNoTypes) {
        static Answer of(RowSet rows) {
            List<Binding> all = new ArrayList<>();
            // Without the variables of ARQ's own that rows bring along.
            rows.forEachRemaining(row -> all.add(BindingFactory.copy(new BindingProject(rows.getResultVars(), row))));
            return new Answer(rows.getResultVars(), all, null, null, false, false);
        }

        static Answer of(Graph graph) {
            return new Answer(null, null, graph, null, false, false);
        }

        static Answer of(boolean truth) {
            return new Answer(null, null, null, truth, false, false);
        }

        static Answer of(Query query, DatasetGraph data, Context context) {
            try (QueryExec execution = QueryExecDatasetBuilder.create()
                    .query(query)
                    .dataset(data)
                    .context(context)
                    .build()) {
                if (query.isAskType()) {
                    return of(execution.ask());
                }
                if (query.isSelectType()) {
                    return of(execution.select());
                }
                return of(query.isConstructType() ? execution.construct() : execution.describe());
            }
        }

        private RowSet rowSet() {
            return RowSet.create(QueryIterPlainWrapper.create(rows.iterator(), null), columns);
        }

        /** The same, as CSV tells it. */
        private Answer withoutTypes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetMgr.write(out, ResultSet.adapt(rowSet()), ResultSetLang.RS_CSV);
            return of(RowSetReader.createReader(ResultSetLang.RS_CSV)
                    .read(new ByteArrayInputStream(out.toByteArray()), ARQ.getContext()));
        }

        /** The rows of texts, where a blank node is one whatever its label, which Jena writes without its prefix. */
        private List<String> sortedTexts() {
            return rows.stream()
                    .map(row -> columns.stream()
                            .map(column -> String.valueOf(row.get(column)).replaceAll("^\"(_:.*|b\\d+\"$)", "_:"))
                            .toList()
                            .toString())
                    .sorted()
                    .toList();
        }

        /** Whether another answer says the same: the same terms up to blank nodes, or at least the same values. */
        boolean isAnsweredBy(Answer other, boolean inOrder, boolean mayLeaveOut) {
            if (truth != null) {
                return truth.equals(other.truth);
            }
            if (graph != null) {
                return other.graph != null && IsoMatcher.isomorphic(graph, other.graph);
            }
            if (other.rows == null) {
                return false;
            }
            if (hasNoTypes) {
                return sortedTexts().equals(other.withoutTypes().sortedTexts());
            }
            if (mayLeaveOut) {
                return new HashSet<>(rows).equals(new HashSet<>(other.rows)) && other.rows.size() <= rows.size();
            }
            if (inOrder) {
                return ResultsCompare.equalsByTermAndOrder(rowSet(), other.rowSet())
                        || ResultsCompare.equalsByValueAndOrder(rowSet(), other.rowSet())
                        || isSameInOrder(other);
            }
            return Set.copyOf(columns).equals(Set.copyOf(other.columns))
                    && rows.size() == other.rows.size()
                    && isSame(other);
        }

        private boolean isSameInOrder(Answer other) {
            return rows.size() == other.rows.size()
                    && IntStream.range(0, rows.size())
                            .allMatch(i -> ResultsCompare.equal(
                                    rows.get(i), other.rows.get(i), StandardSuiteTest::isSameValue));
        }

        /** Rows without blank nodes find each other by themselves, which is much faster for large answers. */
        private boolean isSame(Answer other) {
            Map<Boolean, List<Binding>> mine = rows.stream().collect(Collectors.partitioningBy(Answer::hasBlank));
            Map<Boolean, List<Binding>> others =
                    other.rows.stream().collect(Collectors.partitioningBy(Answer::hasBlank));
            List<Binding> left = new ArrayList<>(others.get(false));
            for (Binding row : mine.get(false)) {
                Optional<Binding> same = left.stream()
                        .filter(each -> ResultsCompare.equal(row, each, StandardSuiteTest::isSameValue))
                        .findFirst();
                if (same.isEmpty()) {
                    return false;
                }
                left.remove(same.get());
            }
            return left.isEmpty() && ResultsCompare.equalsByTerm(mine.get(true), others.get(true));
        }

        private static boolean hasBlank(Binding row) {
            Iterator<Var> bound = row.vars();
            while (bound.hasNext()) {
                if (row.get(bound.next()).isBlank()) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return String.valueOf(truth != null ? truth : graph != null ? graph : rows);
        }
    }
}
