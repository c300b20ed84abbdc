// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.server.http.Refusal;
import org.diastem.server.page.ThingType;
import org.diastem.server.sparql.Budget;
import org.diastem.text.IndexedProperty.Kind;
import org.diastem.text.TextEntry;
import org.diastem.text.TextMatch;
import org.diastem.text.TextSearch;
import org.diastem.text.TextSpan;
import org.diastem.text.WordIndex;
import org.diastem.text.WordQuery;
import org.diastem.text.Words;
import org.diastem.vocab.Namespaces;

/** Finds things by what is said of them. One object answers one request. */
final class Finder {
    /** Words between spaces; what stands in quotes is one. */
    private static final Pattern PIECE = Pattern.compile("[\"“”＂]([^\"“”＂]*)[\"“”＂]|([^\\s\\p{Z}]+)");

    private static final int MOST_WORDS = 16;
    private static final int LONGEST_NAME = 20;
    private static final Comparator<Hit> ORDER = Comparator.comparing(Hit::rank)
            .thenComparing(hit -> !hit.best().subject().getURI().startsWith(Namespaces.BASE))
            .thenComparing(Finder::lengthOfPrefixed)
            .thenComparing(hit -> -hit.score())
            .thenComparing(hit -> hit.best().number());

    /** What was found of one thing: which words each of its texts has. */
    private static final class Candidate {
        private final BitSet words = new BitSet();
        private final Map<TextEntry, BitSet> wordsOf = new HashMap<>();
        private final Map<TextEntry, Float> scores = new HashMap<>();

        void add(int word, TextMatch match) {
            words.set(word);
            wordsOf.computeIfAbsent(match.entry(), unused -> new BitSet()).set(word);
            scores.merge(match.entry(), match.score(), Float::sum);
        }
    }

    private final WordIndex index;
    private final Graph graph;
    private final Budget budget;
    /** The words that the last search found, to be marked in its hits. */
    private List<WordQuery> searched = List.of();

    Finder(DatasetGraph dataset, Budget budget) {
        this.index = TextSearch.of(dataset).index();
        this.graph = dataset.getDefaultGraph();
        this.budget = budget;
    }

    /** All hits in their order. */
    List<Hit> find(SearchRequest request) {
        List<Hit> hits = request.suggests() ? suggestions(request) : search(request);
        return hits.stream()
                .filter(hit -> request.types().isEmpty() || request.types().contains(type(hit)))
                .sorted(ORDER)
                .toList();
    }

    String type(Hit hit) {
        return ThingType.of(hit.best().subject(), graph);
    }

    private static boolean speaks(SearchRequest request, TextEntry entry) {
        return request.language().isEmpty()
                || entry.language().isEmpty()
                || entry.language().equals(request.language().get());
    }

    /** Of names that begin with what was asked the shorter ones come first; for others length says nothing. */
    private static int lengthOfPrefixed(Hit hit) {
        return hit.rank().compareTo(Hit.Rank.SYNONYM_PREFIX) <= 0 ? hit.best().written().length() : 0;
    }

    private List<Hit> search(SearchRequest request) {
        searched = words(request.text());
        if (searched.size() > MOST_WORDS) {
            throw Refusal.of(400, "The parameter q has more than " + MOST_WORDS + " words.");
        }
        List<Hit> hits = search(request, searched);
        if (hits.isEmpty()) {
            List<WordQuery> parts = words(cut(request.text()));
            if (parts.size() > searched.size() && parts.size() <= MOST_WORDS) {
                searched = parts;
                return search(request, parts);
            }
        }
        return hits;
    }

