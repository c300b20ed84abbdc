// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The words of a text, put together again in one way of writing: words of letters or digits with a space between them,
 * Chinese characters without.
 *
 * @param key the normal form; equal for texts that differ in case, width, hyphens and spaces alone
 * @param starts for each UTF-16 unit of the key, where it begins in the text
 * @param ends for each UTF-16 unit of the key, where it ends in the text
 */
public record Words(String key, int[] starts, int[] ends) {
    private static final int LONGEST_GREEK = " epsilon".length();
    private static final Analyzer WRITTEN = new WordAnalyzer(WordAnalyzer.Forms.WRITTEN);
    private static final Analyzer STEMS = new WordAnalyzer(WordAnalyzer.Forms.STEM);

    /** As written. */
    public static Words of(String text) {
        return of(text, WRITTEN);
    }

    /** With English words cut down to their stems. */
    public static Words stemsOf(String text) {
        return of(text, STEMS);
    }

    private static Words of(String text, Analyzer analyzer) {
        StringBuilder key = new StringBuilder();
        // A Greek letter becomes a word, and a space may come before each word.
        int[] starts = new int[text.length() * LONGEST_GREEK];
        int[] ends = new int[starts.length];
        try (TokenStream words = analyzer.tokenStream("", text)) {
            CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                int start = offset.startOffset();
                int end = offset.endOffset();
                boolean joins = key.length() == 0
                        || isHan(key.codePointBefore(key.length())) && isHan(Character.codePointAt(term, 0));
                if (!joins) {
                    starts[key.length()] = start;
                    ends[key.length()] = start;
                    key.append(' ');
                }
                boolean sameLength = term.length() == end - start;
                for (int i = 0; i < term.length(); i++) {
                    starts[key.length()] = sameLength ? start + i : start;
                    ends[key.length()] = sameLength ? start + i + 1 : end;
                    key.append(term.charAt(i));
                }
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return new Words(key.toString(), starts, ends);
    }

    /** Whether a character is one of Chinese writing. */
    public static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    /** Whether the text is one Chinese character and nothing else. */
    public boolean isSingleHan() {
        return key.codePointCount(0, key.length()) == 1 && isHan(key.codePointAt(0));
    }

    /** Whether the text is an English word that is in nearly every sentence. */
    public boolean isStopWord() {
        return EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(key);
    }

    /** Whether a word of a key begins at that place; each Chinese character does. */
    public static boolean beginsWord(String key, int at) {
        return at == 0
                || at >= key.length()
                || key.charAt(at - 1) == ' '
                || key.charAt(at) == ' '
                || isHan(key.codePointAt(at))
                || isHan(key.codePointBefore(at));
    }
}
