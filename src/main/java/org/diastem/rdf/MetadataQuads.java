// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.diastem.model.Bilingual;
import org.diastem.model.Sha256;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * Describes a release inside itself: VoID (with class and property partitions, and linksets per foreign vocabulary), DCAT
 * and PROV-O. It holds no address of a server, since a release may be served anywhere; who serves it adds that. The
 * {@code void:Dataset} of the whole is the default graph, each named graph is a subset that is called like the graph;
 * the graph of hypotheses, which the default graph leaves out, has counts of its own.
 */
public final class MetadataQuads {
    /** The metadata describes itself as well: the second round counts the first, the third finds nothing new. */
    private static final int MOST_ROUNDS = 6;

    /**
     * Properties whose objects are the counts themselves; to count the different ones would change them. For the same reason
     * the different objects of the whole are not counted.
     */
    private static final Set<Node> COUNTS = Set.of(
            of(Namespaces.VOID, "triples"),
            of(Namespaces.VOID, "entities"),
            of(Namespaces.VOID, "distinctSubjects"),
            of(Namespaces.VOID, "distinctObjects"),
            of(Namespaces.VOID, "properties"),
            of(Namespaces.VOID, "classes"));

    private static final Node LICENSE = NodeFactory.createURI("https://creativecommons.org/licenses/by/4.0/");
    private static final List<Node> LINKS = List.of(
            SKOS.exactMatch.asNode(),
            SKOS.closeMatch.asNode(),
            SKOS.broadMatch.asNode(),
            SKOS.narrowMatch.asNode(),
            SKOS.relatedMatch.asNode(),
            NodeFactory.createURI(Namespaces.OBO + "IAO_0000136"));

    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);

    private final String name;
    private final String version;
    private final DatasetGraph dataset;
    private GraphSink sink;

    private MetadataQuads(String name, String version, DatasetGraph dataset) {
        this.name = name;
        this.version = version;
        this.dataset = dataset;
    }

    /**
     * Fills the metadata graph of a dataset that is complete but for it. The counts include the metadata itself, so they are
     * taken again until they no longer change.
     *
     * @param name of the release
     * @param version of the ontology and the data
     */
    public static void fill(DatasetGraph dataset, String name, String version) {
        MetadataQuads metadata = new MetadataQuads(name, version, dataset);
        List<Triple> last = List.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Triple> next = metadata.write();
            boolean settled = next.equals(last);
            last = next;
            if (settled) {
                return;
            }
        }
        throw new IllegalStateException("the counts of the metadata do not settle");
    }

    private List<Triple> write() {
        GraphStatistics whole = GraphStatistics.of(dataset.getDefaultGraph());
        SortedMap<GraphName, Long> sizes = new TreeMap<>();
        for (GraphName graph : GraphName.values()) {
            sizes.put(graph, (long) dataset.getGraph(graph.node()).size());
        }
        SortedMap<List<String>, Link> links = links();
        Graph old = dataset.getGraph(GraphName.METADATA.node());
        List<Triple> before = old.find().toList();
        before.forEach(triple -> {
            old.delete(triple);
            dataset.getDefaultGraph().delete(triple);
        });
        sink = new GraphSink(ReleaseData.filling(dataset), GraphName.METADATA);
        whole(whole);
        sizes.forEach(this::subset);
        links.forEach(this::linkset);
        properties(whole);
        classes(whole);
        List<Triple> written = new ArrayList<>(dataset.getGraph(GraphName.METADATA.node()).find().toList());
        written.sort((left, right) -> left.toString().compareTo(right.toString()));
        return written;
    }

    private void whole(GraphStatistics counted) {
        Node release = IriMinter.release(name);
        sink.type(release, Dia.term("Release"));
        sink.type(release, of(Namespaces.VOID, "Dataset"));
        sink.type(release, of(Namespaces.DCAT, "Dataset"));
        sink.type(release, of(Namespaces.SCHEMA, "Dataset"));
        Bilingual title = new Bilingual("DiaStem, release " + name, "DiaStem，版本 " + name);
        sink.label(release, title);
        sink.both(release, DCTerms.title.asNode(), title);
        sink.both(
                release,
                DCTerms.description.asNode(),
                new Bilingual(
                        "The evidence graph of mesenchymal-stem-cell therapy for diabetes and its complications: what one "
                                + "review claims, claim by claim, with the publications and trials that support or contradict it.",
                        "间充质干细胞治疗糖尿病及其并发症的证据图谱：逐条记录一篇综述的论断，并附支持或反对它们的文献与临床试验。"));
        sink.add(release, DCTerms.license.asNode(), LICENSE);
        sink.add(release, DCTerms.publisher.asNode(), GraphSink.text("DiaStem"));
        sink.add(release, DCTerms.source.asNode(), IriMinter.individual("document", "review"));
        sink.add(release, NodeFactory.createURI(Namespaces.OWL + "versionInfo"), GraphSink.text(version));
        sink.add(release, of(Namespaces.VOID, "uriSpace"), GraphSink.text(Namespaces.BASE));
        sink.add(release, of(Namespaces.VOID, "exampleResource"), IriMinter.claim("C0001"));
        for (String vocabulary : List.of(
                Namespaces.DIA, Namespaces.SKOS, Namespaces.PROV, Namespaces.DCTERMS, Namespaces.OA, Namespaces.SSSOM,
                Namespaces.SCHEMA, Namespaces.VOID, Namespaces.DCAT)) {
            sink.add(release, of(Namespaces.VOID, "vocabulary"), NodeFactory.createURI(vocabulary));
        }
        number(release, "triples", counted.triples());
        number(release, "distinctSubjects", counted.subjects());
        number(release, "properties", counted.properties().size());
        number(release, "classes", counted.classes().size());
        Node run = IriMinter.run(name);
        sink.type(run, of(Namespaces.PROV, "Activity"));
        sink.label(run, new Bilingual("build of release " + name, "版本 " + name + " 的构建"));
        sink.add(run, of(Namespaces.PROV, "used"), IriMinter.individual("document", "summary"));
        sink.add(run, of(Namespaces.PROV, "used"), IriMinter.individual("document", "review"));
        sink.add(release, of(Namespaces.PROV, "wasGeneratedBy"), run);
    }

    private void subset(GraphName graph, long triples) {
        Node subset = graph.node();
        sink.add(IriMinter.release(name), of(Namespaces.VOID, "subset"), subset);
        sink.type(subset, of(Namespaces.VOID, "Dataset"));
        sink.label(subset, new Bilingual("graph " + graph.key(), "命名图 " + graph.key()));
        sink.both(subset, DCTerms.description.asNode(), new Bilingual(graph.meaningEn(), graph.meaningZh()));
        sink.add(subset, DCTerms.license.asNode(), LICENSE);
        number(subset, "triples", triples);
        if (!graph.isInDefaultGraph()) {
            // The partitions of the whole do not count its members.
            dataset.getGraph(subset).stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                    .collect(Collectors.groupingBy(
                            Triple::getObject, () -> new TreeMap<>(BY_IRI), Collectors.counting()))
                    .forEach((type, members) -> {
                        Node partition =
                                IriMinter.releasePart(name, List.of("graphs", graph.key(), "classes", shortName(type)));
                        sink.add(subset, of(Namespaces.VOID, "classPartition"), partition);
                        sink.add(partition, of(Namespaces.VOID, "class"), type);
                        number(partition, "entities", members);
                    });
        }
    }

    /** Links of one predicate to one vocabulary. */
    private static final class Link {
        private final Node predicate;
        private final String uriSpace;
        private long triples;

        Link(Node predicate, String uriSpace) {
            this.predicate = predicate;
            this.uriSpace = uriSpace;
        }
    }

    private SortedMap<List<String>, Link> links() {
        SortedMap<List<String>, Link> links = new TreeMap<>((left, right) -> left.toString().compareTo(right.toString()));
        for (Node predicate : LINKS) {
            Iterator<Triple> found = dataset.getDefaultGraph().find(Node.ANY, predicate, Node.ANY);
            while (found.hasNext()) {
                Node object = found.next().getObject();
                if (object.isURI() && !object.getURI().startsWith(Namespaces.BASE)) {
                    String space = uriSpace(object.getURI());
                    links.computeIfAbsent(
                                    List.of("links", shortName(predicate), segment(space)),
                                    unused -> new Link(predicate, space))
                            .triples++;
                }
            }
        }
        return links;
    }

    /** All but the number of an OBO term, else up to the last slash, hash or colon. */
    private static String uriSpace(String iri) {
        int cut = iri.startsWith(Namespaces.OBO)
                ? iri.lastIndexOf('_')
                : Math.max(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')), iri.indexOf(':', iri.indexOf("://") + 1));
        return iri.substring(0, cut + 1);
    }

    private void linkset(List<String> path, Link link) {
        Node linkset = IriMinter.releasePart(name, path);
        Node target = IriMinter.releasePart(name, List.of("targets", segment(link.uriSpace)));
        sink.type(linkset, of(Namespaces.VOID, "Linkset"));
        sink.add(IriMinter.release(name), of(Namespaces.VOID, "subset"), linkset);
        sink.add(linkset, of(Namespaces.VOID, "subjectsTarget"), IriMinter.release(name));
        sink.add(linkset, of(Namespaces.VOID, "objectsTarget"), target);
        sink.add(linkset, of(Namespaces.VOID, "linkPredicate"), link.predicate);
        number(linkset, "triples", link.triples);
        sink.type(target, of(Namespaces.VOID, "Dataset"));
        sink.add(target, of(Namespaces.VOID, "uriSpace"), GraphSink.text(link.uriSpace));
    }

    private void properties(GraphStatistics counted) {
        counted.properties().forEach((property, count) -> {
            Node partition = IriMinter.releasePart(name, List.of("properties", shortName(property)));
            sink.add(IriMinter.release(name), of(Namespaces.VOID, "propertyPartition"), partition);
            sink.add(partition, of(Namespaces.VOID, "property"), property);
            number(partition, "triples", count.triples());
            number(partition, "distinctSubjects", count.subjects());
            if (!COUNTS.contains(property)) {
                number(partition, "distinctObjects", count.objects());
            }
        });
    }

    private void classes(GraphStatistics counted) {
        counted.classes().forEach((type, members) -> {
            Node partition = IriMinter.releasePart(name, List.of("classes", shortName(type)));
            sink.add(IriMinter.release(name), of(Namespaces.VOID, "classPartition"), partition);
            sink.add(partition, of(Namespaces.VOID, "class"), type);
            number(partition, "entities", members);
            if (type.getURI().startsWith(Namespaces.VOID)) {
                // Who asks how VoID describes itself? Its numbers would never settle.
                return;
            }
            counted.uses().getOrDefault(type, new TreeMap<>()).forEach((property, use) -> {
                Node onClass =
                        IriMinter.releasePart(name, List.of("classes", shortName(type), shortName(property)));
                sink.add(partition, of(Namespaces.VOID, "propertyPartition"), onClass);
                sink.add(onClass, of(Namespaces.VOID, "property"), property);
                number(onClass, "triples", use.triples());
                parts(onClass, type, property, use);
            });
        });
    }

    /** What stands behind a property of the members of a class, as SIB's generator of VoID publishes it. */
    private void parts(Node onClass, Node type, Node property, GraphStatistics.UseCount use) {
        use.classes().forEach((objectType, triples) -> {
            Node part = IriMinter.releasePart(
                    name, List.of("classes", shortName(type), shortName(property), shortName(objectType)));
            sink.add(onClass, of(Namespaces.VOID, "classPartition"), part);
            sink.add(part, of(Namespaces.VOID, "class"), objectType);
            number(part, "triples", triples);
        });
        use.datatypes().forEach((datatype, triples) -> {
            Node part = IriMinter.releasePart(
                    name, List.of("classes", shortName(type), shortName(property), shortName(datatype)));
            sink.add(onClass, of(Namespaces.VOID_EXT, "datatypePartition"), part);
            sink.add(part, of(Namespaces.VOID_EXT, "datatype"), datatype);
            number(part, "triples", triples);
        });
    }

    private void number(Node subject, String property, long value) {
        sink.add(subject, of(Namespaces.VOID, property), GraphSink.integer(Math.toIntExact(value)));
    }

    /** As {@code dia-claimObject}; a hash where there is no prefix for it. */
    private static String shortName(Node node) {
        String iri = node.getURI();
        for (Map.Entry<String, String> prefix : Namespaces.all().entrySet()) {
            if (iri.startsWith(prefix.getValue())) {
                String local = iri.substring(prefix.getValue().length());
                if (local.matches("[A-Za-z0-9_.-]+")) {
                    return prefix.getKey() + '-' + local;
                }
            }
        }
        return segment(iri);
    }

    private static String segment(String text) {
        String readable = text.replaceAll("^https?://(www\\.)?", "").replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return readable + '-' + Sha256.of(text).substring(0, 6);
    }

    private static Node of(String namespace, String local) {
        return NodeFactory.createURI(namespace + local);
    }
}
