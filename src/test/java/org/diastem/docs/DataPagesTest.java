// SPDX-License-Identifier: Apache-2.0
package org.diastem.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.build.Assembler;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/schema.md} and {@code docs/predicates.md} to the data. Run with {@code -Ddiastem.write.docs=true}
 * to write the pages anew after a change.
 */
class DataPagesTest {
    private static final int LONGEST_EXAMPLE = 60;
    /** Classes that mark claims and predicates. */
    private static final List<Node> NO_RECORDS = List.of(
            Dia.term("ContestedClaim"), Dia.term("ContradictedOnlyClaim"), Dia.term("MechanismPredicate"));
    private static final String MADE =
            "Made from the data; a test holds it to them. 由数据生成,并有测试核对。\n\n";

    private static Graph data;

    @BeforeAll
    static void assemble() {
        data = new Assembler(Project.at(FixtureProject.REPOSITORY), Progress.NONE)
                .assemble()
                .dataset()
                .orElseThrow()
                .getDefaultGraph();
    }

    @Test
    void the_page_of_the_schema_says_what_the_data_are() throws IOException {
        check("docs/schema.md", schema());
    }

    @Test
    void the_page_of_predicates_says_what_they_join() throws IOException {
        check("docs/predicates.md", predicates());
    }

    private static void check(String name, String expected) throws IOException {
        Path page = FixtureProject.REPOSITORY.resolve(name);
        if (Boolean.getBoolean("diastem.write.docs")) {
            Files.writeString(page, expected);
        }
        assertEquals(expected, Files.readString(page), "write it anew with -Ddiastem.write.docs=true");
    }

    private static String schema() {
        StringBuilder text = new StringBuilder("# Schema of the data 数据模式\n\n" + MADE);
        text.append("Cardinalities are those seen: the least and the most values that one record has. Below a class ")
                .append("stands the record from which the examples come, where it has the property. ")
                .append("基数为实际所见:单条记录取值的最少与最多个数。示例尽量取自类名下所列的记录。\n");
        Map<Node, List<Node>> records = records();
        text.append("\n| class | 类 | records 记录数 |\n| --- | --- | --- |\n");
        records.forEach((type, members) ->
                row(text, "[" + name(type) + "](#" + anchor(type) + ")", label(type, "zh"), "" + members.size()));
        records.forEach((type, members) -> section(text, type, members));
        return text.toString();
    }

    private static void section(StringBuilder text, Node type, List<Node> members) {
        Node example = members.get(0);
        text.append("\n## ").append(name(type)).append("\n\n").append(label(type, "en"));
        text.append(" ").append(label(type, "zh")).append("; ").append(members.size()).append("; `");
        text.append(name(example)).append("`\n\n");
        text.append("| property | label | 标签 | per record 基数 | statements 条数 | values 取值 | example 示例 |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        SortedMap<String, Node> properties = new TreeMap<>();
        for (Node member : members) {
            data.find(member, Node.ANY, Node.ANY)
                    .forEach(triple -> properties.put(name(triple.getPredicate()), triple.getPredicate()));
        }
        properties.forEach((name, property) -> row(text, property(name, property, members, example)));
    }

    private static String[] property(String name, Node property, List<Node> members, Node example) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        int statements = 0;
        SortedSet<String> kinds = new TreeSet<>();
        String shown = "";
        for (Node member : members) {
            List<Node> values = data.find(member, property, Node.ANY).mapWith(Triple::getObject).toList();
            values.forEach(value -> kinds.add(kind(property, value)));
            least = Math.min(least, values.size());
            most = Math.max(most, values.size());
            statements += values.size();
            if (!values.isEmpty() && (shown.isEmpty() || member.equals(example))) {
                shown = values.stream().map(DataPagesTest::shown).min(Comparator.naturalOrder()).orElse("");
            }
        }
        String cardinality = least == most ? "" + least : least + ".." + most;
        return new String[] {
            "`" + name + "`", label(property, "en"), label(property, "zh"), cardinality, "" + statements,
            String.join(", ", kinds), "`" + shown + "`"
        };
    }

    /** The records of each class in the order of the classes' names; the kinds of claim are one class. */
    private static Map<Node, List<Node>> records() {
        SortedMap<String, Node> types = new TreeMap<>();
        Map<Node, SortedMap<String, Node>> members = new HashMap<>();
        data.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEach(triple -> {
            Node type = data.contains(triple.getSubject(), Dia.CLAIM_PREDICATE, Node.ANY)
                    ? Dia.term("Claim")
                    : triple.getObject();
            if (isRecordClass(type) && triple.getSubject().isURI()) {
                types.put(name(type), type);
                members.computeIfAbsent(type, key -> new TreeMap<>())
                        .put(triple.getSubject().getURI(), triple.getSubject());
            }
        });
        Map<Node, List<Node>> records = new LinkedHashMap<>();
        types.values().forEach(type -> records.put(type, List.copyOf(members.get(type).values())));
        return records;
    }

    private static boolean isRecordClass(Node type) {
        return List.of(Foreign.SSSOM_MAPPING, Dia.CLINICAL_TRIAL).contains(type)
                || (isOurs(type)
                        && data.contains(type, Dia.term("ancestor"), Dia.term("GraphEntity"))
                        && !data.contains(type, Dia.term("ancestor"), Dia.term("ValueSet"))
                        && !NO_RECORDS.contains(type));
    }

