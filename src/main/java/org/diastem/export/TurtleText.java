// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.RDF;
import org.diastem.vocab.Namespaces;

/** Nodes and statements as Turtle with the project's prefixes, in a fixed order. */
final class TurtleText {
    private final NodeFormatterTTL formatter = new NodeFormatterTTL(null, PrefixMapFactory.create(Namespaces.all()));

    /** The declaration of all prefixes. */
    static String prefixes() {
        return Namespaces.sparqlPrologue();
    }

    String of(Node node) {
        if (node.equals(RDF.type.asNode())) {
            return "a";
        }
        try (IndentedLineBuffer buffer = new IndentedLineBuffer()) {
            formatter.format(buffer, node);
            return buffer.asString();
        }
    }

    /** Predicates and objects of statements about one subject, parted by semicolons; the type comes first. */
    String predicates(Collection<Triple> statements, String indent) {
        Map<String, TreeSet<String>> objects = new TreeMap<>();
        for (Triple triple : statements) {
            objects.computeIfAbsent(of(triple.getPredicate()), predicate -> new TreeSet<>())
                    .add(of(triple.getObject()));
        }
        return objects.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.join(" , ", entry.getValue()))
                .collect(Collectors.joining(" ;\n" + indent));
    }

    /** The same for statements of several subjects, a block each. */
    String blocks(List<Triple> statements, String indent) {
        Map<String, List<Triple>> bySubject = statements.stream()
                .collect(Collectors.groupingBy(triple -> of(triple.getSubject()), TreeMap::new, Collectors.toList()));
        return bySubject.entrySet().stream()
                .map(entry -> indent + entry.getKey() + " " + predicates(entry.getValue(), indent + "    ") + " .\n")
                .collect(Collectors.joining());
    }
}
