// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.metadata;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.export.Dump;
import org.diastem.export.DumpFacts;
import org.diastem.rdf.IriMinter;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.server.sparql.QueryGate;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.LiveRelease;
import org.diastem.text.TextSearch;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * Describes the endpoint by SPARQL 1.1 Service Description, made from what the server does: the formats that it writes, the
 * functions that it lets through, the limits that it enforces, and the graphs of the release at hand, whose description
 * (VoID) is that of the default graph.
 */
final class ServiceDescription {
    static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final Map<OutputFormat, String> FORMAT_NAMES = Map.of(
            OutputFormat.OfRows.JSON, "SPARQL_Results_JSON",
            OutputFormat.OfRows.XML, "SPARQL_Results_XML",
            OutputFormat.OfRows.CSV, "SPARQL_Results_CSV",
            OutputFormat.OfRows.TSV, "SPARQL_Results_TSV",
            OutputFormat.OfGraph.TURTLE, "Turtle",
            OutputFormat.OfGraph.JSON_LD, "JSON-LD",
            OutputFormat.OfGraph.RDF_XML, "RDF_XML",
            OutputFormat.OfGraph.N_TRIPLES, "N-Triples",
            OutputFormat.OfGraph.TRIG, "TriG",
            OutputFormat.OfGraph.N_QUADS, "N-Quads");

    /** A limit as people read it and as a number. */
    record Limit(String key, String en, String zh, long value, String unit) {}

    private final Limits limits;
    private final WorkLimits work;
    private final List<String> services;

    /** @param services endpoints that a query may call */
    ServiceDescription(Limits limits, WorkLimits work, List<String> services) {
        this.limits = Objects.requireNonNull(limits);
        this.work = Objects.requireNonNull(work);
        this.services = List.copyOf(services);
    }

    List<Limit> limits() {
        return List.of(
                new Limit("time", "time of one query until its answer has left", "单个查询从开始到应答送完的时间", limits.time().toMillis(), "ms"),
                new Limit("rows", "rows or triples of one answer", "单个应答的行数或三元组数", limits.rows(), "rows"),
                new Limit("bytes", "bytes of one answer before compression", "单个应答压缩前的字节数", limits.bytes(), "bytes"),
                new Limit("kept-rows", "rows that one query keeps at once to sort, group or join", "单个查询为排序、分组或连接同时保留的行数", limits.keptRows(), "rows"),
                new Limit("text", "bytes of the text of a query", "查询文本的字节数", limits.textBytes(), "bytes"),
                new Limit("nesting", "brackets that enclose each other", "括号嵌套层数", limits.nesting(), "levels"),
                new Limit("operators", "patterns, operators and functions of a query", "查询中模式、运算符与函数的个数", limits.operators(), "operators"),
                new Limit("string", "characters of a string that a query builds", "查询所构造字符串的字符数", limits.stringLength(), "characters"),
                new Limit("digits", "digits of a number that a query works out", "查询所计算数值的位数", limits.digits(), "digits"),
                new Limit("running", "queries that run at once", "同时运行的查询数", work.running(), "queries"),
                new Limit("queue", "queries that wait for a place", "等待中的查询数", work.queue(), "queries"),
                new Limit("per-client", "queries of one client that run or wait; 0 is no limit", "同一客户端运行或等待的查询数；0 表示不限", work.perClient(), "queries"),
                new Limit("client-work", "time of work for one client within a minute; 0 is no limit", "同一客户端每分钟可用的运算时间；0 表示不限", work.clientWork().toMillis(), "ms"));
    }

    /** Endpoints that a query may call, in the order of their list. */
    List<String> services() {
        return services;
    }

    /**
     * The description at an address, without the parts of partitions, which are nine tenths of it, and without the
     * sizes of dumps: clients fetch it before their first query, and those that want these find them in VoID.
     *
     * @param site where the server is reached, without a slash at the end
     */
    Graph at(String site, LiveRelease.Loaded loaded) {
        return described(site, loaded, false);
    }

    /** All that there is to tell of the release and its endpoint. */
    Graph whole(String site, LiveRelease.Loaded loaded, Map<Dump, DumpFacts> dumps) {
        Graph graph = described(site, loaded, true);
        dumps.forEach((dump, facts) -> measured(new Writer(graph), distribution(site, loaded, dump), facts));
        return graph;
    }

