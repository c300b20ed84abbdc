// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.diastem.export.OntologyForm;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.RunningServer;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.util.SimpleIRIMapper;

class OntologyRouteTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String PROTEGE =
            "application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, text/plain; q=0.1, */*; q=0.09";

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Release release;
    /** The path of the ontology, of its version and of each module. */
    private static final Set<String> PATHS = new TreeSet<>();

    @BeforeAll
    static void start() throws Exception {
        WorkLimits work = new WorkLimits(4, 16, Duration.ofSeconds(10), 10, Duration.ZERO);
        server = RunningServer.ofFixture(folder, ServerSettings.STANDARD.within(Limits.STANDARD, work));
        release = new ReleaseStore(folder.resolve("build")).current().orElseThrow();
        String version = "/release/" + release.manifest().version();
        PATHS.addAll(List.of("/ontology", "/ontology/", version + "/ontology"));
        for (String document : release.manifest().documents().keySet()) {
            if (document.startsWith("module/")) {
                String module = '/' + document.replaceFirst("\\.ttl$", "");
                PATHS.addAll(List.of(module, version + module));
            }
        }
        assertTrue(PATHS.containsAll(List.of(
                "/module/zh", "/module/imports", "/module/claims-as-axioms", "/release/0.1.0/module/zh")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void owl_tools_get_rdf_xml_at_once_and_browsers_a_page() throws Exception {
        for (String path : PATHS) {
            HttpResponse<String> owl = server.get(path, "Accept", PROTEGE);
            assertEquals(200, owl.statusCode(), path);
            assertEquals("application/rdf+xml", header(owl, "Content-Type"), path);
            assertTrue(header(owl, "Content-Location").endsWith(path.replaceFirst("/$", "") + ".owl"), path);
            assertFalse(graph(owl.body(), Lang.RDFXML).isEmpty(), path);
            HttpResponse<String> page = server.get(path, "Accept", BROWSER);
            assertEquals(200, page.statusCode(), path);
            assertEquals("text/html;charset=utf-8", header(page, "Content-Type"), path);
        }
    }

    @Test
    void the_owl_api_loads_each_from_the_running_server_with_what_it_imports() throws Exception {
        for (String path : PATHS) {
            OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
            // As long as the permanent addresses are not registered, each stands for the one of this server.
            for (String other : PATHS) {
                manager.getIRIMappers()
                        .add(new SimpleIRIMapper(
                                IRI.create(Namespaces.BASE + other.substring(1)), IRI.create(server.url() + other)));
            }
            OWLOntology loaded = manager.loadOntologyFromOntologyDocument(IRI.create(server.url() + path));
            assertTrue(loaded.getAxiomCount() > 0 || path.contains("bridge"), path);
            String named = loaded.getOntologyID().getOntologyIRI().orElseThrow().toString();
            // The only import module of the test project bears the name of them all.
            String own = path.replaceFirst("^/release/[^/]+", "").replaceFirst("/(bfo)?$", "").substring(1);
            assertEquals(Namespaces.BASE + own, named, path);
        }
    }

    @ParameterizedTest
    @EnumSource(OntologyForm.class)
    void each_file_of_the_release_has_its_suffix(OntologyForm form) throws Exception {
        String suffix = form.path().substring(form.path().lastIndexOf('.'));
        HttpResponse<String> answer = server.get("/ontology" + suffix, "Accept", "text/html");
        assertEquals(200, answer.statusCode());
        assertEquals(new String(release.document(form.path()), StandardCharsets.UTF_8), answer.body());
        assertEquals(answer.body(), server.get("/ontology?format=" + suffix.substring(1)).body());
        String type = header(answer, "Content-Type").replaceFirst(";.*", "");
        assertEquals(answer.body(), server.get("/ontology", "Accept", type).body(), type);
    }

    @Test
    void the_other_formats_of_rdf_say_the_same() throws Exception {
        Graph expected = graph(server.get("/ontology.ttl").body(), Lang.TURTLE);
        assertTrue(expected.isIsomorphicWith(graph(server.get("/ontology.jsonld").body(), Lang.JSONLD)));
        assertTrue(expected.isIsomorphicWith(graph(server.get("/ontology.nt").body(), Lang.NTRIPLES)));
        assertEquals(server.get("/ontology.owl").body(), server.get("/ontology.rdf").body());
        Graph module = graph(server.get("/module/zh.ttl").body(), Lang.TURTLE);
        assertTrue(module.isIsomorphicWith(graph(server.get("/module/zh.owl").body(), Lang.RDFXML)));
        assertTrue(module.isIsomorphicWith(graph(server.get("/module/zh.jsonld").body(), Lang.JSONLD)));
    }

    @Test
    void the_page_lists_the_terms_with_both_labels_and_links_and_leads_to_the_modules() throws Exception {
        HttpResponse<String> page = server.get("/ontology", "Accept", BROWSER, "Accept-Language", "zh");
        assertEquals("zh", header(page, "Content-Language"));
        String body = page.body();
        assertTrue(body.contains("<article class=\"term\" id=\"StemCell\">"));
        assertTrue(body.contains("<a href=\"" + server.url() + "/ontology/StemCell\">"));
        assertTrue(body.contains("<code class=\"small\">dia:StemCell</code>"));
        assertTrue(body.contains(">example stem cell</span>") && body.contains("<span>示例干细胞</span>"));
        assertTrue(body.contains("对象属性"));
        assertTrue(body.contains("href=\"" + server.url() + "/module/zh\""));
        assertTrue(body.contains("href=\"" + server.url() + "/ontology?lang=en\""));
        assertTrue(server.get("/ontology?lang=en", "Accept", BROWSER, "Accept-Language", "zh").body()
                .contains("Object properties"));
    }

    @Test
    void the_headers_tell_the_permanent_name_the_forms_the_kind_and_the_licence() throws Exception {
        HttpResponse<String> answer = server.get("/release/0.1.0/ontology", "Accept", PROTEGE);
        String links = header(answer, "Link");
        assertTrue(links.contains("<https://w3id.org/diastem/release/0.1.0/ontology>; rel=\"cite-as\""), links);
        assertTrue(links.contains("<http://www.w3.org/2002/07/owl#Ontology>; rel=\"type\""), links);
        assertTrue(links.contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\""), links);
        for (OntologyFormat format : OntologyFormat.values()) {
            assertTrue(links.contains('.' + format.suffix() + ">; rel=\"describedby alternate\""), links);
        }
        assertEquals("Accept, Accept-Encoding, Accept-Language", header(answer, "Vary"));
    }

    @Test
    void a_tag_saves_the_second_transfer_and_head_has_no_body() throws Exception {
        HttpResponse<String> first = server.get("/ontology.owl");
        assertEquals(304, server.get("/ontology.owl", "If-None-Match", header(first, "ETag")).statusCode());
        HttpResponse<String> head = server.send("HEAD", "/ontology.owl", null);
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(header(first, "ETag"), header(head, "ETag"));
        assertEquals(405, server.send("DELETE", "/ontology", null).statusCode());
        assertEquals(406, server.get("/ontology", "Accept", "image/png").statusCode());
    }

    @Test
    void another_version_another_module_or_another_suffix_is_answered_with_what_there_is() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String[] pair : new String[][] {
            {"/release/0.1.1/ontology", "/release/0.1.0/ontology"},
            {"/module/zz", "/module/zh"},
            {"/module/import", "/module/imports"},
            {"/release/0.1.0/module/zhh", "/release/0.1.0/module/zh"},
        }) {
            HttpResponse<String> text = server.get(pair[0]);
            HttpResponse<String> page = server.get(pair[0], "Accept", BROWSER);
            if (text.statusCode() != 404
                    || page.statusCode() != 404
                    || !text.body().contains(" " + pair[1])
                    || !page.body().contains("href=\"" + server.url() + pair[1] + '"')) {
                wrong.add(pair[0] + " " + text.statusCode() + " " + text.body());
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(404, server.get("/ontology.docx").statusCode());
        assertEquals(404, server.get("/module/zh.obo").statusCode());
        assertEquals(400, server.get("/ontology?format=docx").statusCode());
    }

    @Test
    void a_damaged_document_is_refused_as_a_whole(@TempDir Path other) throws Exception {
        try (RunningServer damaged = RunningServer.ofFixture(other, ServerSettings.STANDARD)) {
            Path file = new ReleaseStore(other.resolve("build")).current().orElseThrow().folder().resolve("ontology/diastem.owl");
            Files.write(file, new byte[] {'x'});
            HttpResponse<String> answer = damaged.get("/ontology", "Accept", PROTEGE);
            assertEquals(503, answer.statusCode());
            assertFalse(answer.body().contains(other.toString()), answer.body());
            assertEquals("no-store", header(answer, "Cache-Control"));
            assertEquals(200, damaged.get("/ontology.ttl").statusCode());
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static Graph graph(String text, Lang lang) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, lang).parse(graph);
        return graph;
    }
}
