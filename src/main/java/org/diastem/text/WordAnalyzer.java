// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import java.io.Reader;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Tells words apart, the same way in every language, since our Chinese texts are full of Latin names. Latin words are
 * cut at hyphens and between letters and digits, so that IL-10, IL10 and il‑10 are one name and IL-1 is another; Greek
 * letters count as their names. A Chinese character is a word of its own: what is written together must be found
 * together, so a Chinese word is a phrase of its characters, and no dictionary has to know it.
 */
final class WordAnalyzer extends Analyzer {
    /** What becomes of an English word. */
    enum Forms {
        /** As it is written. */
        WRITTEN,
        /** Its stem. */
        STEM,
        /** Both at the same place: the written form tells apart what the stem does not. */
        BOTH
    }

    private static final int PARTS = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
            | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS
            | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;
    private static final String GREEK = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi "
            + "omicron pi rho sigma sigma tau upsilon phi chi psi omega";
    private static final NormalizeCharMap CHARACTERS = characters();

    private final Forms forms;

    WordAnalyzer(Forms forms) {
        this.forms = forms;
    }

    private static NormalizeCharMap characters() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        char letter = 'α';
        for (String name : GREEK.split(" ")) {
            String lower = String.valueOf(letter);
            map.add(lower, ' ' + name + ' ');
            String upper = lower.toUpperCase(Locale.ROOT);
            // Both forms of the small sigma have one capital.
            if (letter != 'ς') {
                map.add(upper, ' ' + name + ' ');
            }
            letter++;
        }
        map.add("µ", " mu ");
        for (char full = '\uFF01'; full <= '\uFF5E'; full++) {
            map.add(String.valueOf(full), String.valueOf((char) (full - '\uFF01' + '!')));
        }
        for (char hyphen : "\u00AD\u2010\u2011\u2012\u2013\u2014\u2015\u2212".toCharArray()) {
            map.add(String.valueOf(hyphen), "-");
        }
        map.add("_", "-");
        return map.build();
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(CHARACTERS, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream words = new WordDelimiterGraphFilter(tokenizer, PARTS, null);
        words = new ASCIIFoldingFilter(new LowerCaseFilter(words));
        if (forms == Forms.BOTH) {
            words = new KeywordRepeatFilter(words);
        }
        if (forms != Forms.WRITTEN) {
            words = new PorterStemFilter(words);
        }
        if (forms == Forms.BOTH) {
            words = new RemoveDuplicatesTokenFilter(words);
        }
        return new TokenStreamComponents(tokenizer, words);
    }
}
