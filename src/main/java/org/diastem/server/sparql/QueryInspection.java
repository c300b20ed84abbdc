// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorByType;
import org.apache.jena.sparql.algebra.op.Op0;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.PathVisitorByType;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.MappedLoader;
import org.apache.jena.vocabulary.XSD;
import org.diastem.server.http.Refusal;
import org.diastem.text.TextSearch;

/** Looks over the algebra of one query for what is not offered or would be too much. */
final class QueryInspection {
    /** Functions by address that are safe for any argument; all others can wait, read settings, or load classes. */
    static final Set<String> FUNCTIONS = functions();

    private final Limits limits;
    private final ServicePolicy services;
    private int operators;
    private boolean repeatable = true;

    QueryInspection(Limits limits, ServicePolicy services) {
        this.limits = limits;
        this.services = services;
    }

    /** @throws Refusal 400 or 403, with what is wrong */
    void inspect(Op op) {
        Walker.walk(op, new Operators(), new Expressions());
    }

    boolean isRepeatable() {
        return repeatable;
    }

    private static Set<String> functions() {
        Set<String> names = new TreeSet<>();
        for (String type : new String[] {
            "boolean", "byte", "date", "dateTime", "dateTimeStamp", "dayTimeDuration", "decimal", "double", "duration", "float",
            "gDay", "gMonth", "gMonthDay", "gYear", "gYearMonth", "int", "integer", "long", "negativeInteger",
            "nonNegativeInteger", "nonPositiveInteger", "positiveInteger", "short", "string", "time", "unsignedByte",
            "unsignedInt", "unsignedLong", "unsignedShort", "yearMonthDuration"
        }) {
            names.add(XSD.getURI() + type);
        }
        for (String name : new String[] {"exp", "log", "log10", "pi", "sqrt"}) {
            names.add("http://www.w3.org/2005/xpath-functions/math#" + name);
        }
        return names;
    }

    private void count(int more) {
        operators += more;
        if (operators > limits.operators()) {
            throw Refusal.of(
                    400,
                    "The query has more than " + limits.operators()
                            + " patterns, operators and functions. Write long lists of values with VALUES or IN.");
        }
    }

    private static void predicate(Node predicate) {
        if (predicate.isURI() && isCode(predicate.getURI())) {
            throw Refusal.of(403, "The property function <" + predicate.getURI() + "> is not offered here.");
        }
    }

    /** Whether ARQ would run Java code for the address that is not ours to offer. */
    private static boolean isCode(String address) {
        return address.startsWith("java:")
                || MappedLoader.mapDynamicURI(address) != null
                || PropertyFunctionRegistry.get().isRegistered(address) && !address.equals(TextSearch.FUNCTION);
    }

    private class Operators extends OpVisitorByType {
        @Override
        protected void visitN(OpN op) {
            count(1);
        }

        @Override
        protected void visit2(Op2 op) {
            count(1);
        }

        @Override
        protected void visit1(Op1 op) {
            count(1);
            if (op instanceof OpService service) {
                service(service);
            }
            // Jena's walker passes by what is sorted and aggregated.
            if (op instanceof OpGroup group) {
                group.getGroupVars().getExprs().values().forEach(QueryInspection.this::inspect);
                group.getAggregators().forEach(QueryInspection.this::aggregate);
            }
            if (op instanceof OpOrder order) {
                order.getConditions().forEach(condition -> inspect(condition.getExpression()));
            }
        }

        @Override
        protected void visit0(Op0 op) {
            count(1);
            if (op instanceof OpBGP bgp) {
                for (Triple triple : bgp.getPattern()) {
                    count(1);
                    predicate(triple.getPredicate());
                }
            }
            if (op instanceof OpPath path) {
                path.getTriplePath().getPath().visit(new Steps());
            }
        }

        @Override
        protected void visitFilter(OpFilter op) {
            count(1);
        }

        @Override
        protected void visitLeftJoin(OpLeftJoin op) {
            count(1);
        }

        @Override
        protected void visitExt(OpExt op) {
            count(1);
        }

        void service(OpService service) {
            repeatable = false;
            Node target = service.getService();
            // What a variable names is only known when it runs.
            boolean allowed = target.isURI() ? services.allows(target.getURI()) : !services.addresses().isEmpty();
            if (!allowed) {
                throw ServiceJoin.notAllowed(target);
            }
        }
    }

    private void aggregate(ExprAggregator aggregator) {
        if (aggregator.getAggregator() instanceof AggCustom) {
            throw Refusal.of(403, "Aggregates by address are not offered here.");
        }
        ExprList arguments = aggregator.getAggregator().getExprList();
        if (arguments != null) {
            arguments.forEach(this::inspect);
        }
    }

    /** Looks over what is sorted by or aggregated. */
    private void inspect(Expr expression) {
        count(1);
        Walker.walk(expression, new OperatorsWithoutService(), new Expressions());
    }

    /** Jena's optimiser mixes up the operators of a SERVICE in these places. */
    private final class OperatorsWithoutService extends Operators {
        @Override
        void service(OpService service) {
            super.service(service);
            throw Refusal.of(400, "SERVICE cannot stand in ORDER BY or in an aggregate here: BIND its result before.");
        }
    }

    private final class Expressions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunction0 function) {
            function(function);
        }

        @Override
        public void visit(ExprFunction1 function) {
            function(function);
        }

        @Override
        public void visit(ExprFunction2 function) {
            function(function);
        }

        @Override
        public void visit(ExprFunction3 function) {
            function(function);
        }

        @Override
        public void visit(ExprFunctionN function) {
            function(function);
        }

        @Override
        public void visit(ExprFunctionOp function) {
            count(1);
        }

        private void function(ExprFunction function) {
            count(1);
            if (function instanceof E_Now
                    || function instanceof E_Random
                    || function instanceof E_UUID
                    || function instanceof E_StrUUID) {
                repeatable = false;
            }
            if (function instanceof E_Function call && !FUNCTIONS.contains(call.getFunctionIRI())) {
                throw Refusal.of(403, "The function <" + call.getFunctionIRI() + "> is not offered here.");
            }
        }
    }

    /** Counts the steps of a path and looks at its predicates. */
    private final class Steps extends PathVisitorByType {
        @Override
        public void visit0(P_Path0 path) {
            count(1);
            predicate(path.getNode());
        }

        @Override
        public void visitNegPS(P_NegPropSet path) {
            count(1);
        }

        @Override
        public void visit1(P_Path1 path) {
            count(1);
            path.getSubPath().visit(this);
        }

        @Override
        public void visit2(P_Path2 path) {
            count(1);
            path.getLeft().visit(this);
            path.getRight().visit(this);
        }
    }
}
