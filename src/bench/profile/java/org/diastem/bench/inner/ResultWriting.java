// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.inner;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
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

/** Writing rows of a claim, its number and its sentence, without finding them. A writer of ours has its place here. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ResultWriting {
    private static final List<Var> COLUMNS = List.of(Var.alloc("claim"), Var.alloc("number"), Var.alloc("statement"));

    /** How many rows one answer has. */
    @Param({"10", "10000"})
    public int rows;

    private final List<Binding> bindings = new ArrayList<>();

    /** Makes the rows. */
    @Setup
    public void fill() {
        for (int i = 0; i < rows; i++) {
            bindings.add(BindingFactory.binding(
                    COLUMNS.get(0), NodeFactory.createURI("https://w3id.org/diastem/claim/C%04d".formatted(i)),
                    COLUMNS.get(1), NodeFactory.createLiteralDT(Integer.toString(i), XSDDatatype.XSDinteger),
                    COLUMNS.get(2), NodeFactory.createLiteralLang("间充质干细胞\"减轻\"炎症 " + i, "zh")));
        }
    }

    /** Jena's writer of JSON. */
    @Benchmark
    public long jenaJson() {
        return written(ResultSetLang.RS_JSON);
    }

    /** Jena's writer of tab-separated values. */
    @Benchmark
    public long jenaTsv() {
        return written(ResultSetLang.RS_TSV);
    }

    /** Jena's writer of comma-separated values. */
    @Benchmark
    public long jenaCsv() {
        return written(ResultSetLang.RS_CSV);
    }

    /** Jena's writer of XML. */
    @Benchmark
    public long jenaXml() {
        return written(ResultSetLang.RS_XML);
    }

    private long written(Lang lang) {
        CountingStream out = new CountingStream();
        RowSet set = RowSetStream.create(COLUMNS, bindings.iterator());
        RowSetWriterRegistry.getFactory(lang).create(lang).write(out, set, new Context());
        return out.bytes;
    }

    private static final class CountingStream extends OutputStream {
        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] all, int from, int length) {
            bytes += length;
        }
    }
}
