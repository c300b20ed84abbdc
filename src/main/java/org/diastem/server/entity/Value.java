// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What stands on a page as the value of a fact. In all of them a language is empty where it is that of the page. */
public sealed interface Value {
    /** A text of the data; a block keeps its line breaks. */
    record Text(String text, String language, boolean block) implements Value {
        public Text {
            Objects.requireNonNull(text);
            Objects.requireNonNull(language);
        }
    }

    /**
     * A thing by its name, with where the name leads.
     *
     * @param target behind the address of this server if it is ours, otherwise a whole address; empty if the name leads
     *     nowhere
     * @param code by which others know it, beside its name; may be empty
     */
    record Mention(String label, String language, String target, boolean ours, String code) implements Value {
        public Mention {
            Objects.requireNonNull(label);
            Objects.requireNonNull(language);
            Objects.requireNonNull(target);
            Objects.requireNonNull(code);
        }
    }

    /** Something without a name of its own, told by its facts. */
    record Parts(List<Fact> facts) implements Value {
        public Parts {
            facts = List.copyOf(facts);
        }
    }

    /** A list whose order counts. */
    record Listed(List<Value> members) implements Value {
        public Listed {
            members = List.copyOf(members);
        }
    }

    /** A class expression in Manchester syntax. */
    record Expression(List<Piece> pieces) implements Value {
        public Expression {
            pieces = List.copyOf(pieces);
        }

        /** The same with a keyword before it. */
        Expression after(String word) {
            List<Piece> longer = new ArrayList<>(List.of(new Piece(word, null)));
            longer.addAll(pieces);
            return new Expression(longer);
        }
    }

    /** A piece of an expression: a keyword or bracket, or a term, of which the other is null. */
    record Piece(String word, Mention term) {}
}
