// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.diastem.vocab.GraphName;

/**
 * The searchable texts of one release, in memory. It is made when it is needed rather than stored: Lucene's files
 * differ from one run to the next, and a release must not. Never changed once made; any number of threads may search.
 * It holds nothing but memory, so it goes with the dataset that it was made of.
 */
public final class WordIndex {
    static final String FIELD = "text";
    private static final String NUMBER = "number";
    private static final Analyzer ANALYZER = new WordAnalyzer(WordAnalyzer.Forms.BOTH);
    private static final FieldType WITH_OFFSETS = withOffsets();
    private static final Comparator<TextMatch> BEST_FIRST = Comparator.<TextMatch>comparingDouble(
                    match -> -match.score())
            .thenComparingInt(match -> match.entry().number());

    private final List<TextEntry> entries;
    private final IndexSearcher searcher;
    private final int[] documents;

    private WordIndex(List<TextEntry> entries, IndexSearcher searcher, int[] documents) {
        this.entries = entries;
        this.searcher = searcher;
        this.documents = documents;
    }

    private static FieldType withOffsets() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    /** Indexes the texts of the named graphs, each triple once, however many graphs hold it. */
    static WordIndex of(DatasetGraph dataset) {
        List<TextEntry> entries = entries(dataset);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER))) {
                for (TextEntry entry : entries) {
                    Document document = new Document();
                    document.add(new Field(FIELD, entry.text(), WITH_OFFSETS));
                    document.add(new NumericDocValuesField(NUMBER, entry.number()));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
            // Every question is another; a cache would only hold on to memory.
            searcher.setQueryCache(null);
            return new WordIndex(List.copyOf(entries), searcher, documents(searcher, entries.size()));
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private static List<TextEntry> entries(DatasetGraph dataset) {
        // The order decides between equal scores, so it must not depend on that of a hash table.
        record Key(Node subject, IndexedProperty property, Node literal) {}
        Map<Key, Node> graphs = new LinkedHashMap<>();
        for (IndexedProperty property : IndexedProperty.values()) {
            for (GraphName graph : GraphName.values()) {
                if (!graph.isInDefaultGraph()) {
                    // What nobody asserted is not found among what somebody did.
                    continue;
                }
                dataset.find(graph.node(), Node.ANY, property.node(), Node.ANY).forEachRemaining((Quad quad) -> {
                    if (quad.getSubject().isURI() && quad.getObject().isLiteral()) {
                        graphs.putIfAbsent(new Key(quad.getSubject(), property, quad.getObject()), graph.node());
                    }
                });
            }
        }
        List<Key> keys = graphs.keySet().stream()
                .sorted(Comparator.<Key, String>comparing(key -> key.subject().getURI())
                        .thenComparing(Key::property)
                        .thenComparing(key -> key.literal().getLiteralLanguage())
                        .thenComparing(key -> key.literal().getLiteralLexicalForm()))
                .toList();
        List<TextEntry> entries = new ArrayList<>(keys.size());
        for (Key key : keys) {
            String name = key.property().kind().isName() ? key.literal().getLiteralLexicalForm() : "";
            entries.add(new TextEntry(entries.size(), key.subject(), key.property(), key.literal(), graphs.get(key),
                    Words.stemsOf(name).key(), Words.of(name).key()));
        }
        return entries;
    }

    private static int[] documents(IndexSearcher searcher, int size) throws IOException {
        int[] documents = new int[size];
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            NumericDocValues numbers = leaf.reader().getNumericDocValues(NUMBER);
            while (numbers.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
                documents[(int) numbers.longValue()] = leaf.docBase + numbers.docID();
            }
        }
        return documents;
    }

    /** All texts, in the order of their numbers. */
    public List<TextEntry> entries() {
        return entries;
    }

    /** All names, in the order of their numbers. */
    public Stream<TextEntry> names() {
        return entries.stream().filter(entry -> entry.property().kind().isName());
    }

    /**
     * What matches, best first.
     *
     * @param words as {@link WordQuery} made it
     * @param wanted which texts count
     */
    public List<TextMatch> search(WordQuery words, Predicate<TextEntry> wanted) {
        try {
            List<TextMatch> found = searcher.search(words.query(), new Gathering(wanted));
            found.sort(BEST_FIRST);
            return found;
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /** Where words stand in a text: in order, and none within another. */
    public List<TextSpan> spans(List<WordQuery> words, TextEntry entry) {
        List<TextSpan> spans = new ArrayList<>();
        int document = documents[entry.number()];
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                int local = document - leaf.docBase;
                if (local >= 0 && local < leaf.reader().maxDoc()) {
                    for (WordQuery each : words) {
                        Query query = searcher.rewrite(each.query());
                        Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
                        add(weight.matches(leaf, local), spans);
                    }
                }
            }
        } catch (IOException e) {
            throw inMemory(e);
        }
        return TextSpan.merged(spans);
    }

    private static void add(Matches matches, List<TextSpan> spans) throws IOException {
        MatchesIterator places = matches == null ? null : matches.getMatches(FIELD);
        while (places != null && places.next()) {
            spans.add(new TextSpan(places.startOffset(), places.endOffset()));
        }
    }

    private static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("the index is in memory", e);
    }

    /** Gathers all that is wanted: the index is small, so there is no need to stop at the best few. */
    private final class Gathering implements CollectorManager<Gatherer, List<TextMatch>> {
        private final Predicate<TextEntry> wanted;

        Gathering(Predicate<TextEntry> wanted) {
            this.wanted = wanted;
        }

        @Override
        public Gatherer newCollector() {
            return new Gatherer(wanted);
        }

        @Override
        public List<TextMatch> reduce(Collection<Gatherer> gatherers) {
            List<TextMatch> all = new ArrayList<>();
            gatherers.forEach(each -> all.addAll(each.found));
            return all;
        }
    }

    private final class Gatherer extends SimpleCollector {
        private final Predicate<TextEntry> wanted;
        private final List<TextMatch> found = new ArrayList<>();
        private NumericDocValues numbers;
        private Scorable scorer;

        Gatherer(Predicate<TextEntry> wanted) {
            this.wanted = wanted;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            numbers = leaf.reader().getNumericDocValues(NUMBER);
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            numbers.advanceExact(document);
            TextEntry entry = entries.get((int) numbers.longValue());
            if (wanted.test(entry)) {
                found.add(new TextMatch(entry, scorer.score() * entry.property().weight()));
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
