// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpDistinctReduced;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpModifier;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.diastem.engine.ScanStep.Part;
import org.diastem.index.GraphView;
import org.diastem.index.IndexDataset;
import org.diastem.index.IndexGraph;

/**
 * Makes a plan of steps of an algebra expression. Patterns, paths and filters that follow each other are one group, whose
 * order is chosen by counts; what is none of ours becomes a step that ARQ runs.
 */
final class Planner {
    private static final int MOST_GRAPHS = 64;

    private final IdExecutor executor;
    private final ExecutionContext context;
    private final Session session;
    private final GraphView view;
    private final Slots slots;
    private final RowTests tests;

    private Planner(IdExecutor executor, ExecutionContext context, Session session, GraphView view, Slots slots) {
        this.executor = executor;
        this.context = context;
        this.session = session;
        this.view = view;
        this.slots = slots;
        this.tests = new RowTests(session, slots, context);
    }

    /** Whether an input is one row that binds nothing. */
    static boolean isRoot(QueryIterator input) {
        return input instanceof QueryIterRoot && input.isJoinIdentity();
    }

    /**
     * Whether an expression is planned here; if not, ARQ runs it, and what is below it comes here again.
     *
     * @param isRoot whether it begins with one row that binds nothing
     */
    static boolean isNative(Op op, boolean isRoot) {
        if (op instanceof OpBGP bgp) {
            return bgp.getPattern().getList().stream().allMatch(Planner::isPlain);
        }
        if (op instanceof OpTriple triple) {
            return isPlain(triple.getTriple());
        }
        if (op instanceof OpPath path) {
            return IdPath.canFollow(path.getTriplePath().getPath());
        }
        if (op instanceof OpConditional optional) {
            return streams(optional.getRight());
        }
        if (op instanceof OpUnion union) {
            return streams(union.getLeft()) && streams(union.getRight()) || isRoot;
        }
        if (op instanceof OpDisjunction union) {
            return union.getElements().stream().allMatch(Planner::streams) || isRoot;
        }
        if (op instanceof OpModifier || op instanceof OpGroup) {
            return isRoot && (op instanceof OpGroup
                    || op instanceof OpProject
                    || op instanceof OpDistinctReduced
                    || op instanceof OpOrder
                    || op instanceof OpTopN
                    || op instanceof OpSlice);
        }
        return op instanceof OpSequence
                || op instanceof OpFilter
                || op instanceof OpExtendAssign
                || op instanceof OpTable
                || op instanceof OpJoin
                || op instanceof OpLeftJoin
                || op instanceof OpMinus
                || op instanceof OpNull
                || op instanceof OpGraph graph && (streams(graph.getSubOp()) || isRoot);
    }

    /** A pattern within a pattern is for ARQ. */
    private static boolean isPlain(Triple triple) {
        return isPlain(triple.getSubject()) && isPlain(triple.getPredicate()) && isPlain(triple.getObject());
    }

    private static boolean isPlain(Node node) {
        return node.isConcrete() || Var.isVar(node);
    }

    /** Whether an expression gives its rows for each row before it, whatever the other rows are. */
    private static boolean streams(Op op) {
        if (op instanceof OpSequence sequence) {
            return sequence.getElements().stream().allMatch(Planner::streams);
        }
        if (op instanceof OpFilter filter) {
            return streams(filter.getSubOp());
        }
        if (op instanceof OpExtendAssign extend) {
            return streams(extend.getSubOp());
        }
        if (op instanceof OpConditional optional) {
            return streams(optional.getLeft()) && streams(optional.getRight());
        }
        if (op instanceof OpUnion union) {
            return streams(union.getLeft()) && streams(union.getRight());
        }
        if (op instanceof OpDisjunction union) {
            return union.getElements().stream().allMatch(Planner::streams);
        }
        if (op instanceof OpJoin join) {
            return streams(join.getLeft());
        }
        if (op instanceof OpLeftJoin join) {
            return streams(join.getLeft());
        }
        if (op instanceof OpMinus minus) {
            return streams(minus.getLeft());
        }
        if (op instanceof OpGraph graph) {
            return streams(graph.getSubOp());
        }
        if (op instanceof OpPropFunc function) {
            return streams(function.getSubOp());
        }
        return op instanceof OpBGP
                || op instanceof OpTriple
                || op instanceof OpPath
                || op instanceof OpTable
                || op instanceof OpService
                || op instanceof OpNull;
    }

