// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.diastem.bench.query.BenchQuery;

/** What was measured on graphs of one size, as tables of Markdown in one of the two languages. */
public final class Report {
    private final List<BenchQuery> queries;
    private final List<Result> results;
    private final Machine machine;
    private final String data;
    private final long quads;
    private final boolean chinese;

    /**
     * @param data what was measured on: the size, and the release
     * @param quads how many quads the graphs of the release have together
     */
    public Report(
            List<BenchQuery> queries, List<Result> results, Machine machine, String data, long quads, boolean chinese) {
        this.queries = queries;
        this.results = results;
        this.machine = machine;
        this.data = data;
        this.quads = quads;
        this.chinese = chinese;
    }

    /** All tables. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(say("Data: ", "数据：")).append(data).append(say(". Machine: ", "。机器："))
                .append(chinese ? machine.chinese() : machine.english()).append(say(".", "。")).append("\n\n");
        text.append(caption("Milliseconds of an answer, median of later runs; in brackets the ratio to the best",
                "一次回答的毫秒数（后续各次的中位数），括号内为与最佳者之比"));
        text.append(perQuery(Timing::warmMillis, true));
        text.append(caption("Milliseconds on any processor for one answer, of the server alone", "服务器每次回答所用的处理器毫秒数"));
        text.append(perQuery(Timing::cpuMillis, false));
        text.append(caption("Milliseconds of the first answer after the start, in the order of the table",
                "启动后首次回答的毫秒数，按表中顺序"));
        text.append(perQuery(Timing::coldMillis, false));
        text.append(caption("Geometric means", "几何平均"));
        text.append(means());
        text.append(caption("Throughput: answers per second, median and 99th percentile in milliseconds",
                "吞吐：每秒回答数，延迟中位数与第 99 百分位（毫秒）"));
        text.append(throughput());
        text.append(caption("Load, disk, start, memory", "装载、磁盘、启动与内存"));
        text.append(costs());
        text.append(disagreements());
        return text.toString();
    }

    private String perQuery(ToDoubleFunction<Timing> value, boolean ratios) {
        StringBuilder table = new StringBuilder();
        header(table, Stream.concat(
                Stream.of(say("query", "查询"), say("kind", "种类")), results.stream().map(Result::title)).toList());
        for (BenchQuery query : queries) {
            double best = best(query, value);
            List<String> cells = new ArrayList<>(List.of(query.name(), chinese ? query.kindZh() : query.kind()));
            for (Result result : results) {
                Timing timing = result.timings().get(query.name());
                double mine = value.applyAsDouble(timing);
                cells.add(!timing.isGood() ? say("no answer", "无回答")
                        : number(mine) + (ratios ? String.format(Locale.ROOT, " (%.1f)", mine / best) : ""));
            }
            row(table, cells);
        }
        return table.append('\n').toString();
    }

    private double best(BenchQuery query, ToDoubleFunction<Timing> value) {
        return results.stream()
                .map(result -> result.timings().get(query.name()))
                .filter(Timing::isGood)
                .mapToDouble(value)
                .min()
                .orElse(Double.NaN);
    }

    private String means() {
        StringBuilder table = new StringBuilder();
        header(table, Stream.concat(Stream.of(say("over", "范围")), results.stream().map(Result::title)).toList());
        List<BenchQuery> withoutBig = queries.stream().filter(query -> !query.big()).toList();
        String whole = say("all", "全部查询");
        String part = say("all but the count of everything and the million rows", "除全部计数与一百万行外");
        for (Map.Entry<String, List<BenchQuery>> over : ordered(whole, queries, part, withoutBig).entrySet()) {
            meanRow(table, say("ratio to the best, ", "与最佳者之比，") + over.getKey(), over.getValue(), this::warmRatio);
            meanRow(table, say("milliseconds, ", "毫秒，") + over.getKey(), over.getValue(),
                    (result, query) -> timing(result, query).warmMillis());
            meanRow(table, say("processor milliseconds, ", "处理器毫秒，") + over.getKey(), over.getValue(),
                    (result, query) -> timing(result, query).cpuMillis());
        }
        List<String> spreads = new ArrayList<>(List.of(
                say("spread: distance of the quartiles, part of the median, half of the queries lie below",
                "波动：四分位距占中位数之比，半数查询低于此值")));
        for (Result result : results) {
            double[] all = result.timings().values().stream().filter(Timing::isGood)
                    .mapToDouble(Timing::spread).toArray();
            spreads.add(String.format(Locale.ROOT, "%.0f %%", 100 * Timing.quantile(all, 0.5)));
        }
        row(table, spreads);
        return table.append('\n').toString();
    }

    private static Map<String, List<BenchQuery>> ordered(
            String one, List<BenchQuery> first, String other, List<BenchQuery> second) {
        Map<String, List<BenchQuery>> both = new LinkedHashMap<>();
        both.put(one, first);
        both.put(other, second);
        return both;
    }

    private interface Value {
        double of(Result result, BenchQuery query);
    }

    /** Over the queries that every engine answered. */
    private void meanRow(StringBuilder table, String name, List<BenchQuery> over, Value value) {
        List<BenchQuery> answered = over.stream()
                .filter(query -> results.stream().allMatch(result -> timing(result, query).isGood()))
                .toList();
        List<String> cells = new ArrayList<>(List.of(name));
        for (Result result : results) {
            // Less than a hundredth of a second in all runs together is not nothing.
            DoubleStream logs = answered.stream().mapToDouble(query ->
                    Math.log(Math.max(0.01, value.of(result, query))));
            cells.add(number(Math.exp(logs.average().orElse(Double.NaN))));
        }
        row(table, cells);
    }

