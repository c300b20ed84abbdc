// SPDX-License-Identifier: Apache-2.0
package org.diastem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.diastem.build.Assembler;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever joins our release with UniProt, MeSH or Wikidata finds the IRIs that these endpoints use themselves. */
class NativeIdentifierTest {
    private static final String OF_ANY_KIND = "skos:exactMatch|skos:closeMatch|skos:narrowMatch|skos:broadMatch";

    private static DatasetGraph dataset;

    @BeforeAll
    static void assemble() {
        dataset = new Assembler(Project.at(FixtureProject.REPOSITORY), Progress.NONE)
                .assemble()
                .dataset()
                .orElseThrow();
    }

    @Test
    void a_protein_with_a_gene_has_its_uniprot_entry_too() {
        assertEquals(
                Set.of(),
                names("?term skos:closeMatch ?gene FILTER (STRSTARTS(STR(?gene), STR(hgnc:)))"
                        + without("skos:narrowMatch", "http://purl.uniprot.org/uniprot/")));
        assertTrue(names("?term skos:narrowMatch uniprotkb:P15692").contains("VEGF"));
    }

    @Test
    void a_disease_of_mondo_has_its_mesh_heading_and_its_wikidata_item() {
        String disease = "?term dia:ancestor dia:HumanDisease ; skos:exactMatch ?mondo "
                + "FILTER (STRSTARTS(STR(?mondo), 'http://purl.obolibrary.org/obo/MONDO_'))";
        // MeSH has no heading for limb ischemia as such, and we saw no item for disease in general.
        assertEquals(Set.of("LimbIschemia"), names(disease + without(OF_ANY_KIND, Namespaces.MESH)));
        assertEquals(
                Set.of("HumanDisease"), names(disease + without(OF_ANY_KIND, "http://www.wikidata.org/entity/Q")));
    }

    @Test
    void claims_are_reached_from_mesh_and_from_wikidata_alike() {
        String claims = "?term skos:exactMatch %s . ?claim dia:claimSubject|dia:claimObject|dia:inContextOf ?term";
        Set<String> kidney = names(claims.formatted("mesh:D003928"));
        assertEquals(Set.of("DiabeticKidneyDisease"), kidney);
        assertEquals(kidney, names(claims.formatted("wd:Q1129105")));
    }

    @Test
    void no_identifier_of_these_endpoints_is_spelt_in_another_way() {
        assertEquals(
                Set.of(),
                names("?term " + OF_ANY_KIND + " ?match FILTER (REGEX(STR(?match), "
                        + "'identifiers[.]org/(uniprot|mesh|wikidata)|https://www[.]wikidata|wikidata[.]org/wiki|"
                        + "https://id[.]nlm|uniprot[.]org/uniprotkb', 'i'))"));
    }

    private static String without(String path, String namespace) {
        return " FILTER NOT EXISTS { ?term " + path + " ?other FILTER (STRSTARTS(STR(?other), '" + namespace + "')) }";
    }

    /** The names of our terms that a pattern binds. */
    private static Set<String> names(String pattern) {
        String query = Namespaces.sparqlPrologue() + "SELECT DISTINCT ?term WHERE { " + pattern + " }";
        List<String> found = new ArrayList<>();
        try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            RowSet answers = execution.select();
            for (Binding binding : (Iterable<Binding>) () -> answers) {
                found.add(binding.get("term").getURI().substring(Namespaces.DIA.length()));
            }
        }
        return new TreeSet<>(found);
    }
}
