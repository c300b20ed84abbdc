// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The cases of the W3C's test suites for SPARQL and of RDF4J's own, as their manifests list them. The files lie in a
 * jar on the class path; what their IRIs are relative to is made up.
 */
final class StandardSuite implements AutoCloseable {
    private static final String BASE = "http://suites.example/";
    private static final String TESTS = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QUERIES = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    private static final String SERVICES = "http://www.w3.org/ns/sparql-service-description#";

    private static final Property ENTRIES = manifest("entries");
    private static final Property INCLUDE = manifest("include");
    private static final Property ACTION = manifest("action");
    private static final Property RESULT = manifest("result");
    private static final Property CHECK_ORDER = manifest("checkOrder");
    private static final Property CARDINALITY = manifest("resultCardinality");
    private static final Property QUERY = query("query");
    private static final Property DATA = query("data");
    private static final Property GRAPH_DATA = query("graphData");
    private static final Property GRAPH = query("graph");
    private static final Property SERVICE_DATA = query("serviceData");
    private static final Property REGIME = ResourceFactory.createProperty(SERVICES, "entailmentRegime");

    /** A folder of the jar, to find it by. */
    private static final String KNOWN = "/testcases-sparql-1.1-w3c/manifest-all.ttl";

    /** The manifests that include the others, or that nobody includes. */
    private static final List<String> ROOTS = List.of(
            "testcases-sparql-1.0-w3c/data-r2/manifest-evaluation.ttl",
            "testcases-sparql-1.0-w3c/data-r2/extended-manifest-evaluation.ttl",
            "testcases-sparql-1.0-w3c/data-r2/manifest-syntax.ttl",
            "testcases-sparql-1.1-w3c/manifest-all.ttl",
            "testcases-sparql-1.1/manifest-evaluation.ttl",
            "testcases-sparql-1.2/manifest-all.ttl",
            "testcases-service/manifest.ttl");

    /** What is done with a case. */
    enum Kind {
        /** Its answer is compared with the expected one. */
        EVALUATION,
        /** An answer under some entailment is expected; ours is compared with Jena's, both of simple entailment. */
        ENTAILMENT,
        /** Left out: it calls other endpoints. */
        FEDERATION,
        /** Left out: it tells whether a text is a query or an update. */
        SYNTAX,
        /** Left out: it changes data, and an index never changes. */
        UPDATE,
        /** Left out: it is about HTTP. */
        PROTOCOL
    }

    /**
     * A case.
     *
     * @param name the folder of its manifest, and its own name there
     * @param action the query and its data; nothing that only a case of another kind has
     * @param isOrdered whether the order of the rows is expected, too
     * @param mayLeaveOutDuplicates whether rows may come as often as the query says or less often
     */
    record Case(
            String name, Kind kind, Resource action, String result, boolean isOrdered, boolean mayLeaveOutDuplicates) {}

    private final FileSystem jar;
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final Set<String> manifests = new TreeSet<>();

    StandardSuite() {
        try {
            URL known = StandardSuite.class.getResource(KNOWN);
            String text = known.toString();
            jar = FileSystems.newFileSystem(new URI(text.substring(0, text.indexOf('!'))), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        ROOTS.forEach(root -> read(BASE + root));
    }

    private static Property manifest(String name) {
        return ResourceFactory.createProperty(TESTS, name);
    }

    private static Property query(String name) {
        return ResourceFactory.createProperty(QUERIES, name);
    }

    List<Case> cases() {
        return List.copyOf(cases.values());
    }

    /** The manifests that were read, by their places in the jar. */
    Set<String> manifests() {
        return manifests;
    }

    /** All manifests that there are. */
    Set<String> manifestsOfJar() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(jar.getPath("/"))) {
            files.map(Path::toString)
                    .filter(file -> file.matches(".*manifest[^/]*\\.ttl"))
                    .forEach(file -> found.add(file.substring(1)));
        }
        return found;
    }

    private void read(String iri) {
        if (!manifests.add(iri.substring(BASE.length()))) {
            return;
        }
        Model model = ModelFactory.createModelForGraph(graph(iri));
        for (RDFNode list : model.listObjectsOfProperty(INCLUDE).toList()) {
            list.as(RDFList.class)
                    .asJavaList()
                    .forEach(included -> read(included.asResource().getURI()));
        }
        for (RDFNode list : model.listObjectsOfProperty(ENTRIES).toList()) {
            for (RDFNode entry : list.as(RDFList.class).asJavaList()) {
                add(iri, entry.asResource());
            }
        }
    }