    private double warmRatio(Result result, BenchQuery query) {
        return timing(result, query).warmMillis() / best(query, Timing::warmMillis);
    }

    private static Timing timing(Result result, BenchQuery query) {
        return result.timings().get(query.name());
    }

    private String throughput() {
        StringBuilder table = new StringBuilder();
        header(table, Stream.concat(Stream.of(say("clients", "客户端数")), results.stream().map(Result::title)).toList());
        Set<Integer> clients = new LinkedHashSet<>();
        results.forEach(result -> result.throughputs().forEach(each -> clients.add(each.clients())));
        for (int number : clients) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(number)));
            for (Result result : results) {
                cells.add(result.throughputs().stream()
                        .filter(each -> each.clients() == number)
                        .map(each -> number(each.perSecond()) + "; " + number(each.medianMillis()) + "; "
                                + number(each.p99Millis())
                                + (each.failed() > 0 ? say("; failed ", "；失败 ") + each.failed() : ""))
                        .collect(Collectors.joining()));
            }
            row(table, cells);
        }
        return table.append('\n').toString();
    }

    private String costs() {
        StringBuilder table = new StringBuilder();
        header(table, Stream.concat(Stream.of(""), results.stream().map(Result::title)).toList());
        costRow(table, say("memory given", "所给内存"), Result::memory);
        costRow(table, say("load, s", "装载，秒"), result -> number(result.loading().seconds()));
        costRow(table, say("memory while loading, MB", "装载时内存，MB"), result -> "" + result.loading().peakMegabytes());
        costRow(table, say("disk, MB", "磁盘，MB"), result -> number(result.diskBytes() / 1e6));
        costRow(table, say("disk, bytes per quad", "磁盘，每四元组字节数"),
                result -> String.format(Locale.ROOT, "%.0f", result.diskBytes() / (double) quads));
        costRow(table, say("start to the first right answer, s", "启动至首次正确回答，秒"),
                result -> String.format(Locale.ROOT, "%.2f", Timing.quantile(result.starts(), 0.5)));
        costRow(table, say("resident after all queries, MB", "全部查询后的驻留内存，MB"), 
                result -> "" + result.residentMegabytes());
        costRow(table, say("of it not of files, MB", "其中非文件映射，MB"), result -> "" + result.anonymousMegabytes());
        return table.append('\n').toString();
    }

    private void costRow(StringBuilder table, String name, java.util.function.Function<Result, String> value) {
        row(table, Stream.concat(Stream.of(name), results.stream().map(value)).toList());
    }

    private String disagreements() {
        StringBuilder text = new StringBuilder();
        for (BenchQuery query : queries) {
            Map<String, List<String>> byAnswer = new LinkedHashMap<>();
            for (Result result : results) {
                Timing timing = timing(result, query);
                byAnswer.computeIfAbsent(timing.isGood() ? timing.digest() : timing.failure(), key -> new ArrayList<>())
                        .add(result.title());
            }
            if (byAnswer.size() > 1) {
                text.append("- ").append(query.name()).append(": ").append(byAnswer.entrySet().stream()
                        .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
                        .collect(Collectors.joining("; "))).append('\n');
            }
        }
        return text.isEmpty()
                ? say("All engines gave the same answers.\n", "各引擎的回答一致。\n")
                : say("Answers that differ:\n\n", "回答不一致之处：\n\n") + text;
    }

    private String caption(String english, String inChinese) {
        return "**" + say(english, inChinese) + "**\n\n";
    }

    private String say(String english, String inChinese) {
        return chinese ? inChinese : english;
    }

    private static void header(StringBuilder table, List<String> cells) {
        row(table, cells);
        row(table, cells.stream().map(cell -> "---").toList());
    }

    private static void row(StringBuilder table, List<String> cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "?";
        }
        return String.format(Locale.ROOT, value < 1 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
