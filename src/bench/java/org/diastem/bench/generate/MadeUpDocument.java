// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diastem.bench.generate.MadeUpClasses.MadeUpClass;
import org.diastem.curation.Terms;
import org.diastem.model.Sha256;

/**
 * One document that does not exist, made of some sections of the real one: the same kinds of claims with the same
 * qualifiers, about other things. Every identifier in it can be told as made up: documents and publications by the DOI
 * prefix 10.5555, which is registered for examples, trials by numbers that the registry is far from giving, pages by
 * the host example.org.
 */
final class MadeUpDocument {
    static final String DOI = "10.5555/diastem.bench.";
    /** More than the real project has of each, so that the numbers of documents do not meet. */
    static final int CLAIMS = 700;
    static final int GROUPS = 200;
    static final int TENSIONS = 50;
    static final int LINES = 100;
    static final int SECTIONS = 10;
    static final int FIGURES = 10;
    static final int TRIALS = 1000;

    private static final double OTHER_ARGUMENT = 0.75;
    private static final double OTHER_VALUE = 0.4;
    private static final Pattern CLAIM = Pattern.compile("C[0-9]{4}");
    private static final Pattern GROUP = Pattern.compile("G[0-9]{3}");
    private static final Pattern INDIVIDUAL = Pattern.compile("(section|figure|table|document):(.+)");
    private static final List<String> COUNTRIES =
            List.of("China", "India", "Jordan", "Spain", "Sweden", "United States", "Brazil", "Iran");
    private static final List<String> FAMILIES =
            List.of("Aru", "Belin", "Cato", "Dovre", "Esk", "Falun", "Gorm", "Hane", "Imre", "Jorm", "Kvist", "Lund");

    private final Map<String, SourceTable> real;
    private final MadeUpClasses classes;
    private final Terms terms;
    private final int number;
    private final Random random;
    private final Set<String> sections = new TreeSet<>();
    private final Set<String> claims = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

    MadeUpDocument(
            Map<String, SourceTable> real, MadeUpClasses classes, Terms terms, GraphSize size, int number, long seed) {
        this.real = real;
        this.classes = classes;
        this.terms = terms;
        this.number = number;
        random = new Random(seed * 1_000_003 + number);
        List<String> names = new ArrayList<>();
        real.get("sections").rows().forEach(row -> names.add(row.get("id")));
        int wanted = size.fewestSections() + random.nextInt(size.mostSections() - size.fewestSections() + 1);
        while (sections.size() < wanted) {
            sections.add(names.get(random.nextInt(names.size())));
        }
        selectClaims();
        make();
    }

    /** Rows for each table, by its name. */
    Map<String, List<Map<String, String>>> rows() {
        return rows;
    }

    /** The claims of the sections, but for those about something that is not there. */
    private void selectClaims() {
        for (Map<String, String> claim : real.get("claims").rows()) {
            if (sections.contains(claim.get("section"))) {
                claims.add(claim.get("id"));
            }
        }
        boolean changed = true;
        while (changed) {
            groups.clear();
            real.get("claims").rows().stream()
                    .filter(claim -> claims.contains(claim.get("id")))
                    .forEach(claim -> groups.add(claim.get("group")));
            changed = real.get("claims").rows().stream()
                    .filter(claim -> claims.contains(claim.get("id")))
                    .filter(claim -> !isHere(claim.get("subject")) || !isHere(claim.get("object")))
                    .map(claim -> claims.remove(claim.get("id")))
                    .toList()
                    .contains(true);
        }
    }

    private boolean isHere(String value) {
        if (CLAIM.matcher(value).matches()) {
            return claims.contains(value);
        }
        if (GROUP.matcher(value).matches()) {
            return groups.contains(value);
        }
        Matcher individual = INDIVIDUAL.matcher(value);
        if (!individual.matches()) {
            return true;
        }
        return switch (individual.group(1)) {
            case "section" -> sections.contains(individual.group(2));
            case "figure" -> isPlacedHere("figures", individual.group(2));
            case "table" -> isPlacedHere("tables", individual.group(2));
            default -> true;
        };
    }

    private boolean isPlacedHere(String table, String id) {
        return real.get(table).rows().stream()
                .anyMatch(row -> row.get("id").equals(id) && sections.contains(row.get("section")));
    }

    private void make() {
        take("documents", row -> !row.get("partOf").isEmpty() || row.get("id").equals("summary"), this::document);
        take("sections", row -> sections.contains(row.get("id")), this::section);
        take("lines", row -> sections.contains(row.get("section")), this::line);
        take("figures", row -> sections.contains(row.get("section")), this::placed);
        take("tables", row -> sections.contains(row.get("section")), this::placed);
        take("groups", row -> groups.contains(row.get("id")), row -> row.put("id", moved(row.get("id"))));
        take("claims", row -> claims.contains(row.get("id")), this::claim);
        take("tensions", row -> claims.contains(row.get("first")) && claims.contains(row.get("second")), this::tension);
        take("references", row -> true, this::reference);
        take("trials", row -> true, this::trial);
        take("evidence", row -> claims.contains(row.get("claim")), this::evidence);
    }