    private void add(String manifest, Resource entry) {
        String folder = manifest.substring(BASE.length(), manifest.lastIndexOf('/'));
        String name = folder + '#' + entry.getURI().substring(entry.getURI().indexOf('#') + 1);
        Resource action = Optional.ofNullable(entry.getProperty(ACTION))
                .map(Statement::getObject)
                .filter(RDFNode::isResource)
                .map(RDFNode::asResource)
                .orElse(null);
        Resource result = Optional.ofNullable(entry.getProperty(RESULT))
                .map(Statement::getObject)
                .filter(RDFNode::isURIResource)
                .map(RDFNode::asResource)
                .orElse(null);
        boolean isOrdered = entry.hasProperty(CHECK_ORDER)
                && entry.getProperty(CHECK_ORDER).getBoolean();
        Case made = new Case(
                name,
                kind(entry, action),
                action,
                result == null ? null : result.getURI(),
                isOrdered,
                entry.hasProperty(CARDINALITY, manifest("LaxCardinality")));
        if (cases.put(name, made) != null) {
            throw new IllegalStateException("two cases are called " + name);
        }
    }

    private static Kind kind(Resource entry, Resource action) {
        String type = entry.getPropertyResourceValue(RDF.type).getLocalName();
        if (type.contains("Syntax")) {
            return Kind.SYNTAX;
        }
        return switch (type) {
            case "UpdateEvaluationTest" -> Kind.UPDATE;
            case "ProtocolTest", "ServiceDescriptionTest" -> Kind.PROTOCOL;
            case "QueryEvaluationTest", "CSVResultFormatTest" -> action.hasProperty(REGIME)
                    ? Kind.ENTAILMENT
                    : action.hasProperty(SERVICE_DATA) ? Kind.FEDERATION : Kind.EVALUATION;
            default -> throw new IllegalStateException("unknown type of case: " + type);
        };
    }

    InputStream open(String iri) throws IOException {
        return Files.newInputStream(jar.getPath('/' + iri.substring(BASE.length())));
    }

    /** A file of RDF. */
    Graph graph(String iri) {
        Graph graph = GraphFactory.createDefaultGraph();
        try (InputStream in = open(iri)) {
            RDFParser.source(in)
                    .lang(RDFLanguages.filenameToLang(iri))
                    .base(iri)
                    .parse(StreamRDFLib.graph(graph));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return graph;
    }

    Query query(Case from) {
        String iri = from.action().getPropertyResourceValue(QUERY).getURI();
        try (InputStream in = open(iri)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return QueryFactory.create(text, iri, Syntax.syntaxSPARQL_11);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data of a case in Jena's own dataset. What the query takes FROM files is there as named graphs. */
    DatasetGraph data(Case from, Query query) {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        data.executeWrite(() -> {
            for (RDFNode file : objects(from.action(), DATA)) {
                add(data, Quad.defaultGraphIRI, file.asResource().getURI());
            }
            for (RDFNode file : objects(from.action(), GRAPH_DATA)) {
                Resource named = file.isAnon() ? file.asResource().getPropertyResourceValue(GRAPH) : file.asResource();
                add(data, named.asNode(), named.getURI());
            }
            if (query.hasDatasetDescription()) {
                Set<String> files = new TreeSet<>(query.getGraphURIs());
                files.addAll(query.getNamedGraphURIs());
                files.forEach(file -> add(data, NodeFactory.createURI(file), file));
            }
        });
        return data;
    }

    private void add(DatasetGraph data, Node name, String file) {
        if (RDFLanguages.isQuads(RDFLanguages.filenameToLang(file)) && Quad.isDefaultGraph(name)) {
            try (InputStream in = open(file)) {
                RDFParser.source(in).lang(RDFLanguages.filenameToLang(file)).base(file).parse(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return;
        }
        graph(file).find().forEachRemaining(triple -> data.add(Quad.create(name, triple)));
    }

    private static List<RDFNode> objects(Resource subject, Property property) {
        List<RDFNode> found = new ArrayList<>();
        subject.listProperties(property).forEachRemaining(each -> found.add(each.getObject()));
        return found;
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