    /**
     * A text with spaces around the Chinese names in it, the longest first: who writes a whole phrase leaves none. The
     * names are those of the release, so the dictionary knows its subject.
     */
    private String cut(String text) {
        Set<String> names = index.names()
                .map(TextEntry::written)
                .filter(name -> name.codePointCount(0, name.length()) > 1 && name.codePoints().allMatch(Words::isHan))
                .collect(Collectors.toSet());
        StringBuilder spaced = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + LONGEST_NAME);
            while (end > at && !names.contains(text.substring(at, end))) {
                end--;
            }
            if (end > at) {
                spaced.append(' ').append(text, at, end).append(' ');
                at = end;
            } else {
                spaced.append(text.charAt(at));
                at++;
            }
        }
        return spaced.toString();
    }

    private List<Hit> search(SearchRequest request, List<WordQuery> words) {
        Predicate<TextEntry> speaks = entry -> speaks(request, entry);
        String key = Words.stemsOf(request.text()).key();
        Map<Node, Candidate> candidates = new HashMap<>();
        for (int word = 0; word < words.size(); word++) {
            budget.check();
            for (TextMatch match : index.search(words.get(word), speaks)) {
                candidates.computeIfAbsent(match.entry().subject(), unused -> new Candidate()).add(word, match);
            }
        }
        Map<Node, Hit> hits = new HashMap<>();
        candidates.forEach((thing, candidate) -> {
            if (candidate.words.cardinality() == words.size()) {
                hits.put(thing, best(candidate, words.size(), key));
            }
        });
        byAddress(request).forEach(hit -> hits.put(hit.best().subject(), hit));
        if (words.isEmpty()) {
            index.names()
                    .filter(entry -> !key.isEmpty() && entry.key().equals(key) && speaks.test(entry))
                    .forEach(entry ->
                            hits.putIfAbsent(entry.subject(), new Hit(entry, rank(entry, key), 1, List.of())));
        }
        return List.copyOf(hits.values());
    }

    /** Where the words of a request stand in the text of a hit. */
    Hit withSpans(SearchRequest request, Hit hit) {
        return request.suggests()
                ? hit
                : new Hit(hit.best(), hit.rank(), hit.score(), index.spans(searched, hit.best()));
    }

    /**
     * The words that must be found. An English article and its like are left out unless there is no other word; a
     * single Chinese character always, since it is part of too many words.
     */
    private static List<WordQuery> words(String text) {
        List<String> telling = new ArrayList<>();
        List<String> dull = new ArrayList<>();
        Matcher pieces = PIECE.matcher(text);
        while (pieces.find()) {
            String piece = pieces.group(1) == null ? pieces.group(2) : pieces.group(1);
            Words words = Words.of(piece);
            if (words.isSingleHan()) {
                continue;
            }
            (words.isStopWord() ? dull : telling).add(piece);
        }
        return (telling.isEmpty() ? dull : telling).stream()
                .map(WordQuery::ofPhrase)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Hit best(Candidate candidate, int words, String key) {
        Comparator<TextEntry> order = Comparator.comparing(
                        (TextEntry entry) -> -candidate.wordsOf.get(entry).cardinality())
                .thenComparing(entry -> rank(entry, key))
                .thenComparing(entry -> -candidate.scores.get(entry))
                .thenComparing(TextEntry::number);
        TextEntry best = candidate.wordsOf.keySet().stream().min(order).orElseThrow();
        boolean whole = candidate.wordsOf.get(best).cardinality() == words;
        return new Hit(best, whole ? rank(best, key) : Hit.Rank.SEVERAL_TEXTS, candidate.scores.get(best), List.of());
    }

    private static Hit.Rank rank(TextEntry entry, String key) {
        Kind kind = entry.property().kind();
        boolean label = kind == Kind.LABEL;
        if (kind.isName()) {
            if (entry.key().equals(key)) {
                return label ? Hit.Rank.EXACT_LABEL : Hit.Rank.EXACT_SYNONYM;
            }
            if (entry.key().startsWith(key) && Words.beginsWord(entry.key(), key.length())) {
                return label ? Hit.Rank.LABEL_PREFIX : Hit.Rank.SYNONYM_PREFIX;
            }
            return label ? Hit.Rank.LABEL : Hit.Rank.SYNONYM;
        }
        return switch (kind) {
            case STATEMENT -> Hit.Rank.STATEMENT;
            case FINDING -> Hit.Rank.FINDING;
            default -> Hit.Rank.DEFINITION;
        };
    }

    /** Things whose address ends in what was asked, as C0001 or NCT00646724. */
    private List<Hit> byAddress(SearchRequest request) {
        Map<Node, Hit> found = new HashMap<>();
        index.entries().forEach(entry -> {
            String iri = entry.subject().getURI();
            String local = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
            if (local.equalsIgnoreCase(request.text())) {
                found.putIfAbsent(entry.subject(), new Hit(entry, Hit.Rank.IDENTIFIER, 1, List.of()));
            }
        });
        return List.copyOf(found.values());
    }

    private List<Hit> suggestions(SearchRequest request) {
        String begun = Words.of(request.text()).key();
        boolean anywhere = !Words.of(request.text()).isSingleHan();
        Map<Node, Hit> best = new HashMap<>();
        if (begun.isEmpty()) {
            return List.of();
        }
        budget.check();
        index.names().filter(entry -> speaks(request, entry)).forEach(entry -> {
            int at = entry.written().indexOf(begun);
            while (at > 0 && !Words.beginsWord(entry.written(), at)) {
                at = entry.written().indexOf(begun, at + 1);
            }
            if (at == 0 || at > 0 && anywhere) {
                Hit hit = new Hit(entry, suggested(entry, at, begun), 1, List.of(span(entry, at, begun.length())));
                best.merge(entry.subject(), hit, (one, other) -> ORDER.compare(one, other) <= 0 ? one : other);
            }
        });
        return List.copyOf(best.values());
    }

    private static Hit.Rank suggested(TextEntry entry, int at, String begun) {
        boolean label = entry.property().kind() == Kind.LABEL;
        if (at > 0) {
            return label ? Hit.Rank.LABEL : Hit.Rank.SYNONYM;
        }
        if (entry.written().equals(begun)) {
            return label ? Hit.Rank.EXACT_LABEL : Hit.Rank.EXACT_SYNONYM;
        }
        return label ? Hit.Rank.LABEL_PREFIX : Hit.Rank.SYNONYM_PREFIX;
    }

    private static TextSpan span(TextEntry entry, int at, int length) {
        Words words = Words.of(entry.text());
        return new TextSpan(words.starts()[at], words.ends()[at + length - 1]);
    }

    /** What the thing is called, by language. */
    SortedMap<String, String> labels(Hit hit) {
        return Labels.of(hit.best().subject(), graph);
    }
}
