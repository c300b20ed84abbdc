// SPDX-License-Identifier: Apache-2.0
package org.diastem.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/names.md} to the ontology and the code. Run with {@code -Ddiastem.write.docs=true} to write the page
 * anew after a change.
 */
class NamesPageTest {
    private static final Path PAGE = FixtureProject.REPOSITORY.resolve("docs/names.md");
    private static final Node DEFINITION = NodeFactory.createURI(Namespaces.OBO + "IAO_0000115");

    private final Graph ontology = ontology();

    @Test
    void the_page_of_names_says_what_ontology_and_code_say() throws IOException {
        String expected = page();
        if (Boolean.getBoolean("diastem.write.docs")) {
            Files.writeString(PAGE, expected);
        }
        assertEquals(expected, Files.readString(PAGE), "write it anew with -Ddiastem.write.docs=true");
    }

    private static Graph ontology() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String file : List.of("diastem.ttl", "diastem-zh.ttl")) {
            RDFDataMgr.read(graph, FixtureProject.REPOSITORY.resolve("ontology").resolve(file).toString());
        }
        return graph;
    }

    private String page() {
        StringBuilder text = new StringBuilder();
        text.append("# Names 名称\n\nMade from the ontology and the code; a test holds it to them. 由本体与代码生成,并有测试核对。\n\n");
        text.append("Terms are `dia:` = `").append(Namespaces.DIA).append("`. Each other kind of thing has the prefix of its name:");
        text.append(" 其余各类事物的前缀即其名称:\n\n");
        text.append(Namespaces.KINDS.stream()
                .map(kind -> "`" + kind + ":` = `" + Namespaces.BASE + kind + "/`")
                .collect(Collectors.joining(", ")));
        text.append("\n\n## Graphs 图\n\n| graph | content | 内容 |\n| --- | --- | --- |\n");
        for (GraphName graph : GraphName.values()) {
            row(text, "`graph:" + graph.key() + "`", graph.meaningEn(), graph.meaningZh());
        }
        text.append("\n## Predicates of claims 论断谓词\n\n");
        text.append("| name | label | 标签 | kind | sign | under | definition | 定义 |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Node predicate : subjects(Dia.CLAIM_KIND)) {
            row(
                    text,
                    name(predicate),
                    text(predicate, RDFS.label.asNode(), "en"),
                    text(predicate, RDFS.label.asNode(), "zh"),
                    objects(predicate, Dia.CLAIM_KIND),
                    objects(predicate, Dia.term("sign")),
                    objects(predicate, RDFS.subPropertyOf.asNode()),
                    text(predicate, DEFINITION, "en"),
                    text(predicate, DEFINITION, "zh"));
        }
        section(text, "Properties of records 记录的属性", properties());
        section(text, "Classes of records 记录的类", below(Dia.term("GraphEntity")));
        text.append("\n## Values 取值\n\n| class | values | 取值 |\n| --- | --- | --- |\n");
        for (Node set : below(Dia.term("ValueSet"))) {
            List<Node> values = sorted(ontology.find(Node.ANY, RDF.type.asNode(), set).mapWith(triple -> triple.getSubject()).toList());
            if (!values.isEmpty()) {
                row(
                        text,
                        name(set),
                        values.stream().map(NamesPageTest::name).collect(Collectors.joining(", ")),
                        values.stream().map(value -> text(value, RDFS.label.asNode(), "zh")).collect(Collectors.joining("、")));
            }
        }
        return text.toString();
    }

    private void section(StringBuilder text, String title, List<Node> terms) {
        text.append("\n## ").append(title).append("\n\n| name | label | 标签 | definition | 定义 |\n| --- | --- | --- | --- | --- |\n");
        for (Node term : terms) {
            row(
                    text,
                    name(term),
                    text(term, RDFS.label.asNode(), "en"),
                    text(term, RDFS.label.asNode(), "zh"),
                    text(term, DEFINITION, "en"),
                    text(term, DEFINITION, "zh"));
        }
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private List<Node> properties() {
        List<Node> properties = new ArrayList<>();
        for (Node type : List.of(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(), OWL.AnnotationProperty.asNode())) {
            ontology.find(Node.ANY, RDF.type.asNode(), type).forEach(triple -> {
                if (isOurs(triple.getSubject()) && !ontology.contains(triple.getSubject(), Dia.CLAIM_KIND, Node.ANY)) {
                    properties.add(triple.getSubject());
                }
            });
        }
        return sorted(properties);
    }

    private List<Node> below(Node top) {
        List<Node> found = new ArrayList<>();
        ontology.find(Node.ANY, RDFS.subClassOf.asNode(), top).forEach(triple -> {
            found.add(triple.getSubject());
            found.addAll(below(triple.getSubject()));
        });
        return sorted(found);
    }

    private List<Node> subjects(Node property) {
        return sorted(ontology.find(Node.ANY, property, Node.ANY).mapWith(triple -> triple.getSubject()).toList());
    }

    private String objects(Node subject, Node property) {
        return sorted(ontology.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject()).toList()).stream()
                .map(NamesPageTest::name)
                .collect(Collectors.joining(", "));
    }

    private String text(Node subject, Node property, String language) {
        return ontology.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(object -> object.isLiteral() && object.getLiteralLanguage().equals(language))
                .mapWith(Node::getLiteralLexicalForm)
                .toList()
                .stream()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static List<Node> sorted(List<Node> nodes) {
        TreeMap<String, Node> byName = new TreeMap<>();
        nodes.forEach(node -> byName.put(node.toString(), node));
        return List.copyOf(byName.values());
    }

    private static boolean isOurs(Node node) {
        return node.isURI() && node.getURI().startsWith(Namespaces.DIA);
    }

    private static String name(Node node) {
        return "`" + (isOurs(node) ? node.getURI().substring(Namespaces.DIA.length()) : node.toString()) + "`";
    }
}