    private void take(
            String table,
            Predicate<Map<String, String>> wanted,
            Consumer<Map<String, String>> change) {
        rows.put(table, real.get(table).rows().stream()
                .filter(wanted)
                .map(row -> {
                    Map<String, String> copy = new LinkedHashMap<>(row);
                    change.accept(copy);
                    return copy;
                })
                .toList());
    }

    private void document(Map<String, String> row) {
        row.put("id", moved("document:" + row.get("id")).substring("document:".length()));
        row.put("label_en", "Made-up document " + number + " (" + row.get("language") + ")");
        row.put("label_zh", "虚构文献" + number + "（" + row.get("language") + "）");
        if (!row.get("sameAs").isEmpty()) {
            row.put("sameAs", "https://doi.org/" + DOI + "review." + number);
        }
    }

    private void section(Map<String, String> row) {
        row.put("id", moved("section:" + row.get("id")).substring("section:".length()));
        row.put("document", "madeUpSummary" + number);
        row.put("firstLine", line(row.get("firstLine")));
        row.put("lastLine", line(row.get("lastLine")));
    }

    private void line(Map<String, String> row) {
        row.put("number", line(row.get("number")));
        row.put("id", "L" + row.get("number"));
        row.put("section", section(row.get("section")));
        row.put("sha256", Sha256.of("made-up line " + row.get("number")));
    }

    private void placed(Map<String, String> row) {
        row.put("id", individual(row.get("id")));
        row.put("section", section(row.get("section")));
        row.put("line", line(row.get("line")));
        row.put("label_en", row.get("label_en") + " (made-up document " + number + ")");
        row.put("label_zh", row.get("label_zh") + "（虚构文献" + number + "）");
        row.computeIfPresent("depicts", (column, values) -> others(values));
    }

    private void claim(Map<String, String> row) {
        String subject = row.get("subject");
        String object = row.get("object");
        row.replaceAll((column, value) -> switch (column) {
            case "section" -> section(value);
            case "line" -> line(value);
            case "figure", "table" -> value.isEmpty() ? "" : individual(value);
            // As printed in the real source.
            case "quote" -> "";
            case "value" -> value.replaceAll("10\\.1007/[0-9a-z-]+", DOI + "review." + number);
            case "statement_en", "statement_zh", "rhetoric", "sourceWording", "start", "end", "quantity" -> value;
            case "subject", "object" -> moved(value);
            default -> others(value);
        });
        name("object", object, row);
        name("subject", subject, row);
        row.put("statement_en", "In made-up report " + number + ": " + row.get("statement_en"));
        row.put("statement_zh", "在虚构报告" + number + "中：" + row.get("statement_zh"));
    }

    /** Puts a class below the concept in its place, in the cell and in both sentences, if they name the concept. */
    private void name(String column, String concept, Map<String, String> row) {
        if (!classes.isRoot(concept) || random.nextDouble() >= OTHER_ARGUMENT) {
            return;
        }
        MadeUpClass other = classes.any(concept, random);
        String english = renamed(row.get("statement_en"), concept, "en", other.en());
        String chinese = renamed(row.get("statement_zh"), concept, "zh", other.zh());
        if (!english.equals(row.get("statement_en")) && !chinese.equals(row.get("statement_zh"))) {
            row.put(column, other.name());
            row.put("statement_en", english);
            row.put("statement_zh", chinese);
        }
    }