    private static String kind(Node property, Node value) {
        if (value.isLiteral()) {
            String language = value.getLiteralLanguage();
            return language.isEmpty() ? shown(NodeFactory.createURI(value.getLiteralDatatypeURI())) : "@" + language;
        }
        if (property.equals(RDF.type.asNode()) || !value.isURI()) {
            return "class";
        }
        if (data.contains(value, Dia.CLAIM_PREDICATE, Node.ANY)) {
            return "Claim";
        }
        if (data.contains(value, Dia.CLAIM_KIND, Node.ANY)) {
            return "predicate";
        }
        if (data.contains(value, Dia.term("ancestor"), value)) {
            return "concept";
        }
        return data.find(value, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(type -> isOurs(type) || type.equals(Foreign.SSSOM_MAPPING))
                .mapWith(DataPagesTest::name)
                .toList()
                .stream()
                .min(Comparator.naturalOrder())
                .orElse("IRI");
    }

    private static String predicates() {
        StringBuilder text = new StringBuilder("# Predicates and the kinds they join 谓词与所连接的类别\n\n" + MADE);
        text.append("A kind is the top class of a claim's subject or object, or the class of a record. ")
                .append("类别为论断主语或宾语的顶层类,或记录所属的类。\n\n");
        text.append("| predicate | label | 标签 | subject | 主语 | object | 宾语 | claims 论断数 |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        Map<List<String>, Integer> counts = new HashMap<>();
        data.find(Node.ANY, Dia.CLAIM_PREDICATE, Node.ANY).forEach(core -> {
            List<Node> subject = tops(end(core.getSubject(), Dia.CLAIM_SUBJECT));
            List<Node> object = tops(end(core.getSubject(), Dia.CLAIM_OBJECT));
            Node predicate = core.getObject();
            List<String> key = List.of(
                    "`" + name(predicate) + "`", label(predicate, "en"), label(predicate, "zh"), names(subject),
                    labels(subject), names(object), labels(object));
            counts.merge(key, 1, Integer::sum);
        });
        List<List<String>> rows = new ArrayList<>(counts.keySet());
        rows.sort(Comparator.comparing((List<String> key) -> key.get(0))
                .thenComparing(counts::get, Comparator.reverseOrder())
                .thenComparing(List::toString));
        for (List<String> key : rows) {
            List<String> cells = new ArrayList<>(key);
            cells.add("" + counts.get(key));
            row(text, cells.toArray(String[]::new));
        }
        return text.toString();
    }

    private static Node end(Node claim, Node property) {
        return data.find(claim, property, Node.ANY).mapWith(Triple::getObject).nextOptional().orElse(Node.ANY);
    }

    /** The highest classes of ours above a class, or the class of a record; none for a literal. */
    private static List<Node> tops(Node node) {
        SortedMap<String, Node> tops = new TreeMap<>();
        if (data.contains(node, Dia.CLAIM_PREDICATE, Node.ANY)) {
            tops.put("Claim", Dia.term("Claim"));
        } else if (node.isURI() && data.contains(node, Dia.term("ancestor"), node)) {
            data.find(node, Dia.term("ancestor"), Node.ANY).mapWith(Triple::getObject).forEach(above -> {
                if (data.find(above, RDFS.subClassOf.asNode(), Node.ANY)
                        .filterKeep(triple -> isOurs(triple.getObject()))
                        .toList()
                        .isEmpty()) {
                    tops.put(name(above), above);
                }
            });
        } else if (node.isURI()) {
            data.find(node, RDF.type.asNode(), Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(DataPagesTest::isOurs)
                    .forEach(type -> tops.put(name(type), type));
        }
        return List.copyOf(tops.values());
    }

    private static String names(List<Node> nodes) {
        return nodes.isEmpty()
                ? "(value)"
                : nodes.stream().map(node -> "`" + name(node) + "`").collect(Collectors.joining(", "));
    }

    private static String labels(List<Node> nodes) {
        return nodes.isEmpty() ? "(字面值)" : nodes.stream().map(node -> label(node, "zh")).collect(Collectors.joining("、"));
    }

    private static String label(Node node, String language) {
        return data.find(node, RDFS.label.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(label -> label.isLiteral() && label.getLiteralLanguage().equals(language))
                .mapWith(Node::getLiteralLexicalForm)
                .toList()
                .stream()
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private static String shown(Node node) {
        String text = node.isLiteral() ? node.getLiteralLexicalForm() : name(node);
        String cell = text.replace('|', '/').replace('`', '\'').replace('\n', ' ');
        return cell.codePointCount(0, cell.length()) <= LONGEST_EXAMPLE
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, LONGEST_EXAMPLE)) + "…";
    }

    /** A term of ours by its local name, others with their prefix. */
    private static String name(Node node) {
        if (!node.isURI()) {
            return "[]";
        }
        if (isOurs(node)) {
            return node.getURI().substring(Namespaces.DIA.length());
        }
        return Namespaces.all().entrySet().stream()
                .filter(entry -> node.getURI().startsWith(entry.getValue()))
                .max(Comparator.comparingInt(entry -> entry.getValue().length()))
                .map(entry -> entry.getKey() + ":" + node.getURI().substring(entry.getValue().length()))
                .orElse(node.getURI());
    }

    private static String anchor(Node type) {
        return name(type).toLowerCase(Locale.ROOT).replace(":", "");
    }

    private static boolean isOurs(Node node) {
        return node.isURI() && node.getURI().startsWith(Namespaces.DIA);
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