    /** Runs an expression for an input. */
    static QueryIterator run(
            Op op,
            QueryIterator input,
            IdExecutor executor,
            ExecutionContext context,
            Session session,
            GraphView view) {
        Slots slots = new Slots();
        Planner planner = new Planner(executor, context, session, view, slots);
        if (isRoot(input)) {
            input.close();
            Plan plan = planner.plan(op, Plan.unit());
            return planner.iterator(plan, -1, number -> null);
        }
        QueryIterPeek some = QueryIterPeek.create(input, context);
        Binding first = some.peek();
        if (first == null) {
            some.close();
            return QueryIterNullIterator.create(context);
        }
        BitSet bound = new BitSet();
        BitSet likely = new BitSet();
        for (Var variable : planner.mentioned(op)) {
            int slot = slots.of(variable);
            bound.set(slot);
            likely.set(slot, first.contains(variable));
        }
        int origin = slots.hidden();
        InputStep rows = new InputStep(some, session, slots, bound.stream().toArray(), origin);
        bound.set(origin);
        BitSet always = new BitSet();
        always.set(origin);
        Plan plan = planner.plan(op, new Plan(rows, bound, always, likely, false));
        return planner.iterator(plan, origin, rows::origin);
    }

    private Set<Var> mentioned(Op op) {
        Set<Var> mentioned = new HashSet<>(OpVars.mentionedVars(op));
        mentioned.addAll(OpVars.visibleVars(op));
        return mentioned;
    }

    private QueryIterator iterator(Plan plan, int origin, IntFunction<Binding> origins) {
        RowView rows = RowView.of(session, slots, plan.slots());
        return QueryIterPlainWrapper.create(new RowsIterator(plan.step(), rows, origin, origins), context);
    }

    private Plan plan(Op op, Plan in) {
        if (!isNative(op, in.isUnit())) {
            return foreign(op, in);
        }
        if (op instanceof OpBGP || op instanceof OpTriple || op instanceof OpPath || op instanceof OpSequence
                || op instanceof OpFilter) {
            return group(op, in);
        }
        if (op instanceof OpExtend extend) {
            return extend(extend.getVarExprList(), plan(extend.getSubOp(), in));
        }
        if (op instanceof OpAssign assign) {
            return extend(assign.getVarExprList(), plan(assign.getSubOp(), in));
        }
        if (op instanceof OpTable table) {
            return table(table, in);
        }
        if (op instanceof OpConditional optional) {
            return optional(optional, in);
        }
        if (op instanceof OpUnion union) {
            List<Op> branches = new ArrayList<>();
            flatten(union, branches);
            return union(branches, in);
        }
        if (op instanceof OpDisjunction union) {
            return union(union.getElements(), in);
        }
        if (op instanceof OpJoin join) {
            Plan left = plan(join.getLeft(), in);
            return join(JoinStep.Kind.INNER, left, plan(join.getRight(), Plan.unit()), List.of(), left.bound());
        }
        if (op instanceof OpLeftJoin join) {
            List<Expr> conditions = join.getExprs() == null ? List.of() : join.getExprs().getList();
            Plan left = plan(join.getLeft(), in);
            return join(
                    JoinStep.Kind.OPTIONAL, left, plan(join.getRight(), Plan.unit()), conditions, left.bound());
        }
        if (op instanceof OpMinus minus) {
            // What the rows bring from before does not count as shared.
            BitSet own = new BitSet();
            OpVars.visibleVars(minus.getLeft()).forEach(variable -> own.set(slots.of(variable)));
            return join(
                    JoinStep.Kind.MINUS, plan(minus.getLeft(), in), plan(minus.getRight(), Plan.unit()), List.of(), own);
        }
        if (op instanceof OpGraph graph) {
            return graph(graph, in);
        }
        if (op instanceof OpNull) {
            return in.with(new EmptyStep(in.step()));
        }
        return modifier(op, in);
    }

