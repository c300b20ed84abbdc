// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.engine.rdf4j;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diastem.vocab.GraphName;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.RDF4J;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.GraphQuery;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.impl.SimpleDataset;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLBooleanJSONWriter;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.query.resultio.text.tsv.SPARQLResultsTSVWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;
import org.eclipse.rdf4j.sail.lmdb.LmdbStore;
import org.eclipse.rdf4j.sail.lmdb.config.LmdbStoreConfig;

/** Loads N-Quads into RDF4J's LMDB store with its stock settings, or serves such a store at {@code /sparql}. */
public final class LmdbServer {
    private static final int BUFFER = 1 << 15;

    private LmdbServer() {}

    /** @param arguments {@code load}, the store, the file; or {@code serve}, the store, the port */
    public static void main(String... arguments) throws Exception {
        SailRepository repository =
                new SailRepository(new LmdbStore(Path.of(arguments[1]).toFile(), new LmdbStoreConfig()));
        if (arguments[0].equals("load")) {
            try (RepositoryConnection connection = repository.getConnection();
                    InputStream in = Files.newInputStream(Path.of(arguments[2]))) {
                connection.begin(IsolationLevels.NONE);
                connection.add(in, RDFFormat.NQUADS);
                connection.commit();
            }
            repository.shutDown();
        } else {
            serve(repository, Integer.parseInt(arguments[2]));
        }
    }

    private static void serve(SailRepository repository, int port) throws Exception {
        Server server = new Server(new InetSocketAddress("127.0.0.1", port));
        server.setHandler(new QueryHandler(repository));
        server.start();
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        System.out.println("ready at " + connector.getLocalPort());
        server.join();
    }

    private static final class QueryHandler extends Handler.Abstract {
        private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

        private final SailRepository repository;
        private final SimpleDataset dataset = new SimpleDataset();

        QueryHandler(SailRepository repository) {
            this.repository = repository;
            // Without this, patterns outside of GRAPH would match every graph, and a triple once for each.
            dataset.addDefaultGraph(RDF4J.NIL);
            for (GraphName graph : GraphName.values()) {
                dataset.addNamedGraph(VALUES.createIRI(graph.node().getURI()));
            }
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Fields form = Request.getParameters(request);
            try (RepositoryConnection connection = repository.getConnection()) {
                Query query = connection.prepareQuery(QueryLanguage.SPARQL, form.getValue("query"));
                query.setDataset(dataset);
                String accepted = request.getHeaders().get(HttpHeader.ACCEPT);
                response.setStatus(200);
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, accepted);
                OutputStream out = new BufferedOutputStream(new ResponseStream(response), BUFFER);
                write(query, accepted, out);
                out.flush();
                callback.succeeded();
            } catch (IOException | RuntimeException e) {
                if (response.isCommitted()) {
                    callback.failed(e);
                } else {
                    response.setStatus(500);
                    Content.Sink.write(response, true, String.valueOf(e.getMessage()), callback);
                }
            }
            return true;
        }

        private static void write(Query query, String accepted, OutputStream out) throws IOException {
            if (query instanceof BooleanQuery ask) {
                new SPARQLBooleanJSONWriter(out).handleBoolean(ask.evaluate());
            } else if (query instanceof GraphQuery construct) {
                construct.evaluate(new NTriplesWriter(out));
            } else if (accepted.contains("json")) {
                ((TupleQuery) query).evaluate(new SPARQLResultsJSONWriter(out));
            } else {
                ((TupleQuery) query).evaluate(new SPARQLResultsTSVWriter(out));
            }
        }
    }

    /** Hands on full buffers, one at a time; Jetty ends the answer when its callback hears of success. */
    private static final class ResponseStream extends OutputStream {
        private final Response response;

        ResponseStream(Response response) {
            this.response = response;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try (Blocker.Callback written = Blocker.callback()) {
                response.write(false, ByteBuffer.wrap(bytes, from, length), written);
                written.block();
            }
        }
    }
}
