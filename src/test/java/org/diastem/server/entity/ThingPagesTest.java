// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.build.ReleaseBuilder;
import org.diastem.export.OntologyForm;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.page.ClaimTable;
import org.diastem.server.page.ThingType;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.HtmlCheck;
import org.diastem.testing.RunningServer;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.expression.ShortFormEntityChecker;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.manchestersyntax.parser.ManchesterOWLSyntaxParserImpl;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OntologyConfigurator;
import org.semanticweb.owlapi.search.EntitySearcher;
import org.semanticweb.owlapi.util.BidirectionalShortFormProviderAdapter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The pages of things, over the real data. */
class ThingPagesTest {
    private static final int OF_EACH_KIND = 4;
    private static final int RANDOM_PAGES = 50;
    private static final int LARGEST = 500_000;
    /** Where the pages of one module lead to those of others that have tests of their own. */
    private static final Pattern OTHER_MODULES =
            Pattern.compile("/(query|explore|sparql|dump|release|find|assets)\\b.*");
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]*)\"");
    private static final Set<String> SPOKEN_BY_ALL =
            Set.of("SPARQL", "IRI", "English", "CSV", "JSON", "SHA-256", "CC BY 4.0", "DiaStem");

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Release release;
    private static Graph data;

    @BeforeAll
    static void start() throws IOException {
        ReleaseStore store = new ReleaseStore(folder);
        new ReleaseBuilder(Project.at(Path.of("").toAbsolutePath()), store, Progress.NONE).build();
        release = store.current().orElseThrow();
        data = release.load().getDefaultGraph();
        WorkLimits work = new WorkLimits(4, 16, Duration.ofSeconds(10), 10, Duration.ZERO);
        server = RunningServer.of(store, ServerSettings.STANDARD.within(Limits.STANDARD, work));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_kind_has_a_valid_page_in_both_languages_whose_texts_are_in_that_language() throws Exception {
        List<String> wrong = new ArrayList<>();
        HtmlCheck check = new HtmlCheck();
        List<String> paths = new ArrayList<>(someOfEachKind());
        paths.addAll(List.of("/ontology", "/module/zh", "/module/imports", "/nowhere-at-all", "/sparql"));
        for (String path : paths) {
            for (String language : List.of("en", "zh")) {
                HttpResponse<String> page = server.get(path + "?lang=" + language, "Accept", "text/html");
                assertEquals(path.startsWith("/nowhere") ? 404 : 200, page.statusCode(), path);
                boolean whole = path.equals("/ontology") || path.startsWith("/module");
                assertTrue(whole || page.body().length() < LARGEST, path);
                String shown = path + ' ' + language + ": ";
                check.of(page.body()).forEach(trouble -> wrong.add(shown + trouble));
                Document document = parsed(page.body());
                assertEquals(language, document.getDocumentElement().getAttribute("lang"));
                foreignWords(document.getDocumentElement(), language, path, wrong);
            }
        }
        assertEquals(List.of(), wrong.stream().distinct().limit(40).toList());
    }

    private static List<String> someOfEachKind() {
        Map<String, List<String>> byKind = new TreeMap<>();
        Set<Node> subjects = new TreeSet<>((one, other) -> one.getURI().compareTo(other.getURI()));
        data.find().forEach(triple -> {
            if (triple.getSubject().isURI() && triple.getSubject().getURI().startsWith(Namespaces.BASE)) {
                subjects.add(triple.getSubject());
            }
        });
        subjects.forEach(subject -> byKind.computeIfAbsent(ThingType.of(subject, data), unused -> new ArrayList<>())
                .add(subject.getURI().substring(Namespaces.BASE.length() - 1)));
        assertTrue(byKind.size() > 18, byKind.keySet().toString());
        List<String> some = new ArrayList<>(List.of("/claim/C0035", "/claim/C0221", "/ontology/DiabeticRetinopathy"));
        Random random = new Random(7);
        byKind.forEach((kind, paths) -> {
            Collections.shuffle(paths, random);
            some.addAll(paths.subList(0, Math.min(OF_EACH_KIND, paths.size())));
        });
        return some;
    }

    private static Document parsed(String page) throws IOException, SAXException {
        return new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW).parse(new InputSource(new StringReader(page)));
    }

    /** What is said by us, and what the data has in both languages, is in that of the page, or says that it is not. */
    private static void foreignWords(org.w3c.dom.Node node, String language, String path, List<String> wrong) {
        if (node.getNodeType() == org.w3c.dom.Node.TEXT_NODE) {
            String text = node.getNodeValue().strip();
            boolean han = text.codePoints()
                    .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
            if (language.equals("en") && han && languageOf(node).equals("en")) {
                wrong.add(path + " en: " + text);
            }
            Element parent = (Element) node.getParentNode();
            boolean ours = Set.of("dt", "h2", "h3", "th", "summary", "label", "button").contains(parent.getTagName());
            boolean words = text.codePoints().anyMatch(Character::isLetter) && !SPOKEN_BY_ALL.contains(text);
            if (language.equals("zh") && ours && words && !han && languageOf(node).equals("zh")) {
                wrong.add(path + " zh: " + text);
            }
        }
        for (org.w3c.dom.Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            boolean code = child instanceof Element element && Set.of("script", "pre").contains(element.getTagName());
            if (!code) {
                foreignWords(child, language, path, wrong);
            }
        }
    }

    private static String languageOf(org.w3c.dom.Node node) {
        for (org.w3c.dom.Node up = node.getParentNode(); up instanceof Element element; up = up.getParentNode()) {
            if (element.hasAttribute("lang")) {
                return element.getAttribute("lang");
            }
        }
        return "";
    }

    @Test
    void a_claim_shows_each_of_its_evidence_lines_on_its_side_and_all_that_it_is_related_to() throws Exception {
        Known known = new Known(new Names(release.load(), List.of()), ClaimTable.of(data), data);
        List<String> wrong = new ArrayList<>();
        int lines = 0;
        for (Known.Stated stated : known.claims()) {
            String path = "/claim/" + stated.row().id();
            String page = server.get(path + "?lang=en", "Accept", "text/html").body();
            List<Node> evidence = data.find(Node.ANY, Dia.FOR_CLAIM, stated.claim())
                    .mapWith(triple -> triple.getSubject())
                    .toList();
            for (Node line : evidence) {
                lines++;
                Node direction = data.find(line, Dia.DIRECTION, Node.ANY).next().getObject();
                String side = direction.equals(Dia.term("Contradicts"))
                        ? "against"
                        : direction.equals(Dia.term("Background")) ? "background" : "for";
                String id = line.getURI().substring(line.getURI().lastIndexOf('/') + 1);
                int at = page.indexOf("data-evidence=\"" + id + '"');
                int begin = at < 0 ? -1 : page.lastIndexOf("data-side=\"", at);
                if (begin < 0 || !page.startsWith("data-side=\"" + side, begin)) {
                    wrong.add(path + ": " + id + " is not " + side);
                }
            }
            data.find(stated.claim(), Node.ANY, Node.ANY).forEach(triple -> {
                Node object = triple.getObject();
                boolean derived = triple.getPredicate().equals(RDF.type.asNode());
                if (!derived && object.isURI() && object.getURI().startsWith(Namespaces.BASE)) {
                    String target = server.url() + object.getURI().substring(Namespaces.BASE.length() - 1);
                    if (!page.contains("href=\"" + target + "?lang=en\"")) {
                        wrong.add(path + " does not lead to " + object.getURI());
                    }
                }
            });
        }
        assertTrue(lines > 200, "lines: " + lines);
        assertEquals(List.of(), wrong.stream().limit(30).toList());
    }

    @Test
    void a_name_is_broken_into_lines_that_fit_in_either_script() {
        assertEquals(List.of("vascular", "endothelial growth", "factor"),
                Neighbourhood.lines("vascular endothelial growth factor", 18, 3));
        assertEquals(List.of("vascular", "endothelial growt…"),
                Neighbourhood.lines("vascular endothelial growth factor", 18, 2));
        assertEquals(List.of("间充质干细胞来源", "细胞外囊泡"), Neighbourhood.lines("间充质干细胞来源细胞外囊泡", 16, 2));
    }

    @Test
    void the_query_of_a_claim_gives_its_evidence_lines_and_publications() throws Exception {
        String iri = Namespaces.BASE + "claim/C0221";
        String answer = server.query(ClaimPage.query(iri), "Accept", "application/n-triples").body();
        data.find(Node.ANY, Dia.FOR_CLAIM, NodeFactory.createURI(iri)).forEach(triple -> {
            assertTrue(answer.contains('<' + triple.getSubject().getURI() + '>'));
            Node item = data.find(triple.getSubject(), Dia.EVIDENCE_ITEM, Node.ANY).next().getObject();
            assertTrue(answer.contains('<' + item.getURI() + "> <" + Dia.YEAR.getURI() + '>'), item.getURI());
        });
    }

    @Test
    void the_links_of_fifty_pages_lead_somewhere() throws Exception {
        List<String> all = someOfEachKind();
        Collections.shuffle(all, new Random(11));
        Set<String> targets = new TreeSet<>();
        for (String path : all.subList(0, RANDOM_PAGES)) {
            Matcher link = LINK.matcher(server.get(path + "?lang=zh", "Accept", "text/html").body());
            while (link.find()) {
                String target = link.group(1).replace("&amp;", "&");
                if (target.startsWith(server.url())) {
                    targets.add(target.substring(server.url().length()).replaceFirst("#.*", ""));
                }
            }
        }
        targets.removeIf(target -> OTHER_MODULES.matcher(target).matches());
        assertTrue(targets.size() > 500, "links: " + targets.size());
        List<String> dead = new ArrayList<>();
        for (String target : targets) {
            if (server.get(target, "Accept", "text/html").statusCode() != 200) {
                dead.add(target);
            }
        }
        assertEquals(List.of(), dead);
    }

    @Test
    void an_expression_is_read_back_by_the_owl_api_as_the_one_of_the_ontology() throws Exception {
        String turtle = new String(release.document(OntologyForm.TTL.path()), StandardCharsets.UTF_8);
        OWLOntology ontology = OWLManager.createOWLOntologyManager()
                .loadOntologyFromOntologyDocument(new StringDocumentSource(turtle));
        BidirectionalShortFormProviderAdapter names = new BidirectionalShortFormProviderAdapter(
                ontology.getOWLOntologyManager(), Set.of(ontology), entity -> entity.getIRI().getFragment());
        int read = 0;
        for (OWLClass term : ontology.classesInSignature().toList()) {
            Node node = NodeFactory.createURI(term.getIRI().toString());
            Set<OWLClassExpression> expected = new HashSet<>();
            EntitySearcher.getEquivalentClasses(term, ontology).forEach(expected::add);
            List<Node> definitions = data.find(node, OWL2.equivalentClass.asNode(), Node.ANY)
                    .mapWith(triple -> triple.getObject())
                    .toList();
            for (Node definition : definitions) {
                StringBuilder text = new StringBuilder();
                Manchester.of(data, definition, named -> new Value.Mention(
                                named.getURI().substring(named.getURI().lastIndexOf('/') + 1), "", "", true, ""))
                        .pieces()
                        .forEach(piece -> text.append(piece.term() == null ? piece.word() : piece.term().label())
                                .append(' '));
                ManchesterOWLSyntaxParserImpl parser = new ManchesterOWLSyntaxParserImpl(
                        new OntologyConfigurator(), ontology.getOWLOntologyManager().getOWLDataFactory());
                parser.setOWLEntityChecker(new ShortFormEntityChecker(names));
                parser.setStringToParse(text.toString());
                OWLClassExpression found = parser.parseClassExpression();
                assertTrue(expected.contains(found), term + ": " + text);
                read++;
            }
        }
        assertTrue(read > 200, "read: " + read);
    }
}