    private Plan modifier(Op op, Plan in) {
        if (op instanceof OpProject project) {
            Plan sub = plan(project.getSubOp(), in);
            BitSet seen = new BitSet();
            project.getVars().forEach(variable -> seen.set(slots.of(variable)));
            return new Plan(
                    sub.step(), both(sub.bound(), seen), both(sub.always(), seen), both(sub.likely(), seen), false);
        }
        if (op instanceof OpDistinctReduced distinct) {
            Plan sub = plan(distinct.getSubOp(), in);
            return sub.with(new DistinctStep(sub.step(), sub.slots(), session.watch()));
        }
        if (op instanceof OpSlice slice) {
            Plan sub = plan(slice.getSubOp(), in);
            long start = slice.getStart() == Query.NOLIMIT ? 0 : slice.getStart();
            long length = slice.getLength() == Query.NOLIMIT ? -1 : slice.getLength();
            return sub.with(new SliceStep(sub.step(), sub.slots(), start, length, session.watch()));
        }
        if (op instanceof OpOrder order) {
            return sort(order.getConditions(), -1, plan(order.getSubOp(), in));
        }
        if (op instanceof OpTopN top) {
            return sort(top.getConditions(), top.getLimit(), plan(top.getSubOp(), in));
        }
        return aggregate((OpGroup) op, in);
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet common = (BitSet) one.clone();
        common.and(other);
        return common;
    }

    private static BitSet either(BitSet one, BitSet other) {
        BitSet all = (BitSet) one.clone();
        all.or(other);
        return all;
    }

    // Groups of patterns

