// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.FunctionEnv;
import org.diastem.index.Terms.Span;

/**
 * Makes tests of rows of the expressions of FILTERs. What can be told by ids alone is: equality with an IRI, kinds of
 * terms, languages. Everything else is left to ARQ, for an expression over one variable once for each value, as far as
 * they are remembered.
 */
final class RowTests {
    private static final int FALSE = 0;
    private static final int TRUE = 1;
    private static final int ERROR = 2;

    /** Functions whose value depends on nothing but their arguments; of others nothing is remembered. */
    private static final Set<String> STEADY = Set.of(
            "=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "&&", "||", "not", "!", "bound", "str", "lang",
            "langmatches", "datatype", "isiri", "isuri", "isblank", "isliteral", "isnumeric", "sameterm", "regex",
            "contains", "strstarts", "strends", "strlen", "substr", "lcase", "ucase", "strbefore", "strafter", "year",
            "month", "day", "abs", "round", "ceil", "floor", "in", "notin", "concat", "replace");

    /** Functions that give another value each time, or may. */
    private static final Set<String> CHANGING = Set.of("rand", "uuid", "struuid", "bnode", "function", "call");

    private static final int REMEMBERED = 1 << 10;

    private final Session session;
    private final Slots slots;
    private final FunctionEnv environment;

    RowTests(Session session, Slots slots, FunctionEnv environment) {
        this.session = session;
        this.slots = slots;
        this.environment = environment;
    }

    /** An expression that is true, false or an error of a row. */
    private interface Verdict {
        int of(Rows rows, int row);
    }

    /** @param bound slots that the rows may bind */
    RowTest of(Expr expression, BitSet bound) {
        Verdict verdict = verdict(expression, bound);
        return (rows, row) -> verdict.of(rows, row) == TRUE;
    }

    private Verdict verdict(Expr expression, BitSet bound) {
        if (expression instanceof E_LogicalAnd both) {
            Verdict left = verdict(both.getArg1(), bound);
            Verdict right = verdict(both.getArg2(), bound);
            return (rows, row) -> and(left.of(rows, row), right, rows, row);
        }
        if (expression instanceof E_LogicalOr either) {
            Verdict left = verdict(either.getArg1(), bound);
            Verdict right = verdict(either.getArg2(), bound);
            return (rows, row) -> or(left.of(rows, row), right, rows, row);
        }
        if (expression instanceof E_LogicalNot not) {
            Verdict inner = verdict(not.getArg(), bound);
            return (rows, row) -> {
                int found = inner.of(rows, row);
                return found == ERROR ? ERROR : TRUE - found;
            };
        }
        Verdict byId = byId(expression, bound);
        return byId == null ? general(expression, bound) : byId;
    }

    private static int and(int left, Verdict right, Rows rows, int row) {
        if (left == FALSE) {
            return FALSE;
        }
        int other = right.of(rows, row);
        return other == FALSE ? FALSE : left == ERROR || other == ERROR ? ERROR : TRUE;
    }

    private static int or(int left, Verdict right, Rows rows, int row) {
        if (left == TRUE) {
            return TRUE;
        }
        int other = right.of(rows, row);
        return other == TRUE ? TRUE : left == ERROR || other == ERROR ? ERROR : FALSE;
    }

    /** Null if ids do not tell. */
    private Verdict byId(Expr expression, BitSet bound) {
        if (expression instanceof E_Equals equals) {
            return equality(equals.getArg1(), equals.getArg2(), bound, false, TRUE);
        }
        if (expression instanceof E_NotEquals differs) {
            return equality(differs.getArg1(), differs.getArg2(), bound, false, FALSE);
        }
        if (expression instanceof E_SameTerm same) {
            return equality(same.getArg1(), same.getArg2(), bound, true, TRUE);
        }
        if (expression instanceof E_Bound isBound && isBound.getArg().isVariable()) {
            int slot = slot(isBound.getArg(), bound);
            return (rows, row) -> slot >= 0 && rows.column(slot)[row] != 0 ? TRUE : FALSE;
        }
        if (isCall(expression, "contains", 2)) {
            return contains(expression.getFunction(), bound);
        }
        if (expression.isFunction() && expression.getFunction().numArgs() >= 1) {
            return ofKind(expression.getFunction(), bound);
        }
        return null;
    }