    /** The sentence with another label in the place of the longest one that it uses. */
    private String renamed(String sentence, String concept, String language, String label) {
        String folded = sentence.toLowerCase(Locale.ROOT);
        String used = terms.labels(concept, language).stream()
                .filter(known -> folded.contains(known.toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse("");
        int place = folded.indexOf(used.toLowerCase(Locale.ROOT));
        if (used.isEmpty() || folded.length() != sentence.length()) {
            return sentence;
        }
        return sentence.substring(0, place) + label + sentence.substring(place + used.length());
    }

    private void tension(Map<String, String> row) {
        row.put("id", "T" + (Integer.parseInt(row.get("id").substring(1)) + number * TENSIONS));
        row.put("first", moved(row.get("first")));
        row.put("second", moved(row.get("second")));
        row.put("statement_en", "In made-up report " + number + ": " + row.get("statement_en"));
        row.put("statement_zh", "在虚构报告" + number + "中：" + row.get("statement_zh"));
    }

    private void reference(Map<String, String> row) {
        row.put("id", reference(row.get("id")));
        row.put("doi", DOI + row.get("id").toLowerCase(Locale.ROOT));
        row.put("pmid", "");
        row.put("pmcid", "");
        row.put("title", row.get("title") + " (made-up publication, document " + number + ")");
        row.put("firstAuthor", FAMILIES.get(random.nextInt(FAMILIES.size())) + " " + (char) ('A' + random.nextInt(26)));
        row.put("year", Integer.toString(2000 + random.nextInt(26)));
        row.put("journal", "Made-up Journal " + (1 + random.nextInt(60)));
        row.put("journalBasis", "Shown");
        row.put("page", "https://example.org/publication/" + row.get("id"));
        if (!row.get("participants").isEmpty()) {
            row.put("participants", Integer.toString(10 + random.nextInt(490)));
        }
    }

    private void trial(Map<String, String> row) {
        row.put("id", trial(row.get("id")));
        row.put("title_en", row.get("title_en") + " (made-up trial " + row.get("id") + ")");
        row.put("title_zh", row.get("title_zh") + "（虚构试验" + row.get("id") + "）");
        row.put("condition", others(row.get("condition")));
        row.put("cellSource", others(row.get("cellSource")));
        row.put("sponsor", "Made-up sponsor " + (1 + random.nextInt(200)));
        row.put("country", COUNTRIES.get(random.nextInt(COUNTRIES.size())));
        row.put("page", "https://example.org/trial/" + row.get("id"));
        row.put("secondPage", "");
        row.put("note", "made up for the bench");
        if (!row.get("enrollment").isEmpty()) {
            row.put("enrollment", Integer.toString(6 + random.nextInt(300)));
        }
        if (!row.get("resultPublication").isEmpty()) {
            row.put("resultPublication", DOI + "result." + row.get("id").toLowerCase(Locale.ROOT));
        }
    }

    private void evidence(Map<String, String> row) {
        String id = row.get("id");
        row.put("claim", moved(row.get("claim")));
        row.put("id", row.get("claim") + id.substring(id.indexOf('-')));
        row.computeIfPresent("reference", (column, value) -> value.isEmpty() ? "" : reference(value));
        row.computeIfPresent("trial", (column, value) -> value.isEmpty() ? "" : trial(value));
        for (String column : List.of("disease", "modelSystem", "lineCellSource", "lineProduct", "endpoint")) {
            row.put(column, others(row.get(column)));
        }
        if (!row.get("sampleSize").isEmpty()) {
            row.put("sampleSize", Integer.toString(5 + random.nextInt(400)));
        }
        row.put("finding_en", "Made-up study " + row.get("id") + ": " + row.get("finding_en"));
        row.put("finding_zh", "虚构研究" + row.get("id") + "：" + row.get("finding_zh"));
        row.put("seenAt", "https://example.org/evidence/" + row.get("id"));
    }

    /** The values of a cell with some concepts replaced by classes below them; what is not here is left out. */
    private String others(String values) {
        if (values.isEmpty()) {
            return "";
        }
        return Stream.of(values.split("\\|"))
                .filter(this::isHere)
                .map(value -> classes.isRoot(value) && random.nextDouble() < OTHER_VALUE
                        ? classes.any(value, random).name()
                        : moved(value))
                .distinct()
                .collect(Collectors.joining("|"));
    }

    /** A claim, group or individual of the real document as the one of this document. */
    private String moved(String value) {
        if (CLAIM.matcher(value).matches()) {
            return String.format(Locale.ROOT, "C%04d", Integer.parseInt(value.substring(1)) + number * CLAIMS);
        }
        if (GROUP.matcher(value).matches()) {
            return String.format(Locale.ROOT, "G%03d", Integer.parseInt(value.substring(1)) + number * GROUPS);
        }
        Matcher individual = INDIVIDUAL.matcher(value);
        if (!individual.matches()) {
            return value;
        }
        String name = individual.group(2);
        return individual.group(1) + ":" + switch (individual.group(1)) {
            case "section" -> section(name);
            case "figure", "table" -> individual(name);
            default -> name.equals("review") ? "madeUpReview" + number
                    : name.equals("summary") ? "madeUpSummary" + number : name;
        };
    }

    private String section(String name) {
        return "S" + (Integer.parseInt(name.substring(1)) + number * SECTIONS);
    }

    /** A figure or table. */
    private String individual(String name) {
        return name.charAt(0) + Integer.toString(Integer.parseInt(name.substring(1)) + number * FIGURES);
    }

    private String line(String realNumber) {
        return Integer.toString(Integer.parseInt(realNumber) + number * LINES);
    }

    private String reference(String key) {
        return "MadeUp-" + number + "-" + key;
    }

    private String trial(String realNumber) {
        List<String> ids = real.get("trials").rows().stream().map(row -> row.get("id")).toList();
        return "NCT" + (99_000_000 + number * TRIALS + ids.indexOf(realNumber));
    }
}
