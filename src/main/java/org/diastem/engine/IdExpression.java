// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.function.FunctionEnv;

/** The value of an expression in a row, as an id. For one thread. */
final class IdExpression {
    private final Session session;
    private final Expr expression;
    private final RowView view;
    private final FunctionEnv environment;
    /** The slot of the variable that the expression is; -1 if it is none. */
    private final int copied;

    private final int constant;

    /**
     * @param view shows the variables of the expression
     * @param copied the slot of the variable that the expression is; -1 if it is none
     */
    IdExpression(Session session, Expr expression, RowView view, FunctionEnv environment, int copied) {
        this.session = session;
        this.expression = expression;
        this.view = view;
        this.environment = environment;
        this.copied = copied;
        this.constant = expression.isConstant() ? session.id(expression.getConstant().asNode()) : 0;
    }

    /** 0 for an error. */
    int id(Rows rows, int row) {
        if (copied >= 0) {
            return rows.column(copied)[row];
        }
        if (constant != 0) {
            return constant;
        }
        session.watch().check();
        try {
            return session.id(expression.eval(view.binding(rows, row, null), environment).asNode());
        } catch (ExprEvalException e) {
            return 0;
        }
    }
}