    private Verdict equality(Expr left, Expr right, BitSet bound, boolean sameTerm, int ifEqual) {
        Verdict language = language(left, right, bound, ifEqual);
        if (language != null) {
            return language;
        }
        if (left.isConstant() && right.isVariable()) {
            return equality(right, left, bound, sameTerm, ifEqual);
        }
        // Only IRIs are equal exactly if they are the same: 1 and 1.0 are equal, too.
        if (left.isVariable() && right.isConstant() && (sameTerm || right.getConstant().isIRI())) {
            int slot = slot(left, bound);
            int wanted = session.id(right.getConstant().asNode());
            return (rows, row) -> {
                int id = slot < 0 ? 0 : rows.column(slot)[row];
                return id == 0 ? ERROR : id == wanted ? ifEqual : TRUE - ifEqual;
            };
        }
        if (left.isVariable() && right.isVariable()) {
            int one = slot(left, bound);
            int other = slot(right, bound);
            Span iris = session.terms().iris();
            Verdict otherwise = general(
                    ifEqual == TRUE ? new E_Equals(left, right) : new E_NotEquals(left, right), bound);
            return (rows, row) -> {
                int first = one < 0 ? 0 : rows.column(one)[row];
                int second = other < 0 ? 0 : rows.column(other)[row];
                if (first == 0 || second == 0) {
                    return ERROR;
                }
                if (sameTerm || iris.has(first) || iris.has(second)) {
                    return first == second ? ifEqual : TRUE - ifEqual;
                }
                return otherwise.of(rows, row);
            };
        }
        return null;
    }

    /** {@code lang(?x) = "en"}. */
    private Verdict language(Expr left, Expr right, BitSet bound, int ifEqual) {
        if (left.isConstant() && !right.isConstant()) {
            return language(right, left, bound, ifEqual);
        }
        if (!isCall(left, "lang", 1) || !left.getFunction().getArg(1).isVariable() || !right.isConstant()
                || !right.getConstant().isString() || right.getConstant().getString().isEmpty()) {
            return null;
        }
        int slot = slot(left.getFunction().getArg(1), bound);
        Span wanted = session.terms().languageAsWritten(right.getConstant().getString());
        return ofLiterals(
                slot,
                id -> wanted.has(id) ? ifEqual : TRUE - ifEqual,
                new E_Equals(left, right),
                ifEqual,
                bound);
    }

    private interface OfId {
        int verdict(int id);
    }

    /** A test of literals that is an error of everything else; terms of the query's own are left to ARQ. */
    private Verdict ofLiterals(int slot, OfId test, Expr equal, int ifEqual, BitSet bound) {
        Span literals = session.terms().literals();
        Verdict own = general(equal, bound);
        return (rows, row) -> {
            int id = slot < 0 ? 0 : rows.column(slot)[row];
            if (id < 0) {
                int found = own.of(rows, row);
                return found == ERROR || ifEqual == TRUE ? found : TRUE - found;
            }
            return literals.has(id) ? test.verdict(id) : ERROR;
        };
    }

    /**
     * {@code contains(str(?x), "...")}, or of {@code lcase(str(?x))}, of literals: their bytes are looked through as they lie
     * in the index. What is no literal of the index, or is to be in lower case and not of ASCII, is left to ARQ.
     */
    private Verdict contains(ExprFunction call, BitSet bound) {
        Expr text = call.getArg(1);
        boolean inLowerCase = isCall(text, "lcase", 1);
        if (inLowerCase) {
            text = text.getFunction().getArg(1);
        }
        if (!isCall(text, "str", 1) || !text.getFunction().getArg(1).isVariable() || !call.getArg(2).isConstant()
                || !call.getArg(2).getConstant().isString()) {
            return null;
        }
        int slot = slot(text.getFunction().getArg(1), bound);
        byte[] wanted = call.getArg(2).getConstant().getString().getBytes(StandardCharsets.UTF_8);
        Span literals = session.terms().literals();
        Verdict own = general(call, bound);
        return (rows, row) -> {
            int id = slot < 0 ? 0 : rows.id(slot, row);
            if (!literals.has(id)) {
                return own.of(rows, row);
            }
            session.watch().check();
            byte[] bytes = session.terms().utf8(id);
            if (inLowerCase && !toLowerCase(bytes)) {
                return own.of(rows, row);
            }
            return indexOf(bytes, wanted) >= 0 ? TRUE : FALSE;
        };
    }

