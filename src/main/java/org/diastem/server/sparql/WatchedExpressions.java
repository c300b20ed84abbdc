// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_LangMatches;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.E_StrSubstring;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * Puts a watched twin in the place of each function that a single call of which may run for ever or fill the memory:
 * regular expressions that backtrack, strings that double, numbers that grow. A twin gives the same value within the
 * budget and ends the query beyond it.
 */
final class WatchedExpressions extends ExprTransformCopy {
    /** Strings up to here are part of a row, which is counted by itself. */
    private static final int SHORT_STRING = 1_000;

    private static final int CHARACTERS_BETWEEN_CHECKS = 1_024;

    /** Those of two arguments that the optimiser does not look for. */
    private static final List<Class<? extends ExprFunction2>> OF_TEXTS = List.of(
            E_StrBefore.class, E_StrAfter.class, E_StrContains.class, E_StrStartsWith.class, E_StrEndsWith.class,
            E_StrLang.class, E_LangMatches.class);

    private final Budget budget;

    WatchedExpressions(Budget budget) {
        this.budget = budget;
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        if (function instanceof E_Regex) {
            return new WatchedRegex(arguments, budget);
        }
        if (function instanceof E_StrReplace) {
            return new WatchedReplace(arguments, budget);
        }
        if (function instanceof E_StrConcat) {
            return new WatchedConcat(arguments, budget);
        }
        if (function instanceof E_StrSubstring) {
            return new SoundOfMany(function, arguments);
        }
        if (function instanceof E_Function call) {
            // Casts: a long numeral takes time beyond measure to read.
            ExprList shortOnes = new ExprList(
                    arguments.getList().stream().<Expr>map(argument -> new ShortEnough(argument, budget)).toList());
            return new E_Function(call.getFunctionIRI(), shortOnes);
        }
        return super.transform(function, arguments);
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        if (function instanceof E_StrEncodeForURI) {
            return new WatchedEncode(argument, budget);
        }
        if (function instanceof E_LogicalNot || function instanceof E_Bound) {
            return super.transform(function, argument);
        }
        return new SoundOfOne(function, argument);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        if (function instanceof E_Multiply
                || function instanceof E_Add
                || function instanceof E_Subtract
                || function instanceof E_Divide) {
            return new WatchedArithmetic(function, left, right, budget);
        }
        if (function instanceof E_StrDatatype) {
            return new SoundOfTwo(function, new ShortEnough(left, budget), right);
        }
        if (OF_TEXTS.stream().anyMatch(kind -> kind.isInstance(function))) {
            return new SoundOfTwo(function, left, right);
        }
        return super.transform(function, left, right);
    }

    /**
     * An argument that a function is not made for is an error of the expression (SPARQL 1.1, section 17.2), which leaves a
     * variable unbound. Some functions of ARQ fail in other ways then: HOURS of an IRI, a division by 0.0.
     */
    private static NodeValue sound(Supplier<NodeValue> evaluation) {
        try {
            NodeValue value = evaluation.get();
            // A value makes its node when it is first asked for it, and that may fail, too: STRLANG with a strange tag.
            value.asNode();
            return value;
        } catch (ExprException | QueryCancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ExprEvalException("The argument does not fit the function.", e);
        }
    }

    private static NodeValue string(NodeValue made, Budget budget) {
        int length = made.asNode().isLiteral() ? made.asNode().getLiteralLexicalForm().length() : 0;
        budget.stringOf(length);
        if (length > SHORT_STRING) {
            budget.keepCharacters(length);
        }
        return made;
    }

    private static NodeValue number(NodeValue value, Budget budget) {
        if (value.isInteger()) {
            budget.numberOf(digits(value.getInteger()));
        } else if (value.isDecimal()) {
            BigDecimal decimal = value.getDecimal();
            budget.numberOf(Math.max(digits(decimal.unscaledValue()), Math.abs((long) decimal.scale())));
        }
        return value;
    }

    /** At least as many as there are; exact enough for a limit. */
    private static long digits(BigInteger value) {
        return (long) (value.bitLength() * Math.log10(2)) + 1;
    }

    private static Pattern pattern(String function, NodeValue pattern, NodeValue flags) {
        String text = NodeValueOps.checkAndGetStringLiteral(function, pattern).getLiteralLexicalForm();
        return RegexEngine.makePattern(function, text, flags == null ? null : flags.getString());
    }