    private Graph described(String site, LiveRelease.Loaded loaded, boolean whole) {
        Graph graph = GraphFactory.createDefaultGraph();
        String parts = IriMinter.releasePart(loaded.release().name(), List.of("classes")).getURI() + '/';
        loaded.dataset().getGraph(GraphName.METADATA.node()).find().forEach(triple -> {
            if (whole || !isPart(triple.getSubject(), parts) && !isPart(triple.getObject(), parts)) {
                graph.add(triple);
            }
        });
        Node endpoint = NodeFactory.createURI(site + "/sparql");
        Node release = IriMinter.release(loaded.release().name());
        Writer out = new Writer(graph);
        out.add(endpoint, RDF.type.asNode(), sd("Service"));
        out.add(endpoint, sd("endpoint"), endpoint);
        out.add(endpoint, sd("supportedLanguage"), sd("SPARQL11Query"));
        out.add(endpoint, sd("defaultEntailmentRegime"), uri("http://www.w3.org/ns/entailment/Simple"));
        out.both(endpoint, RDFS.label.asNode(), "DiaStem SPARQL endpoint", "DiaStem SPARQL 端点");
        out.both(
                endpoint,
                DCTerms.description.asNode(),
                "Queries only. The default graph holds all named graphs.",
                "仅供查询。默认图包含全部命名图。");
        // Sorted, since a map's own order differs from one process to the next, and so would the bytes of two copies.
        FORMAT_NAMES.values().stream().sorted().forEach(name -> out.add(endpoint, sd("resultFormat"), uri(FORMATS + name)));
        QueryGate.functions().forEach(function -> {
            out.add(endpoint, sd("extensionFunction"), uri(function));
            out.add(uri(function), RDF.type.asNode(), sd("Function"));
        });
        out.add(endpoint, sd("propertyFeature"), uri(TextSearch.FUNCTION));
        out.add(uri(TextSearch.FUNCTION), RDF.type.asNode(), sd("Feature"));
        out.both(uri(TextSearch.FUNCTION), RDFS.label.asNode(), "full-text search", "全文检索");
        if (!services.isEmpty()) {
            out.add(endpoint, sd("feature"), sd("BasicFederatedQuery"));
        }
        for (int i = 0; i < services.size(); i++) {
            Node node = uri(endpoint.getURI() + "#service-" + (i + 1));
            out.add(endpoint, uri(Namespaces.SCHEMA + "additionalProperty"), node);
            out.add(node, RDF.type.asNode(), uri(Namespaces.SCHEMA + "PropertyValue"));
            out.both(node, uri(Namespaces.SCHEMA + "name"), "endpoint that SERVICE may call", "SERVICE 可调用的端点");
            out.add(node, uri(Namespaces.SCHEMA + "value"), uri(services.get(i)));
        }
        limits().forEach(limit -> {
            Node node = uri(endpoint.getURI() + "#limit-" + limit.key());
            out.add(endpoint, uri(Namespaces.SCHEMA + "additionalProperty"), node);
            out.add(node, RDF.type.asNode(), uri(Namespaces.SCHEMA + "PropertyValue"));
            out.both(node, uri(Namespaces.SCHEMA + "name"), limit.en(), limit.zh());
            out.add(node, uri(Namespaces.SCHEMA + "value"), integer(limit.value()));
            out.add(node, uri(Namespaces.SCHEMA + "unitText"), NodeFactory.createLiteralString(limit.unit()));
        });
        Node dataset = uri(endpoint.getURI() + "#dataset");
        out.add(endpoint, sd("defaultDataset"), dataset);
        out.add(dataset, RDF.type.asNode(), sd("Dataset"));
        out.add(dataset, sd("defaultGraph"), release);
        out.add(release, RDF.type.asNode(), sd("Graph"));
        for (GraphName name : GraphName.values()) {
            Node named = uri(endpoint.getURI() + "#graph-" + name.key());
            out.add(dataset, sd("namedGraph"), named);
            out.add(named, RDF.type.asNode(), sd("NamedGraph"));
            out.add(named, sd("name"), name.node());
            out.add(named, sd("graph"), name.node());
            out.add(name.node(), RDF.type.asNode(), sd("Graph"));
        }
        addresses(out, site, endpoint, loaded);
        return graph;
    }

