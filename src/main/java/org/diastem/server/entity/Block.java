// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.List;
import java.util.Objects;
import org.diastem.path.Strength;
import org.diastem.server.page.ClaimTable;

/** A part of the page of a thing. */
public sealed interface Block {
    /** Facts under a title, which may be empty. */
    record Facts(String title, List<Fact> facts) implements Block {
        public Facts {
            Objects.requireNonNull(title);
            facts = List.copyOf(facts);
        }
    }

    /**
     * Claims, some of them folded away.
     *
     * @param note said before them; may be empty
     * @param query that gives them all; may be empty
     */
    record Claims(String title, String note, List<Group> groups, String query) implements Block {
        public Claims {
            Objects.requireNonNull(title);
            Objects.requireNonNull(note);
            groups = List.copyOf(groups);
            Objects.requireNonNull(query);
        }

        public int count() {
            return groups.stream().mapToInt(Group::count).sum();
        }
    }

    /**
     * Claims that belong together.
     *
     * @param title may be empty
     * @param target of the title, behind the address of the server; may be empty
     * @param count of all, of which some may not be on the page
     */
    record Group(String title, String target, List<ClaimTable.Row> shown, List<ClaimTable.Row> folded, int count) {
        public Group {
            Objects.requireNonNull(title);
            Objects.requireNonNull(target);
            shown = List.copyOf(shown);
            folded = List.copyOf(folded);
        }

        public int left() {
            return count - shown.size() - folded.size();
        }
    }

    /** Evidence lines by the side on which they stand. */
    record Sides(
            String title, List<EvidenceCard> supporting, List<EvidenceCard> disputing, List<EvidenceCard> background)
            implements Block {
        public Sides {
            Objects.requireNonNull(title);
            supporting = List.copyOf(supporting);
            disputing = List.copyOf(disputing);
            background = List.copyOf(background);
        }
    }

    /** In what evidence lines of both sides differ. */
    record Differences(List<Disagreement> pairs) implements Block {
        public Differences {
            pairs = List.copyOf(pairs);
        }
    }

    /** Two evidence lines, and what is coded of each where they differ. */
    record Disagreement(Value.Mention self, Value.Mention one, Value.Mention other, List<Difference> rows) {
        public Disagreement {
            Objects.requireNonNull(self);
            Objects.requireNonNull(one);
            Objects.requireNonNull(other);
            rows = List.copyOf(rows);
        }
    }

    /** A dimension in which two lines differ. */
    record Difference(String name, List<Value> one, List<Value> other) {
        public Difference {
            Objects.requireNonNull(name);
            one = List.copyOf(one);
            other = List.copyOf(other);
        }
    }

    /** What leads to the thing. */
    record Links(String title, List<LinkGroup> groups) implements Block {
        public Links {
            Objects.requireNonNull(title);
            groups = List.copyOf(groups);
        }
    }

    /**
     * What leads to a thing by one property.
     *
     * @param query that gives all; may be empty
     */
    record LinkGroup(Fact name, int count, List<Value.Mention> shown, List<Value.Mention> folded, String query) {
        public LinkGroup {
            Objects.requireNonNull(name);
            shown = List.copyOf(shown);
            folded = List.copyOf(folded);
            Objects.requireNonNull(query);
        }
    }

    /** A text for machines. */
    record Code(String title, String text, String target) implements Block {
        public Code {
            Objects.requireNonNull(title);
            Objects.requireNonNull(text);
            Objects.requireNonNull(target);
        }
    }

    /** A table whose first column names the rows. */
    record Table(String title, List<String> heads, List<List<Value>> rows) implements Block {
        public Table {
            Objects.requireNonNull(title);
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Where a term stands among others.
     *
     * @param paths from a root down to the parents
     */
    record Hierarchy(String title, List<List<Value.Mention>> paths, int pathsLeft, List<Child> children)
            implements Block {
        public Hierarchy {
            Objects.requireNonNull(title);
            paths = paths.stream().map(List::copyOf).toList();
            children = List.copyOf(children);
        }
    }

    /** A term below another, with how many terms are below it and how many claims speak of it or of these. */
    record Child(Value.Mention term, int below, int claims, List<Child> children) {
        public Child {
            Objects.requireNonNull(term);
            children = List.copyOf(children);
        }
    }

    /** What the evidence for a number of claims amounts to. */
    record Summary(String title, int claims, List<Level> levels, int contested, int supporting, int disputing)
            implements Block {
        public Summary {
            Objects.requireNonNull(title);
            levels = List.copyOf(levels);
        }
    }

    /** How many claims have their strongest evidence there. */
    record Level(Strength strength, int claims) {
        public Level {
            Objects.requireNonNull(strength);
        }
    }

    /** A picture of what is claimed of a term. */
    record Around(String title, Neighbourhood picture) implements Block {
        public Around {
            Objects.requireNonNull(title);
            Objects.requireNonNull(picture);
        }
    }

    /** The expression that defines a term. */
    record Definition(String title, List<Value.Expression> expressions) implements Block {
        public Definition {
            Objects.requireNonNull(title);
            expressions = List.copyOf(expressions);
        }
    }

}
