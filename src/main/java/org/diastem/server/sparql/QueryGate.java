// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.syntax.Element;
import org.diastem.server.http.Refusal;
import org.diastem.vocab.Namespaces;

/**
 * Reads the text of a query and turns away what must not run: too much text, too deep, too long chains, functions and
 * services that are not offered. What passes is a query of SPARQL 1.1, whose relative addresses mean ours.
 */
public final class QueryGate {
    /**
     * A query that may run.
     *
     * @param repeatable whether it gives the same answer on the same data whenever it is asked
     */
    public record Admitted(Query query, boolean repeatable) {}

    /** What is read: a text, and what the protocol says of its dataset. */
    private record Question(String text, Set<String> defaultGraphs, Set<String> namedGraphs) {}

    private static final Pattern PLACE = Pattern.compile("[Ll]ine (\\d+), column (\\d+)");
    private static final int CHARACTERS_SHOWN = 40;
    /** Of all texts whose queries are kept; a parsed query takes about ten times its text. */
    private static final long KEPT_CHARACTERS = 1_000_000;

    private static final int LONGEST_KEPT = 20_000;
    /** So that short ones have their price, too. */
    private static final int LEAST_WEIGHT = 200;

    private final Limits limits;
    private final ServicePolicy services;
    private final Cache<Question, Admitted> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_CHARACTERS)
            .weigher((Question question, Admitted admitted) -> LEAST_WEIGHT + question.text().length())
            .executor(Runnable::run)
            .build();

    public QueryGate(Limits limits, ServicePolicy services) {
        this.limits = limits;
        this.services = services;
    }

    /** The functions that a query may call by their address. */
    public static Set<String> functions() {
        return QueryInspection.FUNCTIONS;
    }

    /** What {@link #read} gave for the same before, if that is still known; takes next to no time. */
    public Optional<Admitted> known(String text, Set<String> defaultGraphs, Set<String> namedGraphs) {
        return Optional.ofNullable(kept.getIfPresent(new Question(text, defaultGraphs, namedGraphs)));
    }

    /**
     * Reads a query, or remembers it. Others may run the same one meanwhile, so nobody may change it.
     *
     * @param defaultGraphs names of the protocol's {@code default-graph-uri}; with {@code namedGraphs} they replace what
     *     the query says, if there is one of either
     * @throws Refusal 400 with the place if it does not parse, or is too deep or too long for us; 403 if it wants what is
     *     not offered; 413 if its text is too long
     */
    public Admitted read(String text, Set<String> defaultGraphs, Set<String> namedGraphs) {
        Question question = new Question(text, Set.copyOf(defaultGraphs), Set.copyOf(namedGraphs));
        Admitted before = kept.getIfPresent(question);
        if (before != null) {
            return before;
        }
        Admitted admitted = admit(text, defaultGraphs, namedGraphs);
        if (text.length() <= LONGEST_KEPT) {
            kept.put(question, admitted);
        }
        return admitted;
    }

    private Admitted admit(String text, Set<String> defaultGraphs, Set<String> namedGraphs) {
        checkText(text);
        try {
            Query query = QueryFactory.create(text, Namespaces.BASE, Syntax.syntaxSPARQL_11);
            if (!defaultGraphs.isEmpty() || !namedGraphs.isEmpty()) {
                // SPARQL 1.1 Protocol, 2.1.4: the dataset of the protocol decides over that of the query.
                query.getGraphURIs().clear();
                query.getNamedGraphURIs().clear();
                defaultGraphs.forEach(query::addGraphURI);
                namedGraphs.forEach(query::addNamedGraphURI);
            }
            // What is worked out late is worked out now, in one thread.
            query.ensureResultVars();
            Op op = Algebra.compile(query);
            QueryInspection inspection = new QueryInspection(limits, services);
            inspection.inspect(op);
            return new Admitted(query, inspection.isRepeatable());
        } catch (QueryParseException e) {
            throw unparsable(text, e);
        } catch (JenaException e) {
            throw Refusal.of(400, "The query cannot be used: " + firstLine(e.getMessage()));
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    /**
     * Looks at what must not even reach the parser.
     *
     * @throws Refusal 400 or 413
     */
    public void checkText(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > limits.textBytes()) {
            throw Refusal.of(413, "The query is longer than " + limits.textBytes() + " bytes. Send fewer bindings at once.");
        }
        QueryText seen = QueryText.of(text);
        if (seen.depth() > limits.nesting()) {
            throw tooDeep();
        }
        if (seen.pathCount() > limits.pathCount() || seen.pathSteps() > limits.operators()) {
            throw Refusal.of(
                    400,
                    "The counts of property paths go beyond " + limits.pathCount() + " in one path or "
                            + limits.operators() + " in all. Use + or * to follow a path to its end.");
        }
    }

    /**
     * Looks at a pattern of an update.
     *
     * @throws Refusal 400 or 403, as for a query
     */
    public void check(Element pattern) {
        try {
            new QueryInspection(limits, services).inspect(Algebra.compile(pattern));
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    private Refusal tooDeep() {
        return Refusal.of(
                400,
                "The query is nested too deeply or chains too many parts; up to " + limits.nesting()
                        + " brackets may enclose each other.");
    }

    /** What to tell of a text that does not parse: the place, what stands there, and what is wrong with it if that helps. */
    public Refusal unparsable(String text, QueryParseException e) {
        String message = firstLine(e.getMessage());
        int line = e.getLine();
        int column = e.getColumn();
        Matcher place = PLACE.matcher(message);
        if (line < 1 && place.find()) {
            line = Integer.parseInt(place.group(1));
            column = Integer.parseInt(place.group(2));
        }
        String where = line < 1 ? "" : " at line " + line + ", column " + column + quoted(text, line, column);
        // The parser's own words for an unexpected token only repeat it.
        String cause = message.startsWith("Encountered") || message.startsWith("Lexical error")
                ? "this was not expected here"
                : message.replaceAll("^(?:\\[[^\\]]*\\]|Line \\d+, column \\d+:)\\s*", "");
        return Refusal.of(400, "The query does not parse" + where + ": " + cause);
    }

    /** What stands at the place, and the end of the text if that is where it breaks off. */
    private static String quoted(String text, int line, int column) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        if (line > lines.length) {
            return ", after the end";
        }
        String shown = lines[line - 1];
        int from = Math.min(Math.max(0, column - 1), shown.length());
        String rest = shown.substring(from).strip();
        if (rest.isEmpty()) {
            return ", at the end of the line";
        }
        int characters = Math.min(CHARACTERS_SHOWN, rest.codePointCount(0, rest.length()));
        return ", near \"" + rest.substring(0, rest.offsetByCodePoints(0, characters)) + "\"";
    }

    private static String firstLine(String message) {
        if (message == null) {
            return "it is not understood";
        }
        int expecting = message.indexOf("Was expecting");
        String head = (expecting > 0 ? message.substring(0, expecting) : message).strip();
        int end = head.indexOf('\n');
        // Names of classes tell a client nothing that it can act on.
        return (end > 0 ? head.substring(0, end) : head).replaceAll("(?:[a-z]\\w*\\.)+[A-Z]\\w*:?\\s*", "").strip();
    }
}
