// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/** Words to look for, bounded so that no question can be dear. */
public final class WordQuery {
    private static final Analyzer ANALYZER = new WordAnalyzer(WordAnalyzer.Forms.BOTH);
    private static final int LONGEST = 1_000;
    private static final int MOST_TERMS = 32;
    private static final int FEWEST_LETTERS_OF_PREFIX = 2;
    private static final int FEWEST_LETTERS_OF_FUZZY = 4;
    private static final int MOST_LETTERS = 50;
    private static final int MOST_EDITS = 2;
    private static final int MOST_FUZZY_FORMS = 50;
    private static final int TERMS_OF_FUZZY = 8;
    private static final int WIDEST_SLOP = 10;
    private static final Pattern ONE_WORD = Pattern.compile("[a-z]+|[0-9]+");
    private static final Pattern REGULAR_EXPRESSION = Pattern.compile("(?:^|[\\s(+!-])/[^/]*/(?:$|[\\s)])");
    /** A colon or slash that nothing escapes: both are parts of names and identifiers here, never syntax. */
    private static final Pattern PART_OF_NAMES = Pattern.compile("(\\\\.)|([:/])");

    private final Query query;

    private WordQuery(Query query) {
        this.query = query;
    }

    Query query() {
        return query;
    }

    /**
     * A text with nothing in it but words, which must be found together and in their order; nothing in it is syntax.
     *
     * @return empty if there is no word in it
     */
    public static Optional<WordQuery> ofPhrase(String text) {
        Query phrase = new QueryBuilder(ANALYZER).createPhraseQuery(WordIndex.FIELD, text);
        return Optional.ofNullable(phrase).map(WordQuery::new);
    }

    /**
     * A question in the syntax of Lucene's classic query parser, as far as it cannot be dear: words that must all be
     * there, phrases in quotes, AND, OR, NOT, brackets, boosts, a star at the end of a word, and one or two edits.
     *
     * @throws BadTextQueryException if it does not parse, or asks for what is not offered
     */
    public static WordQuery ofSyntax(String text) {
        if (text.isBlank()) {
            throw new BadTextQueryException("The search text of text:query is empty.");
        }
        if (text.length() > LONGEST) {
            throw new BadTextQueryException("The search text is longer than " + LONGEST + " characters.");
        }
        if (REGULAR_EXPRESSION.matcher(text).find()) {
            throw notOffered(
                    "A regular expression", "Use words, \"phrases\", AND, OR, NOT, or a star at the end of a word.");
        }
        String plain = PART_OF_NAMES.matcher(text).replaceAll(found -> found.group(1) != null
                ? Matcher.quoteReplacement(found.group(1))
                : "\\\\" + found.group(2));
        try {
            return new WordQuery(new BoundedParser().parse(plain));
        } catch (ParseException e) {
            throw new BadTextQueryException("The search text does not parse: " + shown(text)
                    + ". Put a backslash before + - && || ! ( ) { } [ ] ^ \" ~ * ? or leave them out.");
        } catch (IndexSearcher.TooManyClauses | IllegalArgumentException e) {
            throw new BadTextQueryException("The search text asks for what is out of bounds: " + shown(text) + ".");
        }
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private static BadTextQueryException notOffered(String what, String instead) {
        return new BadTextQueryException(what + " is not offered in a search text. " + instead);
    }

    /** Lucene's parser without the parts of its syntax whose cost depends on what is asked. */
    private static final class BoundedParser extends QueryParser {
        private int terms;

        BoundedParser() {
            super(WordIndex.FIELD, ANALYZER);
            setDefaultOperator(QueryParser.Operator.AND);
            setSplitOnWhitespace(true);
            setAutoGeneratePhraseQueries(true);
        }

        private void count(int more) {
            terms += more;
            if (terms > MOST_TERMS) {
                throw new BadTextQueryException("The search text has more than " + MOST_TERMS
                        + " words; one with ~ counts as " + TERMS_OF_FUZZY + ".");
            }
        }

        @Override
        protected Query getFieldQuery(String field, String words, boolean quoted) throws ParseException {
            count(1);
            // A single character is part of so many words that it tells nothing.
            Query made = Words.of(words).isSingleHan()
                    ? new MatchNoDocsQuery("a single character")
                    : super.getFieldQuery(field, words, quoted);
            return made == null ? new MatchNoDocsQuery("no word") : made;
        }

        @Override
        protected Query getFieldQuery(String field, String words, int slop) throws ParseException {
            if (slop > WIDEST_SLOP) {
                throw new BadTextQueryException("The words of a phrase may be at most " + WIDEST_SLOP + " apart.");
            }
            return super.getFieldQuery(field, words, slop);
        }

        @Override
        protected Query getPrefixQuery(String field, String start) throws ParseException {
            count(1);
            String word = Words.of(start).key();
            if (!word.isEmpty() && word.codePoints().allMatch(Words::isHan)) {
                // What Chinese words begin with is found as a phrase.
                return getFieldQuery(field, start, true);
            }
            if (!ONE_WORD.matcher(word).matches()
                    || word.length() < FEWEST_LETTERS_OF_PREFIX
                    || word.length() > MOST_LETTERS) {
                throw notOffered(
                        "The star of " + shown(start) + "*",
                        "It may end a word of letters alone or digits alone, after the first "
                                + FEWEST_LETTERS_OF_PREFIX + ".");
            }
            return new PrefixQuery(new Term(WordIndex.FIELD, word));
        }

        @Override
        protected Query getWildcardQuery(String field, String pattern) {
            throw notOffered(
                    "The pattern " + shown(pattern), "A star may stand at the end of a word, and nowhere else.");
        }

        @Override
        protected Query getRegexpQuery(String field, String expression) {
            throw notOffered("A regular expression", "A star may stand at the end of a word.");
        }

        @Override
        protected Query getRangeQuery(String field, String from, String to, boolean withFrom, boolean withTo) {
            throw notOffered("A range", "Ask for the words, and filter in SPARQL.");
        }

        @Override
        protected Query getFuzzyQuery(String field, String similar, float edits) {
            count(TERMS_OF_FUZZY);
            String word = Words.of(similar).key();
            if (edits > MOST_EDITS || edits != Math.rint(edits) || !ONE_WORD.matcher(word).matches()
                    || word.length() < FEWEST_LETTERS_OF_FUZZY || word.length() > MOST_LETTERS) {
                throw notOffered(
                        "The search for what is like " + shown(similar),
                        "It may be one word of " + FEWEST_LETTERS_OF_FUZZY
                                + " or more letters with ~1 or ~2 behind it.");
            }
            return new FuzzyQuery(new Term(WordIndex.FIELD, word), (int) edits, 1, MOST_FUZZY_FORMS, true);
        }
    }
}
