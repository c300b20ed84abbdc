// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.util.regex.Pattern;
import org.apache.jena.vocabulary.XSD;

/** Which literals Turtle writes without quotes: productions 19 to 21 and 133s of its grammar. */
final class ShortForms {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]*\\.[0-9]+");
    private static final Pattern DOUBLE =
            Pattern.compile("[+-]?(?:[0-9]+\\.[0-9]*|\\.[0-9]+|[0-9]+)[eE][+-]?[0-9]+");

    private ShortForms() {}

    static boolean has(String text, String datatype) {
        if (datatype.equals(XSD.integer.getURI())) {
            return INTEGER.matcher(text).matches();
        }
        if (datatype.equals(XSD.decimal.getURI())) {
            return DECIMAL.matcher(text).matches();
        }
        if (datatype.equals(XSD.xdouble.getURI())) {
            return DOUBLE.matcher(text).matches();
        }
        return datatype.equals(XSD.xboolean.getURI()) && (text.equals("true") || text.equals("false"));
    }
}
