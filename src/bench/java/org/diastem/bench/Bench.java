// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.sys.JenaSystem;
import org.diastem.bench.engine.DiaStem;
import org.diastem.bench.engine.Engine;
import org.diastem.bench.engine.KeptRelease;
import org.diastem.bench.engine.QuadsFile;
import org.diastem.bench.engine.Rdf4jLmdb;
import org.diastem.bench.engine.StockFuseki;
import org.diastem.bench.engine.Virtuoso;
import org.diastem.bench.engine.Workplace;
import org.diastem.bench.generate.GraphSize;
import org.diastem.bench.generate.ProjectGenerator;
import org.diastem.bench.measure.Answers;
import org.diastem.bench.measure.Connection;
import org.diastem.bench.measure.Loading;
import org.diastem.bench.measure.Machine;
import org.diastem.bench.measure.Meter;
import org.diastem.bench.measure.Report;
import org.diastem.bench.measure.Result;
import org.diastem.bench.measure.Served;
import org.diastem.bench.measure.Throughput;
import org.diastem.bench.measure.Timing;
import org.diastem.bench.query.BenchQuery;
import org.diastem.bench.query.Parameters;
import org.diastem.build.Progress;
import org.diastem.store.Manifest;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Generates, loads, measures, compares, and writes tables. */
@Command(
        name = "scripts/bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measure DiaStem beside other engines on generated graphs. What a run generates and loads is "
                + "kept in the work folder, and a later run uses it again. Tables are printed and kept there, too.")
public final class Bench implements Callable<Integer> {
    private static final Map<String, Function<Workplace, Engine>> ENGINES = new LinkedHashMap<>();