    private static boolean isPart(Node node, String parts) {
        return node.isURI() && node.getURI().startsWith(parts) && node.getURI().indexOf('/', parts.length()) > 0;
    }

    /** What VoID and DCAT say of where the data is. */
    private static void addresses(Writer out, String site, Node endpoint, LiveRelease.Loaded loaded) {
        Node release = IriMinter.release(loaded.release().name());
        out.add(release, uri(Namespaces.VOID + "sparqlEndpoint"), endpoint);
        out.add(release, uri(Namespaces.FOAF + "homepage"), uri(site + "/"));
        out.add(release, uri(Namespaces.DCAT + "landingPage"), uri(site + "/"));
        for (Dump dump : Dump.all()) {
            Node file = uri(file(site, loaded, dump));
            out.add(dump.graph().map(GraphName::node).orElse(release), uri(Namespaces.VOID + "dataDump"), file);
            if (dump.graph().isEmpty()) {
                Node distribution = distribution(site, loaded, dump);
                out.add(release, uri(Namespaces.DCAT + "distribution"), distribution);
                describe(out, distribution, dump, file);
            }
        }
        out.add(endpoint, RDF.type.asNode(), uri(Namespaces.DCAT + "DataService"));
        out.add(endpoint, uri(Namespaces.DCAT + "endpointURL"), endpoint);
        out.add(endpoint, uri(Namespaces.DCAT + "servesDataset"), release);
    }

    /** Where a dump of this very release is. */
    private static String file(String site, LiveRelease.Loaded loaded, Dump dump) {
        return site + "/release/" + loaded.release().name() + "/dump/" + dump.fileName();
    }

    private static Node distribution(String site, LiveRelease.Loaded loaded, Dump dump) {
        return uri(file(site, loaded, dump) + "#distribution");
    }

    private static void measured(Writer out, Node distribution, DumpFacts facts) {
        Node checksum = uri(distribution.getURI().replaceFirst("#.*", "#checksum"));
        out.add(
                distribution,
                uri(Namespaces.DCAT + "byteSize"),
                NodeFactory.createLiteralDT(Long.toString(facts.bytes()), XSDDatatype.XSDnonNegativeInteger));
        out.add(distribution, uri(SPDX + "checksum"), checksum);
        out.add(checksum, RDF.type.asNode(), uri(SPDX + "Checksum"));
        out.add(checksum, uri(SPDX + "algorithm"), uri(SPDX + "checksumAlgorithm_sha256"));
        out.add(
                checksum,
                uri(SPDX + "checksumValue"),
                NodeFactory.createLiteralDT(facts.sha256(), XSDDatatype.XSDhexBinary));
    }

    private static void describe(Writer out, Node distribution, Dump dump, Node file) {
        out.add(distribution, RDF.type.asNode(), uri(Namespaces.DCAT + "Distribution"));
        out.both(distribution, DCTerms.title.asNode(), "DiaStem, " + dump.fileName(), "DiaStem，" + dump.fileName());
        out.add(distribution, uri(Namespaces.DCAT + "downloadURL"), file);
        out.add(distribution, uri(Namespaces.DCAT + "accessURL"), uri(file.getURI().replaceFirst("[^/]*$", "")));
        out.add(
                distribution,
                uri(Namespaces.DCAT + "mediaType"),
                uri("https://www.iana.org/assignments/media-types/" + dump.format().mediaType()));
        out.add(distribution, DCTerms.license.asNode(), uri(LICENSE));
    }

    private static Node sd(String local) {
        return uri(Namespaces.SD + local);
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node integer(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }

    private record Writer(Graph graph) {
        void add(Node subject, Node property, Node object) {
            graph.add(Triple.create(subject, property, object));
        }

        void both(Node subject, Node property, String en, String zh) {
            add(subject, property, NodeFactory.createLiteralLang(en, "en"));
            add(subject, property, NodeFactory.createLiteralLang(zh, "zh"));
        }
    }
}