    /** A text that looks at the budget while a regular expression walks over it. */
    private record WatchedText(String text, Budget budget, int[] steps) implements CharSequence {
        WatchedText(String text, Budget budget) {
            this(text, budget, new int[1]);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] % CHARACTERS_BETWEEN_CHECKS == 0) {
                budget.check();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.substring(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** REGEX with the pattern compiled once where it is a constant. */
    private static final class WatchedRegex extends ExprFunctionN {
        private final Budget budget;
        private String compiledFrom;
        private String compiledWith;
        private Pattern compiled;

        WatchedRegex(ExprList arguments, Budget budget) {
            super("regex", arguments);
            this.budget = budget;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            String text = NodeValueOps.checkAndGetStringLiteral("REGEX", arguments.get(0)).getLiteralLexicalForm();
            NodeValue flags = arguments.size() > 2 ? arguments.get(2) : null;
            String from = arguments.get(1).asString();
            String with = flags == null ? "" : flags.asString();
            if (compiled == null || !from.equals(compiledFrom) || !with.equals(compiledWith)) {
                compiled = pattern("REGEX", arguments.get(1), flags);
                compiledFrom = from;
                compiledWith = with;
            }
            return NodeValue.makeBoolean(compiled.matcher(new WatchedText(text, budget)).find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new WatchedRegex(arguments, budget);
        }
    }

    /** REPLACE by the rules of ARQ's own: an empty match counts once, at the start. */
    private static final class WatchedReplace extends ExprFunctionN {
        private final Budget budget;

        WatchedReplace(ExprList arguments, Budget budget) {
            super("replace", arguments);
            this.budget = budget;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            Node subject = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(0));
            String replacement = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(2)).getLiteralLexicalForm();
            Pattern pattern = pattern("REPLACE", arguments.get(1), arguments.size() > 3 ? arguments.get(3) : null);
            String text = subject.getLiteralLexicalForm();
            String replaced = replaced(pattern.matcher(new WatchedText(text, budget)), replacement);
            if (replaced.equals(text)) {
                return arguments.get(0);
            }
            Node made = subject.getLiteralLanguage().isEmpty()
                    ? NodeFactory.createLiteralDT(replaced, subject.getLiteralDatatype())
                    : NodeFactory.createLiteralLang(replaced, subject.getLiteralLanguage());
            return string(NodeValue.makeNode(made), budget);
        }

        private String replaced(Matcher matcher, String replacement) {
            StringBuilder made = new StringBuilder();
            boolean first = true;
            try {
                while (matcher.find()) {
                    if (first || matcher.start() != matcher.end()) {
                        matcher.appendReplacement(made, replacement);
                        budget.stringOf(made.length());
                    }
                    first = false;
                }
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new ExprEvalException("REPLACE: the replacement names a group that the pattern has not");
            }
            return matcher.appendTail(made).toString();
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new WatchedReplace(arguments, budget);
        }
    }

    private static final class WatchedConcat extends E_StrConcat {
        private final Budget budget;

        WatchedConcat(ExprList arguments, Budget budget) {
            super(arguments);
            this.budget = budget;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            // Before they are joined: the limit is there so that the long string is never made.
            budget.stringOf(arguments.stream().mapToLong(argument -> argument.asString().length()).sum());
            return string(super.eval(arguments), budget);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new WatchedConcat(arguments, budget);
        }
    }

    private static final class WatchedEncode extends E_StrEncodeForURI {
        private final Budget budget;

        WatchedEncode(Expr argument, Budget budget) {
            super(argument);
            this.budget = budget;
        }

        @Override
        public NodeValue eval(NodeValue argument) {
            return string(super.eval(argument), budget);
        }

        @Override
        public Expr copy(Expr argument) {
            return new WatchedEncode(argument, budget);
        }
    }

    /** An operation on two numbers; looks at what goes in as well, since a long number is slow to work with. */
    private static final class WatchedArithmetic extends ExprFunction2 {
        private final ExprFunction2 operation;
        private final Budget budget;

        WatchedArithmetic(ExprFunction2 operation, Expr left, Expr right, Budget budget) {
            super(left, right, operation.getFunctionSymbol().getSymbol(), operation.getOpName());
            this.operation = operation;
            this.budget = budget;
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            budget.check();
            return number(sound(() -> operation.eval(number(left, budget), number(right, budget))), budget);
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new WatchedArithmetic(operation, left, right, budget);
        }
    }

    /** Lets a value through unless it is longer than any number may be. */
    private static final class ShortEnough extends ExprFunction1 {
        private final Budget budget;

        ShortEnough(Expr argument, Budget budget) {
            super(argument, "short-enough");
            this.budget = budget;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            Node node = value.asNode();
            if (node.isLiteral()) {
                budget.numberOf(node.getLiteralLexicalForm().length());
            }
            return value;
        }

        @Override
        public Expr copy(Expr argument) {
            return new ShortEnough(argument, budget);
        }
    }

    /** A function of one argument whose failures are errors of the expression. */
    private static final class SoundOfOne extends ExprFunction1 {
        private final ExprFunction1 function;

        SoundOfOne(ExprFunction1 function, Expr argument) {
            super(argument, function.getFunctionSymbol().getSymbol(), function.getOpName());
            this.function = function;
        }

        @Override
        public NodeValue eval(NodeValue argument) {
            throw new IllegalStateException("it is evaluated with its environment");
        }

        @Override
        public NodeValue eval(NodeValue argument, FunctionEnv environment) {
            return sound(() -> function.eval(argument, environment));
        }

        @Override
        public Expr copy(Expr argument) {
            return new SoundOfOne(function, argument);
        }
    }

    /** A function of two arguments whose failures are errors of the expression. */
    private static final class SoundOfTwo extends ExprFunction2 {
        private final ExprFunction2 function;

        SoundOfTwo(ExprFunction2 function, Expr first, Expr second) {
            super(first, second, function.getFunctionSymbol().getSymbol(), function.getOpName());
            this.function = function;
        }

        @Override
        public NodeValue eval(NodeValue first, NodeValue second) {
            return sound(() -> function.eval(first, second));
        }

        @Override
        public Expr copy(Expr first, Expr second) {
            return new SoundOfTwo(function, first, second);
        }
    }

    /** A function of any number of arguments whose failures are errors of the expression. */
    private static final class SoundOfMany extends ExprFunctionN {
        private final ExprFunctionN function;

        SoundOfMany(ExprFunctionN function, ExprList arguments) {
            super(function.getFunctionSymbol().getSymbol(), arguments);
            this.function = function;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            return sound(() -> function.eval(arguments));
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new SoundOfMany(function, arguments);
        }
    }
}