    static {
        ENGINES.put("diastem", DiaStem::new);
        ENGINES.put("kept", KeptRelease::new);
        ENGINES.put("fixed", place -> new StockFuseki(place, true));
        ENGINES.put("stock", place -> new StockFuseki(place, false));
        ENGINES.put("rdf4j", Rdf4jLmdb::new);
        ENGINES.put("virtuoso", Virtuoso::new);
    }

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "SIZE",
            defaultValue = "small",
            description = "small (100 thousand triples), medium (1 million), large (10 million). Default: "
                    + "${DEFAULT-VALUE}.")
    private List<String> sizes;

    @Option(
            names = "--engines",
            split = ",",
            paramLabel = "ENGINE",
            defaultValue = "diastem,fixed,stock,rdf4j,virtuoso",
            description = "Of ${DEFAULT-VALUE}; and kept, which is diastem over whatever release there is, without the "
                    + "build of an outdated one. Default: ${DEFAULT-VALUE}.")
    private List<String> engines;

    @Option(
            names = "--queries",
            split = ",",
            paramLabel = "NUMBER",
            description = "Numbers of queries, as 01,27. Default: all.")
    private List<String> numbers = List.of();

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "build/bench",
            description = "Work folder, with a folder for each size. Default: ${DEFAULT-VALUE}.")
    private Path work;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "4g",
            description = "Heap of each Java server, in whole gigabytes. Default: ${DEFAULT-VALUE}.")
    private String heap;

    @Option(
            names = "--build-heap",
            paramLabel = "SIZE",
            defaultValue = "6g",
            description = "Heap of the build of the release; size large needs 14g. Default: ${DEFAULT-VALUE}.")
    private String buildHeap;

    @Option(
            names = "--runs",
            paramLabel = "RUNS",
            defaultValue = "9",
            description = "Later runs of each query, at least; fast ones are run until a second is over. Default: "
                    + "${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--longest",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "No further run of a query after its runs took this long together. Default: "
                    + "${DEFAULT-VALUE}.")
    private int longest;

    @Option(
            names = "--starts",
            paramLabel = "STARTS",
            defaultValue = "3",
            description = "How often the start is measured. Default: ${DEFAULT-VALUE}.")
    private int starts;

    @Option(
            names = "--clients",
            split = ",",
            paramLabel = "CLIENTS",
            defaultValue = "1,2,4",
            description = "Clients that ask at once for the throughput. Default: ${DEFAULT-VALUE}.")
    private List<Integer> clients;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long the throughput is measured for each number of clients; 0 leaves it out. Default: "
                    + "${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--pin",
            description = "For the throughput keep the server on the first processor and the clients on the second.")
    private boolean pin;

    @Option(
            names = "--caches",
            description = "Let servers answer from what they kept of earlier answers. Default: each request says "
                    + "Cache-Control: no-cache.")
    private boolean caches;

    @Option(names = "--prepare", description = "Generate, build and load, and measure nothing.")
    private boolean prepare;

    @Option(
            names = "--write-docs",
            description = "Write the tables into docs/performance.md and docs/performance.zh.md, too.")
    private boolean writeDocs;

    @Option(names = {"-q", "--quiet"}, description = "Show no progress.")
    private boolean quiet;

    private Progress progress = Progress.NONE;

    /** @param arguments see {@code --help} */
    public static void main(String... arguments) {
        JenaSystem.init();
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        progress = quiet ? Progress.NONE : System.err::println;
        for (String word : sizes) {
            GraphSize size = GraphSize.of(word);
            measure(size, place(size));
        }
        return 0;
    }

    private Workplace place(GraphSize size) {
        Path folder = work.resolve(size.word()).toAbsolutePath();
        return new Workplace(Path.of("").toAbsolutePath(), folder, heap, buildHeap);
    }

    private void measure(GraphSize size, Workplace place) throws Exception {
        Files.createDirectories(place.folder());
        generate(size, place);
        Release release = build(place);
        List<Engine> measured = new ArrayList<>();
        for (String name : engines) {
            Function<Workplace, Engine> maker = ENGINES.get(name);
            if (maker == null) {
                throw new IllegalArgumentException("no engine is called " + name + "; there are " + ENGINES.keySet());
            }
            Engine engine = maker.apply(place);
            if (engine.missing().isPresent()) {
                progress.say(engine.title() + " is left out: " + engine.missing().get());
            } else {
                load(engine, place, release);
                measured.add(engine);
            }
        }
        if (prepare) {
            return;
        }
        List<BenchQuery> queries = BenchQuery.all().stream()
                .filter(query -> numbers.isEmpty() || numbers.contains(query.name().substring(0, 2)))
                .toList();
        Parameters parameters = Parameters.of(place.project());
        Machine machine = Machine.now();
        List<Result> results = new ArrayList<>();
        for (Engine engine : measured) {
            results.add(measure(engine, queries, parameters, place));
        }
        long quads = release.manifest().graphs().values().stream().mapToLong(Manifest.GraphFile::triples).sum();
        String data = size.word() + ", " + quads + " quads, release " + release.name();
        for (boolean chinese : new boolean[] {false, true}) {
            String text = new Report(queries, results, machine.after(), data, quads, chinese).text();
            Files.writeString(place.folder().resolve(chinese ? "result.zh.md" : "result.md"), text,
                    StandardCharsets.UTF_8);
            if (writeDocs) {
                writeInto(Path.of(chinese ? "docs/performance.zh.md" : "docs/performance.md"), size, text);
            }
            if (!chinese) {
                System.out.println(text);
            }
        }
    }

    private void generate(GraphSize size, Workplace place) throws IOException {
        if (!Files.exists(place.project())) {
            progress.say("generating the project of size " + size.word());
            Path unfinished = place.folder().resolve("project-" + ProcessHandle.current().pid());
            new ProjectGenerator(place.repository(), size, ProjectGenerator.SEED, progress).write(unfinished);
            Files.move(unfinished, place.project());
        }
    }

    /** By the command of the program, unless only the release that is there is asked for. */
    private Release build(Workplace place) throws IOException, InterruptedException {
        DiaStem program = new DiaStem(place);
        if (engines.contains(program.name()) || !program.hasRelease()) {
            String before = program.hasRelease() ? new ReleaseStore(place.build()).currentName().orElse("") : "";
            progress.say("building the release");
            Loading loading = Loading.run(program, log(place, program), place.folder().resolve("build.last"));
            String now = new ReleaseStore(place.build()).currentName().orElseThrow();
            if (!now.equals(before)) {
                progress.say("built in %.0f s".formatted(loading.seconds()));
                Files.move(
                        place.folder().resolve("build.last"),
                        place.folder().resolve(program.name() + ".loading"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new ReleaseStore(place.build()).current().orElseThrow();
    }

    private void load(Engine engine, Workplace place, Release release) throws IOException, InterruptedException {
        if (engine.isLoaded() || engine instanceof DiaStem) {
            return;
        }
        if (!Files.exists(place.quads())) {
            progress.say("writing the quads for the others");
            QuadsFile.write(release, place.quads());
        }
        progress.say("loading into " + engine.title());
        Files.createDirectories(engine.store().getParent());
        Loading.run(engine, log(place, engine), loadingOf(engine, place));
    }

    private static Path loadingOf(Engine engine, Workplace place) {
        String name = engine.store().equals(place.build()) ? "diastem" : engine.store().getFileName().toString();
        return place.folder().resolve(name + ".loading");
    }

    private static File log(Workplace place, Engine engine) {
        return place.folder().resolve(engine.name() + ".log").toFile();
    }

    private Result measure(Engine engine, List<BenchQuery> queries, Parameters parameters, Workplace place)
            throws IOException, InterruptedException, ExecutionException {
        progress.say("measuring " + engine.title());
        double[] startSeconds = new double[starts];
        for (int i = 0; i < starts - 1; i++) {
            try (Served served = Served.start(engine, log(place, engine))) {
                startSeconds[i] = served.startSeconds();
            }
        }
        try (Served served = Served.start(engine, log(place, engine))) {
            startSeconds[starts - 1] = served.startSeconds();
            Map<String, Connection.Reply> cold = new LinkedHashMap<>();
            for (BenchQuery query : queries) {
                cold.put(query.name(), ask(engine, served, query, parameters, 0, false));
            }
            Map<String, Timing> timings = new LinkedHashMap<>();
            for (BenchQuery query : queries) {
                Timing timing = time(engine, served, query, parameters, cold.get(query.name()));
                timings.put(query.name(), timing);
                progress.say("  " + query.name() + " " + (timing.isGood()
                        ? "%.2f ms, %.2f ms of processor, %s".formatted(timing.warmMillis(), timing.cpuMillis(),
                                timing.digest())
                        : timing.failure()));
            }
            List<Throughput> throughputs = throughput(engine, served, queries, parameters, timings);
            return new Result(
                    engine.name(),
                    engine.title(),
                    engine.memory(),
                    Loading.read(loadingOf(engine, place)),
                    Meter.diskBytes(engine.store()),
                    startSeconds,
                    served.meter().residentMegabytes(),
                    served.meter().anonymousMegabytes(),
                    timings,
                    throughputs);
        }
    }

    private Connection.Reply ask(
            Engine engine, Served served, BenchQuery query, Parameters parameters, int run, boolean keepBody)
            throws IOException {
        try (Connection connection = new Connection(served.endpoint(), caches)) {
            return connection.ask(
                    query.text(parameters, run), query.accepted(), engine.parameters(), keepBody);
        }
    }

    private Timing time(
            Engine engine, Served served, BenchQuery query, Parameters parameters, Connection.Reply cold)
            throws IOException {
        if (!cold.isGood()) {
            return Timing.failed(cold.shown());
        }
        String accepted = query.accepted();
        List<String> digests = new ArrayList<>();
        for (int run = 0; run < (query.hasParameters() ? 4 : 1); run++) {
            Connection.Reply reply = ask(engine, served, query, parameters, run, true);
            if (!reply.isGood()) {
                return Timing.failed(reply.shown());
            }
            digests.add(Answers.digest(query, accepted, reply.body()));
        }
        List<Double> millis = new ArrayList<>();
        try (Connection connection = new Connection(served.endpoint(), caches)) {
            connection.ask(query.text(parameters, 0), accepted, engine.parameters(), false);
            double cpuBefore = served.meter().cpuMillis();
            long begun = System.nanoTime();
            long took = 0;
            while ((millis.size() < runs || took < TimeUnit.SECONDS.toNanos(1))
                    && took < TimeUnit.SECONDS.toNanos(longest)) {
                Connection.Reply reply = connection.ask(
                        query.text(parameters, millis.size()), accepted, engine.parameters(), false);
                if (!reply.isGood()) {
                    return Timing.failed(reply.shown());
                }
                millis.add(reply.nanos() / 1e6);
                took = System.nanoTime() - begun;
            }
            double cpu = (served.meter().cpuMillis() - cpuBefore) / millis.size();
            double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
            double median = Timing.quantile(sorted, 0.5);
            double spread = (Timing.quantile(sorted, 0.75) - Timing.quantile(sorted, 0.25)) / median;
            return new Timing(
                    cold.nanos() / 1e6,
                    median,
                    spread,
                    cpu,
                    millis.size(),
                    cold.bytes(),
                    String.join(", ", digests),
                    "");
        }
    }

    private List<Throughput> throughput(
            Engine engine, Served served, List<BenchQuery> queries, Parameters parameters, Map<String, Timing> timings)
            throws IOException, InterruptedException, ExecutionException {
        List<Throughput> throughputs = new ArrayList<>();
        if (seconds == 0) {
            return throughputs;
        }
        // The same for all engines: what has parameters is what many people ask at once.
        List<BenchQuery> asked = queries.stream()
                .filter(BenchQuery::hasParameters)
                .filter(query -> timings.get(query.name()).isGood())
                .toList();
        if (asked.isEmpty()) {
            return throughputs;
        }
        long self = ProcessHandle.current().pid();
        String all = "0-" + (Runtime.getRuntime().availableProcessors() - 1);
        try {
            if (pin) {
                served.pin("0");
                Served.pin(self, "1");
            }
            for (int number : clients) {
                throughputs.add(Throughput.measure(
                        engine, served.endpoint(), asked, parameters, number, seconds, caches));
                progress.say("  %d clients: %.0f answers per second".formatted(
                        number, throughputs.get(throughputs.size() - 1).perSecond()));
            }
        } finally {
            if (pin) {
                Served.pin(self, all);
                served.pin(all);
            }
        }
        return throughputs;
    }

    private static void writeInto(Path page, GraphSize size, String text) throws IOException {
        String old = Files.readString(page, StandardCharsets.UTF_8);
        String begin = "<!-- bench " + size.word() + " -->\n";
        String end = "<!-- end of bench " + size.word() + " -->\n";
        int from = old.indexOf(begin);
        int to = old.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(page + " lacks the lines " + begin.strip() + " and " + end.strip());
        }
        Files.writeString(page, old.substring(0, from + begin.length()) + "\n" + text + "\n" + old.substring(to),
                StandardCharsets.UTF_8);
    }
}