    /** Whether all are ASCII; then they are in lower case. */
    private static boolean toLowerCase(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            byte each = bytes[i];
            if (each < 0) {
                return false;
            }
            if (each >= 'A' && each <= 'Z') {
                bytes[i] = (byte) (each + 'a' - 'A');
            }
        }
        return true;
    }

    private static int indexOf(byte[] text, byte[] wanted) {
        if (wanted.length == 0) {
            return 0;
        }
        for (int i = 0; i + wanted.length <= text.length; i++) {
            if (text[i] == wanted[0] && Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private Verdict ofKind(ExprFunction call, BitSet bound) {
        if (!call.getArg(1).isVariable() || call.numArgs() != 1) {
            return null;
        }
        Span kind = switch (name(call)) {
            case "isiri", "isuri" -> session.terms().iris();
            case "isblank" -> session.terms().blanks();
            case "isliteral" -> session.terms().literals();
            default -> null;
        };
        if (kind == null) {
            return null;
        }
        int slot = slot(call.getArg(1), bound);
        Verdict own = general(call, bound);
        return (rows, row) -> {
            int id = slot < 0 ? 0 : rows.column(slot)[row];
            return id == 0 ? ERROR : id < 0 ? own.of(rows, row) : kind.has(id) ? TRUE : FALSE;
        };
    }

    private static boolean isCall(Expr expression, String name, int arguments) {
        return expression.isFunction()
                && expression.getFunction().numArgs() == arguments
                && name(expression.getFunction()).equals(name);
    }

    private static String name(ExprFunction call) {
        return call.getFunctionSymbol().getSymbol().toLowerCase(Locale.ROOT);
    }

    private int slot(Expr variable, BitSet bound) {
        int slot = slots.of(variable.asVar());
        return bound.get(slot) ? slot : -1;
    }

    private Verdict general(Expr expression, BitSet bound) {
        boolean needsAll = hasPattern(expression);
        Set<Var> mentioned = expression.getVarsMentioned();
        int[] seen = needsAll
                ? bound.stream().toArray()
                : mentioned.stream().mapToInt(slots::of).filter(bound::get).toArray();
        RowView view = RowView.of(session, slots, seen);
        Verdict worked = (rows, row) -> evaluate(expression, view, rows, row);
        return !needsAll && seen.length == 1 && isSteady(expression) ? new Remembered(worked, seen[0]) : worked;
    }

    private int evaluate(Expr expression, RowView view, Rows rows, int row) {
        // One evaluation may take long: all of them together are no reason to look less often.
        session.watch().check();
        try {
            NodeValue value = expression.eval(view.binding(rows, row, null), environment);
            return XSDFuncOp.effectiveBooleanValue(value) ? TRUE : FALSE;
        } catch (ExprException e) {
            return ERROR;
        } catch (QueryCancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            // As ARQ does; but what ended the query ends it here.
            session.watch().check();
            return ERROR;
        }
    }

    /** Verdicts on the values of one variable that came lately. */
    private static final class Remembered implements Verdict {
        private final Verdict worked;
        private final int slot;
        private final int[] ids = new int[REMEMBERED];
        private final int[] verdicts = new int[REMEMBERED];

        Remembered(Verdict worked, int slot) {
            this.worked = worked;
            this.slot = slot;
        }

        @Override
        public int of(Rows rows, int row) {
            int id = rows.column(slot)[row];
            int place = id & REMEMBERED - 1;
            if (id != 0 && ids[place] == id) {
                return verdicts[place];
            }
            int verdict = worked.of(rows, row);
            ids[place] = id;
            verdicts[place] = verdict;
            return verdict;
        }
    }

    private static boolean isSteady(Expr expression) {
        if (expression.isConstant() || expression.isVariable()) {
            return true;
        }
        if (!expression.isFunction()) {
            return false;
        }
        ExprFunction call = expression.getFunction();
        if (call instanceof ExprFunctionOp || !STEADY.contains(name(call))) {
            return false;
        }
        for (int i = 1; i <= call.numArgs(); i++) {
            if (call.getArg(i) != null && !isSteady(call.getArg(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether an expression has the same value whenever it is asked about the same row, so that it may be asked earlier. */
    static boolean isMovable(Expr expression) {
        if (!expression.isFunction() || expression.getFunction() instanceof ExprFunctionOp) {
            return true;
        }
        ExprFunction call = expression.getFunction();
        return !CHANGING.contains(name(call))
                && call.getArgs().stream().allMatch(argument -> argument == null || isMovable(argument));
    }

    static boolean hasPattern(Expr expression) {
        if (expression instanceof ExprFunctionOp) {
            return true;
        }
        if (!expression.isFunction()) {
            return false;
        }
        List<Expr> arguments = expression.getFunction().getArgs();
        return arguments.stream().anyMatch(argument -> argument != null && hasPattern(argument));
    }
}
