// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.diastem.problem.FindingsException;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.Test;

class OntologyTurtleTest {
    private static final String PREFIXES =
            """
            PREFIX dia: <https://w3id.org/diastem/ontology/>
            PREFIX obo: <http://purl.obolibrary.org/obo/>
            PREFIX oboInOwl: <http://www.geneontology.org/formats/oboInOwl#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX vann: <http://purl.org/vocab/vann/>
            PREFIX bibo: <http://purl.org/ontology/bibo/>
            """;

    @Test
    void each_term_has_its_section_and_each_statement_its_place() {
        Graph graph = parse(
                """
                [] owl:annotatedTarget "AB"@en ; owl:annotatedProperty oboInOwl:hasExactSynonym ; a owl:Axiom ;
                   owl:annotatedSource dia:B .
                [] a owl:AllDisjointClasses ; owl:members ( dia:B dia:A ) .
                dia:Big a dia:SizeValue , owl:NamedIndividual .
                dia:joins rdfs:label "joins"@en ; a dia:Kind , owl:NamedIndividual , owl:ObjectProperty ;
                   dia:claimKind dia:A .
                dia:size a owl:DatatypeProperty ; rdfs:range xsd:integer .
                dia:B rdfs:subClassOf [ owl:onProperty dia:joins ; a owl:Restriction ; owl:someValuesFrom dia:A ] , obo:X_1 ;
                   owl:equivalentClass [ owl:intersectionOf ( [ a owl:Class ; owl:complementOf dia:C ] dia:A ) ] ;
                   a owl:Class ; oboInOwl:hasExactSynonym "b"@en , "AB"@en ; rdfs:label "bee"@en .
                dia:A a owl:Class .
                obo:X_1 a owl:Class .
                dcterms:title a owl:AnnotationProperty .
                dcterms:source a owl:AnnotationProperty .
                <https://w3id.org/diastem/ontology> dcterms:title "t" ; a owl:Ontology .
                """);
        assertEquals(
                PREFIXES
                        + """

                        <https://w3id.org/diastem/ontology> a owl:Ontology ;
                            dcterms:title "t" .

                        # Annotation properties of other vocabularies

                        dcterms:source a owl:AnnotationProperty .
                        dcterms:title a owl:AnnotationProperty .

                        # Upper classes of BFO, IAO and OBI

                        obo:X_1 a owl:Class .

                        # Classes

                        dia:A a owl:Class .

                        dia:B a owl:Class ;
                            rdfs:label "bee"@en ;
                            oboInOwl:hasExactSynonym "AB"@en ;
                            oboInOwl:hasExactSynonym "b"@en ;
                            rdfs:subClassOf obo:X_1 ;
                            owl:equivalentClass [ owl:intersectionOf ( dia:A [ a owl:Class ; owl:complementOf dia:C ] ) ] ;
                            rdfs:subClassOf [ a owl:Restriction ; owl:onProperty dia:joins ; owl:someValuesFrom dia:A ] .

                        # Predicates of claims

                        dia:joins a owl:ObjectProperty , owl:NamedIndividual , dia:Kind ;
                            rdfs:label "joins"@en ;
                            dia:claimKind dia:A .

                        # Properties of records

                        dia:size a owl:DatatypeProperty ;
                            rdfs:range xsd:integer .

                        # Values

                        dia:Big a owl:NamedIndividual , dia:SizeValue .

                        # Annotations of axioms: which synonyms are abbreviations

                        [] a owl:Axiom ;
                            owl:annotatedSource dia:B ;
                            owl:annotatedProperty oboInOwl:hasExactSynonym ;
                            owl:annotatedTarget "AB"@en .

                        # What does not overlap

                        [] a owl:AllDisjointClasses ;
                            owl:members ( dia:A dia:B ) .
                        """,
                OntologyTurtle.of(graph, graph));
    }

    @Test
    void a_list_whose_order_has_a_meaning_keeps_it() {
        Graph graph = parse("dia:p a owl:ObjectProperty ; owl:propertyChainAxiom ( dia:q dia:b ) .");
        assertTrue(OntologyTurtle.of(graph, graph).contains("( dia:q dia:b )"));
    }

    @Test
    void terms_of_the_twin_stand_in_the_sections_of_the_file_it_adds_to() {
        Graph core = parse("dia:A a owl:Class . dia:Big a owl:NamedIndividual , dia:SizeValue .");
        Graph twin = parse("dia:A rdfs:label '甲'@zh . dia:Big rdfs:label '大'@zh . dia:Gone rdfs:label '无'@zh .");
        assertEquals(
                PREFIXES
                        + """

                        # Classes

                        dia:A rdfs:label "甲"@zh .

                        # Values

                        dia:Big rdfs:label "大"@zh .

                        # Other terms

                        dia:Gone rdfs:label "无"@zh .
                        """,
                OntologyTurtle.of(twin, core));
    }

    @Test
    void a_blank_node_of_two_statements_is_refused() {
        Graph graph = parse("dia:a dia:p _:x . dia:b dia:p _:x .");
        assertThrows(FindingsException.class, () -> OntologyTurtle.of(graph, graph));
    }

    @Property(tries = 150)
    void nothing_is_lost_and_a_second_time_changes_nothing(@ForAll("statements") List<String> statements) {
        Graph before = parse(String.join("\n", statements));
        String text = OntologyTurtle.of(before, before);
        Graph after = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(text, Lang.TURTLE).parse(after);
        assertTrue(before.isIsomorphicWith(after), text);
        assertEquals(text, OntologyTurtle.of(after, after));
        List<String> backwards = new ArrayList<>(statements);
        Collections.reverse(backwards);
        Graph reversed = parse(String.join("\n", backwards));
        assertEquals(text, OntologyTurtle.of(reversed, reversed));
    }

    @Provide
    Arbitrary<List<String>> statements() {
        Arbitrary<String> subject =
                Arbitraries.of("dia:A", "dia:B", "dia:p", "obo:X_1", "[]", "<https://w3id.org/diastem/ontology>", "<https://example.org/x>");
        Arbitrary<String> predicate = Arbitraries.of(
                "a", "rdfs:label", "rdfs:subClassOf", "owl:equivalentClass", "dia:claimKind", "dcterms:title",
                "owl:propertyChainAxiom", "<https://example.org/q>");
        Arbitrary<String> object = Arbitraries.of(
                "owl:Class", "owl:ObjectProperty", "owl:NamedIndividual", "owl:Axiom", "owl:Ontology", "dia:Kind",
                "'a \"b\" \\\\ \\n'@en", "'中'@zh", "'1990'^^xsd:gYear", "1.50", "true", "()", "( 2 1 ( dia:A ) )",
                "[ owl:intersectionOf ( dia:A [ owl:onProperty dia:p ; owl:someValuesFrom [ a owl:Class ] ] ) ]",
                "[ a owl:Restriction ; owl:onProperty dia:p ]");
        return Combinators.combine(subject, predicate, object)
                .as((one, two, three) -> one + " " + two + " " + three + " .")
                .list()
                .ofMaxSize(25);
    }

    private static Graph parse(String turtle) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(Namespaces.sparqlPrologue() + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
