// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.diastem.index.GraphView;
import org.diastem.index.Scan;

/**
 * A property path over a graph, in ids (SPARQL 1.1, section 9). Alternatives and sequences give an end as often as there
 * are ways to it, the others once. For one thread.
 */
abstract class IdPath {
    private static final int BETWEEN_CHECKS = 1 << 12;

    /** A list of ids that grows. */
    static final class Ids {
        private int[] ids = new int[8];
        private int size;

        int[] ids() {
            return ids;
        }

        int size() {
            return size;
        }

        void add(int id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
            }
            ids[size++] = id;
        }
    }

    /** The ends of the path from a term, or its beginnings if it is followed backwards. */
    final Ids ends(int id, boolean backwards) {
        Ids found = new Ids();
        follow(id, backwards, found);
        return found;
    }

    /** Adds the ends of the path to what was found. */
    abstract void follow(int id, boolean backwards, Ids found);

    /** Whether a term is an end of its own path, whatever the graph. */
    abstract boolean canBeEmpty();

    /** Adds the terms that the path, not being empty, may begin at, or end at if it is followed backwards. */
    abstract void beginnings(boolean backwards, Ids found);

    /** The terms that the path may begin at if neither end is known, each once; some of them may lead nowhere. */
    final Ids starts(GraphView view, Watch watch) {
        Ids found = new Ids();
        if (canBeEmpty()) {
            everything(view, watch, found);
        } else {
            beginnings(false, found);
        }
        return distinct(found, watch);
    }

    private static void everything(GraphView view, Watch watch, Ids found) {
        BitSet terms = new BitSet();
        Scan scan = new Scan();
        scan.open(view, 0, -1, 0);
        for (int looked = 1; scan.next(); looked++) {
            if (looked % BETWEEN_CHECKS == 0) {
                watch.check();
            }
            terms.set(scan.subject());
            terms.set(scan.object());
        }
        terms.stream().forEach(found::add);
    }

    private static Ids distinct(Ids all, Watch watch) {
        Ids distinct = new Ids();
        HashTable seen = new HashTable(1);
        for (int i = 0; i < all.size; i++) {
            if ((i + 1) % BETWEEN_CHECKS == 0) {
                watch.check();
            }
            addNew(all.ids[i], seen, distinct);
        }
        return distinct;
    }

    private static boolean addNew(int id, HashTable seen, Ids found) {
        boolean isNew = seen.addOne(id);
        if (isNew) {
            found.add(id);
        }
        return isNew;
    }

    /** Whether this can follow a path. */
    static boolean canFollow(Path path) {
        if (path instanceof P_Inverse || path instanceof P_ZeroOrOne || path instanceof P_ZeroOrMore1
                || path instanceof P_OneOrMore1) {
            return canFollow(((P_Path1) path).getSubPath());
        }
        if (path instanceof P_Seq || path instanceof P_Alt) {
            return canFollow(((P_Path2) path).getLeft()) && canFollow(((P_Path2) path).getRight());
        }
        return path instanceof P_Link || path instanceof P_ReverseLink;
    }

    /**
     * The path in ids.
     *
     * @param session knows the predicates
     * @throws IllegalArgumentException if this cannot follow it
     */
    static IdPath of(Path path, GraphView view, Session session) {
        if (path instanceof P_Link link) {
            return new Link(view, number(link.getNode(), view, session), false, session.watch());
        }
        if (path instanceof P_ReverseLink link) {
            return new Link(view, number(link.getNode(), view, session), true, session.watch());
        }
        if (path instanceof P_Inverse inverse) {
            return new Inverse(of(inverse.getSubPath(), view, session));
        }
        if (path instanceof P_Seq both) {
            return new Sequence(of(both.getLeft(), view, session), of(both.getRight(), view, session));
        }
        if (path instanceof P_Alt both) {
            return new Alternative(of(both.getLeft(), view, session), of(both.getRight(), view, session));
        }
        if (path instanceof P_ZeroOrOne once) {
            return new Repeated(of(once.getSubPath(), view, session), true, false, session.watch());
        }
        if (path instanceof P_ZeroOrMore1 more) {
            return new Repeated(of(more.getSubPath(), view, session), true, true, session.watch());
        }
        if (path instanceof P_OneOrMore1 more) {
            return new Repeated(of(more.getSubPath(), view, session), false, true, session.watch());
        }
        throw new IllegalArgumentException("cannot follow " + path);
    }

    private static int number(Node predicate, GraphView view, Session session) {
        int id = session.terms().id(predicate);
        return id == 0 ? -1 : view.predicateNumber(id);
    }

    private static final class Link extends IdPath {
        private final GraphView view;
        private final int predicate;
        private final boolean isReversed;
        private final Watch watch;
        private final Scan scan = new Scan();
        /** Triples and look-ups; every loop of a path goes on by these. */
        private int looked;

        Link(GraphView view, int predicate, boolean isReversed, Watch watch) {
            this.view = view;
            this.predicate = predicate;
            this.isReversed = isReversed;
            this.watch = watch;
        }

        private void look() {
            if (++looked % BETWEEN_CHECKS == 0) {
                watch.check();
            }
        }

        @Override
        void follow(int id, boolean backwards, Ids found) {
            look();
            if (id <= 0 || predicate < 0) {
                return;
            }
            boolean toSubjects = backwards != isReversed;
            scan.open(view, toSubjects ? 0 : id, predicate, toSubjects ? id : 0);
            while (scan.next()) {
                look();
                found.add(toSubjects ? scan.subject() : scan.object());
            }
        }

        @Override
        boolean canBeEmpty() {
            return false;
        }

        @Override
        void beginnings(boolean backwards, Ids found) {
            if (predicate < 0) {
                return;
            }
            int last = 0;
            scan.open(view, 0, predicate, 0);
            while (scan.next()) {
                look();
                int id = backwards != isReversed ? scan.object() : scan.subject();
                if (id != last) {
                    found.add(id);
                    last = id;
                }
            }
        }
    }

    private static final class Inverse extends IdPath {
        private final IdPath path;

        Inverse(IdPath path) {
            this.path = path;
        }

        @Override
        void follow(int id, boolean backwards, Ids found) {
            path.follow(id, !backwards, found);
        }

        @Override
        boolean canBeEmpty() {
            return path.canBeEmpty();
        }

        @Override
        void beginnings(boolean backwards, Ids found) {
            path.beginnings(!backwards, found);
        }
    }

    private static final class Sequence extends IdPath {
        private final IdPath left;
        private final IdPath right;

        Sequence(IdPath left, IdPath right) {
            this.left = left;
            this.right = right;
        }

        @Override
        void follow(int id, boolean backwards, Ids found) {
            Ids between = (backwards ? right : left).ends(id, backwards);
            for (int i = 0; i < between.size; i++) {
                (backwards ? left : right).follow(between.ids[i], backwards, found);
            }
        }

        @Override
        boolean canBeEmpty() {
            return left.canBeEmpty() && right.canBeEmpty();
        }

        @Override
        void beginnings(boolean backwards, Ids found) {
            IdPath first = backwards ? right : left;
            first.beginnings(backwards, found);
            if (first.canBeEmpty()) {
                (backwards ? left : right).beginnings(backwards, found);
            }
        }
    }

    private static final class Alternative extends IdPath {
        private final IdPath left;
        private final IdPath right;

        Alternative(IdPath left, IdPath right) {
            this.left = left;
            this.right = right;
        }

        @Override
        void follow(int id, boolean backwards, Ids found) {
            left.follow(id, backwards, found);
            right.follow(id, backwards, found);
        }

        @Override
        boolean canBeEmpty() {
            return left.canBeEmpty() || right.canBeEmpty();
        }

        @Override
        void beginnings(boolean backwards, Ids found) {
            left.beginnings(backwards, found);
            right.beginnings(backwards, found);
        }
    }

    /** A path taken any number of times, or at most once; each end once. */
    private static final class Repeated extends IdPath {
        private final IdPath step;
        private final boolean fromZero;
        private final boolean manyTimes;
        private final Watch watch;
        /** One step further; a path within this path has its own. */
        private final Ids next = new Ids();

        Repeated(IdPath step, boolean fromZero, boolean manyTimes, Watch watch) {
            this.step = step;
            this.fromZero = fromZero;
            this.manyTimes = manyTimes;
            this.watch = watch;
        }

        @Override
        void follow(int id, boolean backwards, Ids found) {
            HashTable seen = new HashTable(1);
            Ids reached = new Ids();
            if (fromZero) {
                addNew(id, seen, reached);
            }
            addNext(id, backwards, seen, reached);
            for (int i = fromZero ? 1 : 0; manyTimes && i < reached.size; i++) {
                addNext(reached.ids[i], backwards, seen, reached);
                watch.check();
            }
            for (int i = 0; i < reached.size; i++) {
                found.add(reached.ids[i]);
            }
        }

        private void addNext(int id, boolean backwards, HashTable seen, Ids reached) {
            next.size = 0;
            step.follow(id, backwards, next);
            for (int i = 0; i < next.size; i++) {
                addNew(next.ids[i], seen, reached);
            }
        }

        @Override
        boolean canBeEmpty() {
            return fromZero || step.canBeEmpty();
        }

        @Override
        void beginnings(boolean backwards, Ids found) {
            step.beginnings(backwards, found);
        }
    }
}
