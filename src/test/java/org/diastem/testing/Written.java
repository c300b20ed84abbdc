// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Test inputs that would be too long to write out: {@code @300x{?s ?p#i# }@} is 300 times what it holds, numbered. */
public final class Written {
    private static final Pattern REPEATED = Pattern.compile("@(\\d+)x\\{(.*?)}@", Pattern.DOTALL);

    private Written() {}

    /** The text as it is sent. */
    public static String out(String text) {
        String named = text.replace("@100k@", "a".repeat(100_000))
                .replace("@nines@", "9".repeat(9_000))
                .replace("@open@", "{".repeat(400))
                .replace("@close@", "}".repeat(400));
        return REPEATED.matcher(named).replaceAll(found -> Matcher.quoteReplacement(repeated(found)));
    }

    private static String repeated(MatchResult found) {
        int times = Integer.parseInt(found.group(1));
        String part = found.group(2);
        StringBuilder out = new StringBuilder(times * part.length());
        for (int i = 0; i < times; i++) {
            out.append(part.replace("#i#", String.valueOf(i)));
        }
        return out.toString();
    }
}
