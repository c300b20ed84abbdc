// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.inner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.diastem.bench.query.BenchQuery;
import org.diastem.bench.query.Parameters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the text of a query to its algebra, optimised: what a cache of parsed queries saves. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class QueryParsing {
    /** The query's name. */
    @Param({"01-look-up", "27-values", "29-page-of-concept"})
    public String name;

    private String text;

    /** Fills in the parameters of the real project, in whose folder it runs. */
    @Setup
    public void fill() throws IOException {
        Parameters parameters = Parameters.of(Path.of(""));
        text = BenchQuery.all().stream()
                .filter(query -> query.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text(parameters, 0);
    }

    /** Text to syntax tree. */
    @Benchmark
    public Object parse() {
        return QueryFactory.create(text, Syntax.syntaxARQ);
    }

    /** Text to optimised algebra. */
    @Benchmark
    public Op parseAndOptimise() {
        return Algebra.optimize(Algebra.compile(QueryFactory.create(text, Syntax.syntaxARQ)));
    }
}