    private Plan group(Op op, Plan in) {
        List<Op> members = new ArrayList<>();
        flattenGroup(op, members);
        Plan plan = in;
        List<Pattern> patterns = new ArrayList<>();
        List<Expr> filters = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Op member = members.get(i);
            if (member instanceof OpFilter filter) {
                if (!filter.getExprs().getList().stream().allMatch(RowTests::isMovable)
                        || looksAhead(filter, patterns, plan, members.subList(i + 1, members.size()))) {
                    plan = patternsOnce(patterns, filters, plan);
                    for (Expr expression : filter.getExprs()) {
                        plan = filter(expression, plan);
                    }
                } else {
                    filters.addAll(filter.getExprs().getList());
                }
            } else if (member instanceof OpBGP bgp && isNative(bgp, false)) {
                for (Triple triple : bgp.getPattern()) {
                    patterns.add(Pattern.ofTriple(
                            part(triple.getSubject()), part(triple.getPredicate()), part(triple.getObject()), view));
                }
            } else if (member instanceof OpPath path && isNative(path, false)) {
                TriplePath triple = path.getTriplePath();
                Pattern made =
                        Pattern.ofPath(end(triple.getSubject()), triple.getPath(), end(triple.getObject()));
                if (isStranger(made.subject()) || isStranger(made.object())) {
                    plan = patterns(List.of(made), List.of(), patternsOnce(patterns, filters, plan));
                } else {
                    patterns.add(made);
                }
            } else {
                plan = plan(member, patternsOnce(patterns, filters, plan));
            }
        }
        return patternsOnce(patterns, filters, plan);
    }

    /**
     * Whether a filter is about variables that what follows it may be the first to bind: it must not see them, so it is not
     * to be moved, nor anything before it.
     */
    private boolean looksAhead(OpFilter filter, List<Pattern> before, Plan plan, List<Op> after) {
        BitSet seen = (BitSet) plan.always().clone();
        for (Pattern pattern : before) {
            for (int slot : pattern.slots()) {
                seen.set(slot);
            }
        }
        Set<Integer> ahead = new HashSet<>();
        for (Expr expression : filter.getExprs()) {
            for (Var variable : variables(expression)) {
                if (!seen.get(slots.of(variable))) {
                    ahead.add(slots.of(variable));
                }
            }
        }
        return !ahead.isEmpty() && after.stream()
                .filter(op -> !(op instanceof OpFilter))
                .flatMap(op -> mentioned(op).stream())
                .anyMatch(variable -> ahead.contains(slots.of(variable)));
    }

    /**
     * Whether an end of a path is a term that the graph does not have. It may be its own other end, where a variable that
     * is open could not be it, so that it matters what comes first.
     */
    private boolean isStranger(Part part) {
        return !part.isVariable()
                && (part.id() < 0 || !view.contains(part.id(), -1, 0) && !view.contains(0, -1, part.id()));
    }

    /** Filters follow what they filter; other filters of the same group may have moved before it by then. */
    private static void flattenGroup(Op op, List<Op> members) {
        if (op instanceof OpSequence sequence) {
            sequence.getElements().forEach(element -> flattenGroup(element, members));
        } else if (op instanceof OpFilter filter) {
            flattenGroup(filter.getSubOp(), members);
            members.add(filter);
        } else if (op instanceof OpTriple triple) {
            flattenGroup(triple.asBGP(), members);
        } else {
            members.add(op);
        }
    }

    private Part part(Node node) {
        if (Var.isVar(node)) {
            return new Part(0, slots.of(Var.alloc(node)), false);
        }
        int id = session.terms().id(node);
        return new Part(id == 0 ? -1 : id, -1, false);
    }

    /** An end of a path, which may be its own other end even if the index does not have the term. */
    private Part end(Node node) {
        return Var.isVar(node) ? part(node) : new Part(session.id(node), -1, false);
    }

    private Plan patterns(List<Pattern> patterns, List<Expr> filters, Plan in) {
        if (patterns.isEmpty() && filters.isEmpty()) {
            return in;
        }
        List<Pattern> left = new ArrayList<>(new JoinOrder(view).of(patterns, in.likely()));
        List<Expr> waiting = new ArrayList<>(filters);
        Plan plan = filter(waiting, left, in);
        while (!left.isEmpty()) {
            plan = next(left, plan);
            plan = filter(waiting, left, plan);
        }
        return plan;
    }

    /** Joins the patterns and empties the lists. */
    private Plan patternsOnce(List<Pattern> patterns, List<Expr> filters, Plan in) {
        Plan plan = patterns(patterns, filters, in);
        patterns.clear();
        filters.clear();
        return plan;
    }

    /** Joins the next pattern, or several that have one and the same variable left open. */
    private Plan next(List<Pattern> left, Plan plan) {
        Pattern first = left.get(0);
        int open = runVariable(first, plan);
        if (open >= 0) {
            List<Pattern> together = left.stream().filter(each -> runVariable(each, plan) == open).toList();
            if (together.size() > 1) {
                left.removeAll(together);
                IntersectStep.Side[] sides = together.stream().map(each -> side(each, open, plan)).toArray(
                        IntersectStep.Side[]::new);
                return plan.with(
                        new IntersectStep(plan.step(), plan.slots(), view, sides, open, session.watch()), open);
            }
        }
        left.remove(0);
        Part subject = known(first.subject(), plan);
        Part object = known(first.object(), plan);
        if (first.path() instanceof P_Alt either && isOpen(first.subject(), plan) && isOpen(first.object(), plan)
                && first.subject().slot() != first.object().slot()
                && either.getLeft() instanceof P_Link one && either.getRight() instanceof P_Link other) {
            return alternatives(first, List.of(one.getNode(), other.getNode()), plan);
        }
        if (first.path() != null) {
            IdPath path = IdPath.of(first.path(), view, session);
            return plan.with(
                    new PathStep(plan.step(), passed(plan, first), path, view, subject, object, session.watch()),
                    first.slots());
        }
        Part predicate = known(first.predicate(), plan);
        return plan.with(
                new ScanStep(plan.step(), passed(plan, first), view, subject, predicate, object, session.watch()),
                first.slots());
    }

    /** One predicate or another between two variables that are open: all triples of the one, then of the other. */
    private Plan alternatives(Pattern pattern, List<Node> predicates, Plan plan) {
        List<UnionStep.Branch> branches = new ArrayList<>();
        for (Node predicate : predicates) {
            Plan fed = fed(plan);
            Step scan = new ScanStep(
                    fed.step(), plan.slots(), view, pattern.subject(), part(predicate), pattern.object(), session.watch());
            branches.add(new UnionStep.Branch((Feed) fed.step(), scan, new int[0]));
        }
        return plan.with(new UnionStep(plan.step(), branches), pattern.slots());
    }

    /** The slots of a plan, but for those that a pattern fills anew, with the same ids where they were bound. */
    private static int[] passed(Plan plan, Pattern pattern) {
        BitSet passed = (BitSet) plan.bound().clone();
        for (int slot : pattern.slots()) {
            passed.clear(slot);
        }
        return passed.stream().toArray();
    }

    private static Part known(Part part, Plan plan) {
        return part.isVariable() ? new Part(0, part.slot(), plan.bound().get(part.slot())) : part;
    }

    /** The slot of the only open variable of a pattern whose values are a sorted run, or -1. */
    private int runVariable(Pattern pattern, Plan plan) {
        if (pattern.path() != null || !view.hasRuns() || pattern.predicate().isVariable()
                || pattern.predicate().id() < 0 || view.predicateNumber(pattern.predicate().id()) < 0) {
            return -1;
        }
        if (isOpen(pattern.object(), plan) && isGiven(pattern.subject(), plan)) {
            return pattern.object().slot();
        }
        return isOpen(pattern.subject(), plan) && isGiven(pattern.object(), plan) ? pattern.subject().slot() : -1;
    }

    private static boolean isOpen(Part part, Plan plan) {
        return part.isVariable() && !plan.bound().get(part.slot());
    }

    private static boolean isGiven(Part part, Plan plan) {
        return part.isVariable() ? plan.always().get(part.slot()) : part.id() > 0;
    }

    private IntersectStep.Side side(Pattern pattern, int open, Plan plan) {
        boolean isObject = pattern.object().isVariable() && pattern.object().slot() == open;
        return new IntersectStep.Side(
                view.predicateNumber(pattern.predicate().id()),
                known(isObject ? pattern.subject() : pattern.object(), plan),
                isObject);
    }

    /** Applies the filters whose variables no pattern will bind any more. */
    private Plan filter(List<Expr> waiting, List<Pattern> left, Plan in) {
        BitSet toCome = new BitSet();
        for (Pattern pattern : left) {
            for (int slot : pattern.slots()) {
                toCome.set(slot, !in.always().get(slot));
            }
        }
        Plan plan = in;
        for (Iterator<Expr> it = waiting.iterator(); it.hasNext();) {
            Expr filter = it.next();
            BitSet needed = new BitSet();
            variables(filter).forEach(variable -> needed.set(slots.of(variable)));
            if (!needed.intersects(toCome)) {
                it.remove();
                plan = filter(filter, plan);
            }
        }
        return plan;
    }

    private Set<Var> variables(Expr filter) {
        Set<Var> variables = new HashSet<>(filter.getVarsMentioned());
        if (filter instanceof ExprFunctionOp pattern) {
            variables.addAll(mentioned(pattern.getGraphPattern()));
        } else if (RowTests.hasPattern(filter)) {
            // What is inside may need anything.
            for (int slot = 0; slot < slots.count(); slot++) {
                variables.add(slots.variable(slot));
            }
        }
        return variables;
    }

    private Plan filter(Expr filter, Plan in) {
        if (filter instanceof E_Exists exists && streams(exists.getGraphPattern())) {
            return match(MatchStep.Kind.EXISTS, exists.getGraphPattern(), in);
        }
        if (filter instanceof E_NotExists exists && streams(exists.getGraphPattern())) {
            return match(MatchStep.Kind.NOT_EXISTS, exists.getGraphPattern(), in);
        }
        return in.with(new FilterStep(in.step(), in.slots(), tests.of(filter, in.bound()), session.watch()));
    }

    // Parts that are run for the rows before them

    private Plan match(MatchStep.Kind kind, Op op, Plan in) {
        int number = slots.hidden();
        int[] passed = in.slots();
        Plan fed = fed(in, number);
        Plan part = plan(op, fed);
        BitSet added = (BitSet) part.bound().clone();
        added.andNot(in.bound());
        added.clear(number);
        Step step = new MatchStep(
                kind,
                in.step(),
                (Feed) fed.step(),
                part.step(),
                number,
                passed,
                added.stream().toArray(),
                session.watch());
        if (kind != MatchStep.Kind.OPTIONAL) {
            return in.with(step);
        }
        return new Plan(step, either(in.bound(), added), in.always(), either(in.likely(), added), false);
    }

    private Plan fed(Plan in, int... numbers) {
        Plan with = in.with(in.step(), numbers);
        return with.with(new Feed(with.slots()));
    }

    private Plan optional(OpConditional optional, Plan in) {
        return match(MatchStep.Kind.OPTIONAL, optional.getRight(), plan(optional.getLeft(), in));
    }

    private static void flatten(Op op, List<Op> branches) {
        if (op instanceof OpUnion union) {
            flatten(union.getLeft(), branches);
            flatten(union.getRight(), branches);
        } else {
            branches.add(op);
        }
    }

    private Plan union(List<Op> branches, Plan in) {
        List<Feed> feeds = new ArrayList<>();
        List<Plan> plans = new ArrayList<>();
        BitSet bound = (BitSet) in.bound().clone();
        BitSet likely = (BitSet) in.likely().clone();
        for (Op branch : branches) {
            Plan fed = fed(in);
            feeds.add((Feed) fed.step());
            // A subquery in a branch begins with the one row that there is.
            Plan begin = in.isUnit()
                    ? new Plan(fed.step(), fed.bound(), fed.always(), fed.likely(), true)
                    : fed;
            Plan plan = plan(branch, begin);
            plans.add(plan);
            bound.or(plan.bound());
            likely.or(plan.likely());
        }
        BitSet always = (BitSet) bound.clone();
        List<UnionStep.Branch> parts = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            always.and(plan.always());
            BitSet unbound = (BitSet) bound.clone();
            unbound.andNot(plan.bound());
            parts.add(new UnionStep.Branch(feeds.get(i), plan.step(), unbound.stream().toArray()));
        }
        return new Plan(new UnionStep(in.step(), parts), bound, always, likely, false);
    }

    private Plan graph(OpGraph op, Plan in) {
        Node name = op.getNode();
        if (!Var.isVar(name)) {
            DatasetGraph dataset = context.getDataset();
            if (!dataset.containsGraph(name)) {
                return in.with(new EmptyStep(in.step()));
            }
            Graph graph = dataset.getGraph(name);
            IndexGraph indexed = IdExecutor.indexed(graph);
            return indexed == null ? foreign(op, in) : in(graph, indexed).plan(op.getSubOp(), in);
        }
        IndexDataset dataset = IdExecutor.indexed(context.getDataset());
        if (dataset == null || dataset.index().named().size() > MOST_GRAPHS) {
            return foreign(op, in);
        }
        int slot = slots.of(Var.alloc(name));
        List<GraphStep.OfGraph> parts = new ArrayList<>();
        BitSet bound = (BitSet) in.bound().clone();
        BitSet likely = (BitSet) in.likely().clone();
        BitSet always = null;
        boolean partMayBind = false;
        for (Map.Entry<Integer, GraphView> each : dataset.index().named().entrySet()) {
            Graph graph = context.getDataset().getGraph(session.node(each.getKey()));
            Plan fed = fed(in);
            Plan begin = in.isUnit()
                    ? new Plan(fed.step(), fed.bound(), fed.always(), fed.likely(), true)
                    : fed;
            Plan part = in(graph, IdExecutor.indexed(graph)).plan(op.getSubOp(), begin);
            partMayBind |= part.bound().get(slot);
            bound.or(part.bound());
            likely.or(part.likely());
            always = always == null ? part.always() : both(always, part.always());
            parts.add(new GraphStep.OfGraph(each.getKey(), (Feed) fed.step(), part.step()));
        }
        if (always == null) {
            return in.with(new EmptyStep(in.step()));
        }
        Step step = new GraphStep(
                in.step(),
                parts,
                slot,
                in.bound().get(slot),
                partMayBind,
                in.slots(),
                either(bound, bitOf(slot)).stream().toArray());
        return new Plan(
                step, either(bound, bitOf(slot)), either(always, bitOf(slot)), either(likely, bitOf(slot)), false);
    }

    private static BitSet bitOf(int slot) {
        BitSet bit = new BitSet();
        bit.set(slot);
        return bit;
    }

    private Planner in(Graph graph, IndexGraph indexed) {
        ExecutionContext there = ExecutionContext.copyChangeActiveGraph(context, graph);
        return new Planner(executor, there, session, indexed.view(), slots);
    }

    // Tables and joins

    private Plan table(OpTable op, Plan in) {
        if (op.isJoinIdentity()) {
            return in;
        }
        List<Binding> rows = new ArrayList<>();
        op.getTable().rows().forEachRemaining(rows::add);
        int[] columns = op.getTable().getVars().stream().mapToInt(slots::of).toArray();
        Table table = new Table(columns);
        BitSet bound = new BitSet();
        BitSet always = new BitSet();
        for (int column : columns) {
            bound.set(column);
            always.set(column);
        }
        Rows row = new Rows();
        for (Binding each : rows) {
            for (int column : columns) {
                Node value = each.get(slots.variable(column));
                row.column(column)[0] = value == null ? 0 : session.id(value);
                if (value == null) {
                    always.clear(column);
                }
            }
            table.add(row, 0);
        }
        Plan values = new Plan(new TableStep(table), bound, always, bound, false);
        return in.isUnit() ? values : join(JoinStep.Kind.INNER, in, values, List.of(), in.bound());
    }

    /** @param common of which slots it matters whether both sides have them */
    private Plan join(JoinStep.Kind kind, Plan left, Plan right, List<Expr> conditions, BitSet common) {
        BitSet key = both(both(left.always(), right.always()), common);
        BitSet shared = both(both(left.bound(), right.bound()), common);
        shared.andNot(key);
        BitSet merged = either(left.bound(), right.bound());
        List<RowTest> tested = conditions.stream().map(each -> tests.of(each, merged)).toList();
        JoinStep.Sides sides = new JoinStep.Sides(
                left.slots(), right.slots(), key.stream().toArray(), shared.stream().toArray());
        Step step = new JoinStep(kind, left.step(), right.step(), sides, tested, session.watch());
        return switch (kind) {
            case INNER -> new Plan(
                    step, merged, either(left.always(), right.always()), either(left.likely(), right.likely()), false);
            case OPTIONAL -> new Plan(step, merged, left.always(), either(left.likely(), right.likely()), false);
            case MINUS -> left.with(step);
        };
    }

    // Values, groups, order

    private Plan extend(VarExprList assignments, Plan in) {
        Plan plan = in;
        for (Var variable : assignments.getVars()) {
            int slot = slots.of(variable);
            boolean mayBeBound = plan.bound().get(slot);
            IdExpression expression = expression(assignments.getExpr(variable), plan.bound());
            Step step = new ExtendStep(plan.step(), plan.slots(), slot, mayBeBound, expression, session);
            plan = new Plan(
                    step, either(plan.bound(), bitOf(slot)), plan.always(), either(plan.likely(), bitOf(slot)), false);
        }
        return plan;
    }

    private IdExpression expression(Expr expression, BitSet bound) {
        boolean needsAll = RowTests.hasPattern(expression);
        int[] seen = needsAll
                ? bound.stream().toArray()
                : expression.getVarsMentioned().stream().mapToInt(slots::of).filter(bound::get).toArray();
        int copied = expression.isVariable() && seen.length == 1 ? seen[0] : -1;
        return new IdExpression(session, expression, RowView.of(session, slots, seen), context, copied);
    }

    private Plan sort(List<SortCondition> conditions, long limit, Plan in) {
        List<SortStep.Condition> made = new ArrayList<>();
        BitSet kept = (BitSet) in.bound().clone();
        for (SortCondition condition : conditions) {
            Expr expression = condition.getExpression();
            boolean isDescending = condition.getDirection() == Query.ORDER_DESCENDING;
            if (expression.isVariable() && in.bound().get(slots.of(expression.asVar()))) {
                made.add(new SortStep.Condition(slots.of(expression.asVar()), null, isDescending));
            } else if (!expression.isVariable()) {
                int slot = slots.hidden();
                kept.set(slot);
                made.add(new SortStep.Condition(slot, expression(expression, in.bound()), isDescending));
            }
        }
        int[] byName = in.bound().stream()
                .filter(slot -> !slots.isHidden(slot))
                .boxed()
                .sorted(Comparator.comparing(slot -> slots.variable(slot).getName()))
                .mapToInt(Integer::intValue)
                .toArray();
        return in.with(new SortStep(in.step(), kept.stream().toArray(), made, byName, limit, session));
    }

    /** COUNT(*) of one pattern whose triples are counted already; null if it is anything else. */
    private Plan counted(OpGroup op, Plan begin) {
        if (!begin.isUnit() || !op.getGroupVars().isEmpty() || !view.countsExactly()
                || !(op.getSubOp() instanceof OpBGP bgp) || bgp.getPattern().size() != 1 || !isNative(bgp, true)
                || !op.getAggregators().stream().allMatch(each -> each.getAggregator() instanceof AggCount)) {
            return null;
        }
        Triple triple = bgp.getPattern().get(0);
        Pattern pattern = Pattern.ofTriple(
                part(triple.getSubject()), part(triple.getPredicate()), part(triple.getObject()), view);
        boolean hasBothEnds = !pattern.subject().isVariable() && !pattern.object().isVariable();
        if (hasBothEnds || Arrays.stream(pattern.slots()).distinct().count() < pattern.slots().length) {
            return null;
        }
        int[] counts = op.getAggregators().stream().mapToInt(each -> slots.of(each.getVar())).toArray();
        Rows row = new Rows();
        BitSet bound = new BitSet();
        for (int slot : counts) {
            row.column(slot)[0] = session.id(NodeValue.makeInteger((long) pattern.count()).asNode());
            bound.set(slot);
        }
        Table table = new Table(counts);
        table.add(row, 0);
        return new Plan(new TableStep(table), bound, bound, bound, false);
    }

    private Plan aggregate(OpGroup op, Plan begin) {
        Plan counted = counted(op, begin);
        if (counted != null) {
            return counted;
        }
        Plan in = plan(op.getSubOp(), begin);
        List<GroupStep.Key> keys = new ArrayList<>();
        BitSet bound = new BitSet();
        BitSet always = new BitSet();
        for (Var variable : op.getGroupVars().getVars()) {
            int slot = slots.of(variable);
            Expr expression = op.getGroupVars().getExpr(variable);
            if (expression == null && in.bound().get(slot)) {
                keys.add(new GroupStep.Key(slot, null));
                always.set(slot, in.always().get(slot));
            } else {
                Expr value = expression == null ? new ExprVar(variable) : expression;
                keys.add(new GroupStep.Key(slot, expression(value, in.bound())));
            }
            bound.set(slot);
        }
        List<GroupStep.Aggregate> aggregates = new ArrayList<>();
        for (ExprAggregator each : op.getAggregators()) {
            int slot = slots.of(each.getVar());
            aggregates.add(aggregate(slot, each.getAggregator(), in));
            bound.set(slot);
        }
        Step step = new GroupStep(in.step(), keys, aggregates, session);
        return new Plan(step, bound, always, bound, false);
    }

    private GroupStep.Aggregate aggregate(int slot, Aggregator aggregator, Plan in) {
        Node empty = aggregator.getValueEmpty();
        if (aggregator instanceof AggCount) {
            return new GroupStep.Aggregate(slot, Tally.All::new, empty);
        }
        Optional<Integer> counted = counted(aggregator, in);
        if (counted.isPresent() && aggregator instanceof AggCountVar) {
            return new GroupStep.Aggregate(slot, () -> new Tally.Bound(counted.get()), empty);
        }
        if (counted.isPresent() && aggregator instanceof AggCountVarDistinct) {
            return new GroupStep.Aggregate(slot, () -> new Tally.Distinct(counted.get(), session.watch()), empty);
        }
        if (counted.isPresent() && (aggregator instanceof AggSum || aggregator instanceof AggAvg)) {
            boolean isAverage = aggregator instanceof AggAvg;
            return new GroupStep.Aggregate(slot, () -> new Tally.Sum(counted.get(), isAverage, session), empty);
        }
        BitSet seen = new BitSet();
        if (aggregator instanceof AggCountDistinct || aggregator.getExprList() == null) {
            seen.or(in.bound());
        } else {
            for (Expr expression : aggregator.getExprList()) {
                if (RowTests.hasPattern(expression)) {
                    seen.or(in.bound());
                }
                expression.getVarsMentioned().forEach(variable -> seen.set(slots.of(variable)));
            }
            seen.and(in.bound());
        }
        RowView rows = RowView.of(session, slots, seen.stream().toArray());
        return new GroupStep.Aggregate(
                slot, () -> new Tally.General(session.watch().begin(aggregator), rows, context, session.watch()), empty);
    }

    private Optional<Integer> counted(Aggregator aggregator, Plan in) {
        if (aggregator.getExprList() == null || aggregator.getExprList().size() != 1) {
            return Optional.empty();
        }
        Expr expression = aggregator.getExprList().get(0);
        return Optional.of(expression)
                .filter(Expr::isVariable)
                .map(variable -> slots.of(variable.asVar()))
                .filter(in.bound()::get);
    }

    // What ARQ does

    private Plan foreign(Op op, Plan in) {
        BitSet bound = (BitSet) in.bound().clone();
        mentioned(op).forEach(variable -> bound.set(slots.of(variable)));
        int[] given = bound.stream().toArray();
        RowView rows = RowView.withHidden(session, slots, in.slots());
        Feed feed = new Feed(in.slots());
        Step step = new ForeignStep(
                in.step(),
                feed,
                in.isUnit() ? ForeignStep.Handover.ALL : handover(op),
                below -> executor(context).general(op, input(below, in, rows)),
                found -> new InputStep(found, session, slots, given, -1));
        BitSet likely = either(in.likely(), bound);
        return new Plan(step, bound, in.always(), likely, false);
    }

    /** Who asks another endpoint gathers rows for one request. */
    private static ForeignStep.Handover handover(Op op) {
        if (op instanceof OpService) {
            return ForeignStep.Handover.STREAM;
        }
        return streams(op) ? ForeignStep.Handover.SOME : ForeignStep.Handover.ALL;
    }

    private IdExecutor executor(ExecutionContext there) {
        return there == executor.context() ? executor : (IdExecutor) there.getExecutor().create(there);
    }

    private QueryIterator input(Step below, Plan in, RowView rows) {
        if (in.isUnit()) {
            return QueryIterRoot.create(context);
        }
        return QueryIterPlainWrapper.create(new RowsIterator(below, rows, -1, number -> null), context);
    }
}
