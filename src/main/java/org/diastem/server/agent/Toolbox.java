// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.diastem.path.MechanismNet;
import org.diastem.path.MechanismPath;
import org.diastem.path.PathAnswer;
import org.diastem.path.PathLimits;
import org.diastem.path.Step;
import org.diastem.problem.Nearest;
import org.diastem.server.http.Refusal;
import org.diastem.server.sparql.Description;
import org.diastem.store.PerRelease;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/** The tools. Each answer holds the addresses of the claims that it speaks of and the query that gives the same. */
final class Toolbox {
    private static final int USUAL_ROWS = 50;
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_HITS = 50;
    private static final Pattern CLAIM = Pattern.compile("(?:https://w3id\\.org/diastem/claim/|claim:)?(C\\d{4,})");
    private static final Pattern OUR_TERM = Pattern.compile("(?<![\\w:-])dia:([A-Za-z][A-Za-z0-9]*)|<https://w3id\\.org/diastem/ontology/([A-Za-z][A-Za-z0-9]*)>");
    private static final List<String> TOPICS = List.of(
            "DiabeticBetaCellInjury", "DiabeticNeuropathy", "DiabeticKidneyDisease", "DiabeticRetinopathy", "ChronicDiabeticWound");
    private static final List<String> LEVELS =
            List.of("RandomisedOrPooledHuman", "OtherHuman", "AnimalOnly", "InVitroOnly");

    private static final int MOST_TRIES = 200_000;

    private final Search search;
    private final Set<String> types;
    private final PerRelease<MechanismNet> nets;

    /** @param types the kinds of thing that the search may be narrowed to */
    Toolbox(Search search, Set<String> types, PerRelease<MechanismNet> nets) {
        this.search = search;
        this.nets = nets;
        this.types = new TreeSet<>(types);
    }

    List<Tool> tools() {
        return List.of(
                findTerms(), getEntity(), getSchema(), findExamples(), checkQuery(), runQuery(), getEvidence(), mechanismPaths(),
                listGaps());
    }

    private Tool findTerms() {
        return new Tool(
                "find_terms",
                "Find terms, claims, publications and trials",
                "Full-text search in English and Chinese over names, synonyms, statements, findings and titles. Call it first, to "
                        + "learn the IRI of what you were asked about. Gives iri, type, labels in both languages and the text that matched.",
                inputs(
                        "text", Tool.text("Words, a name, an abbreviation, a DOI or a trial number, in English or Chinese"),
                        "type", Tool.choice("Only things of this kind", List.copyOf(types)),
                        "limit", Tool.number("At most so many hits, up to " + MOST_HITS + "; 10 if left out")),
                (arguments, setting) -> {
                    String text = arguments.text("text");
                    List<Map<String, Object>> hits = search.find(
                            setting.loaded(), setting.budget(), text, arguments.optional("type"), arguments.number("limit", 10, MOST_HITS));
                    if (hits.isEmpty()) {
                        throw new ToolFailure(
                                "Nothing was found for: " + text,
                                "Try fewer words, a synonym, or the other language. That nothing is found does not mean that it is false.");
                    }
                    Map<String, Object> answer = new LinkedHashMap<>();
                    answer.put("hits", hits);
                    answer.put("query", "PREFIX text: <http://jena.apache.org/text#>\nSELECT ?thing ?score ?text WHERE {\n  "
                            + "(?thing ?score ?text) text:query " + quoted(text) + " .\n} ORDER BY DESC(?score)");
                    return answer;
                });
    }

    private Tool getEntity() {
        return new Tool(
                "get_entity",
                "Get everything that is said of one thing",
                "All statements about a term, claim, publication, trial or other thing of DiaStem. A claim comes with its evidence "
                        + "lines and the labels of what it mentions.",
                inputs("iri", Tool.text("An IRI, or a short form as claim:C0035 or dia:Exosome")),
                (arguments, setting) -> {
                    Node thing = NodeFactory.createURI(expanded(arguments.text("iri")));
                    if (!setting.loaded().dataset().getDefaultGraph().contains(thing, Node.ANY, Node.ANY)) {
                        throw new ToolFailure("Nothing is said here of <" + thing.getURI() + ">.", "Look for it with find_terms.");
                    }
                    Graph told = Description.of(thing, setting.loaded().dataset(), setting.budget());
                    Map<String, Map<String, List<Object>>> things = new LinkedHashMap<>();
                    for (Triple triple : told.find().toList()) {
                        setting.budget().check();
                        things.computeIfAbsent(triple.getSubject().toString(), unused -> new LinkedHashMap<>())
                                .computeIfAbsent(triple.getPredicate().getURI(), unused -> new ArrayList<>())
                                .add(tagged(triple.getObject()));
                    }
                    Map<String, Object> answer = new LinkedHashMap<>();
                    answer.put("iri", thing.getURI());
                    answer.put("statements", things.remove(thing.getURI()));
                    answer.put("about_what_it_mentions", things);
                    answer.put("query", "DESCRIBE <" + thing.getURI() + ">");
                    return answer;
                });
    }

    private Tool getSchema() {
        return new Tool(
                "get_schema",
                "Get the properties of a class",
                "Which properties the things of a class have, with the number of triples and of different values, from the statistics of "
                        + "the release. Without a class: the classes and how many things each has. Read it before you write a query.",
                inputs("class", Tool.optionalText("A class, as dia:MechanismClaim or an IRI; leave out for the list of classes")),
                (arguments, setting) -> {
                    String prefixes = "PREFIX void: <http://rdfs.org/ns/void#>\n";
                    Optional<String> type = arguments.optional("class").map(Toolbox::expanded);
                    Map<String, Object> answer = type.isEmpty()
                            ? Rows.of(setting, prefixes + "SELECT ?class (MAX(?n) AS ?things) WHERE {\n  ?part void:class ?class ; "
                                    + "void:entities ?n .\n} GROUP BY ?class ORDER BY DESC(?things)", MOST_ROWS)
                            : Rows.of(setting, prefixes + "SELECT ?property (MAX(?n) AS ?triples) WHERE {\n  ?part void:class <" + iri(type.get())
                                    + "> ; void:propertyPartition ?inner .\n  ?inner void:property ?property ; void:triples ?n .\n"
                                    + "} GROUP BY ?property ORDER BY DESC(?triples)", MOST_ROWS);
                    if (type.isPresent() && ((List<?>) answer.get("rows")).isEmpty()) {
                        throw new ToolFailure("No thing has the class <" + type.get() + ">.", "Call get_schema without a class for the list.");
                    }
                    return answer;
                });
    }

    private Tool findExamples() {
        return new Tool(
                "find_examples",
                "Find worked example queries",
                "Example SPARQL queries whose question contains all the words. Adapt the nearest one instead of writing from nothing.",
                inputs(
                        "words", Tool.optionalText("Words of the question, in English or Chinese; leave out for all"),
                        "limit", Tool.number("At most so many, up to 100; 10 if left out")),
                (arguments, setting) -> {
                    StringBuilder filter = new StringBuilder();
                    arguments.optional("words").ifPresent(words -> {
                        for (String word : words.split("\\s+")) {
                            filter.append("  FILTER(CONTAINS(LCASE(CONCAT(?question, \" \", ?questionZh)), LCASE(")
                                    .append(quoted(word)).append(")))\n");
                        }
                    });
                    Map<String, Object> answer = Rows.of(
                            setting,
                            "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\nPREFIX sh: <http://www.w3.org/ns/shacl#>\n"
                                    + "SELECT ?example ?question ?questionZh ?sparql WHERE {\n"
                                    + "  ?example a sh:SPARQLExecutable ; rdfs:label ?question , ?questionZh ; sh:select|sh:ask|sh:construct|sh:describe ?sparql .\n"
                                    + "  FILTER(LANG(?question) = \"en\" && LANG(?questionZh) = \"zh\")\n" + filter + "} ORDER BY ?example",
                            arguments.number("limit", 10, 100));
                    if (((List<?>) answer.get("rows")).isEmpty()) {
                        throw new ToolFailure("No example has these words.", "Try one word, or leave words out for all examples.");
                    }
                    return answer;
                });
    }

    private Tool checkQuery() {
        return new Tool(
                "check_query",
                "Check a SPARQL query before running it",
                "Says whether a query parses and would be accepted, and which dia: terms in it do not exist, with the nearest ones that do.",
                inputs("query", Tool.text("The SPARQL 1.1 query; prefixes of the project may be left out")),
                (arguments, setting) -> {
                    String text = Rows.withPrefixes(arguments.text("query"));
                    Map<String, Object> answer = new LinkedHashMap<>();
                    try {
                        setting.gate().read(text, Set.of(), Set.of());
                        answer.put("accepted", true);
                    } catch (Refusal refusal) {
                        answer.put("accepted", false);
                        answer.put("problem", refusal.getMessage());
                    }
                    answer.put("unknown_terms", unknownTerms(text, setting));
                    answer.put("query", text);
                    return answer;
                });
    }

    private static Map<String, Object> unknownTerms(String text, Setting setting) {
        Graph data = setting.loaded().dataset().getDefaultGraph();
        Map<String, Object> unknown = new LinkedHashMap<>();
        Matcher used = OUR_TERM.matcher(text);
        Set<String> known = null;
        while (used.find()) {
            String name = used.group(1) == null ? used.group(2) : used.group(1);
            Node term = NodeFactory.createURI(Namespaces.DIA + name);
            if (!unknown.containsKey("dia:" + name) && !data.contains(term, Node.ANY, Node.ANY) && !data.contains(Node.ANY, term, Node.ANY)) {
                if (known == null) {
                    known = new TreeSet<>();
                    for (Triple triple : setting.loaded().dataset().getGraph(GraphName.ONTOLOGY.node()).find().toList()) {
                        if (triple.getSubject().isURI() && triple.getSubject().getURI().startsWith(Namespaces.DIA)) {
                            known.add(triple.getSubject().getURI().substring(Namespaces.DIA.length()));
                        }
                    }
                }
                unknown.put("dia:" + name, Nearest.several(name, known, 3).stream().map(near -> "dia:" + near).toList());
            }
        }
        return unknown;
    }

    private Tool runQuery() {
        return new Tool(
                "run_query",
                "Run a SPARQL query",
                "Runs a read-only SPARQL 1.1 query within the limits of the endpoint. SELECT gives columns and rows, ASK a boolean, "
                        + "CONSTRUCT and DESCRIBE triples. When you report a claim, name its IRI, certainty and strength.",
                inputs(
                        "query", Tool.text("The query; prefixes of the project may be left out"),
                        "limit", Tool.number("At most so many rows are given, up to " + MOST_ROWS + "; " + USUAL_ROWS + " if left out")),
                (arguments, setting) ->
                        Rows.of(setting, arguments.text("query"), arguments.number("limit", USUAL_ROWS, MOST_ROWS)));
    }

    private Tool getEvidence() {
        return new Tool(
                "get_evidence",
                "Get the evidence for and against a claim",
                "The evidence lines of a claim: direction (supports, partly supports, contradicts, background), study type, species, "
                        + "sample, effect, finding, and the publication or trial. Also the claim's statement, certainty and strength.",
                inputs("claim", Tool.text("The claim, as C0035, claim:C0035 or its IRI")),
                (arguments, setting) -> {
                    Matcher id = CLAIM.matcher(arguments.text("claim"));
                    if (!id.matches()) {
                        throw new ToolFailure("This is no claim.", "Claims are named C0001 and so on; find_terms with type claim finds them.");
                    }
                    String claim = "<" + Namespaces.BASE + "claim/" + id.group(1) + ">";
                    Map<String, Object> about = Rows.of(
                            setting,
                            "PREFIX dia: <https://w3id.org/diastem/ontology/>\nSELECT ?statement ?statementZh ?polarity ?certainty ?strength ?section ?sourceLine WHERE {\n"
                                    + "  " + claim + " dia:statement ?statement , ?statementZh ; dia:polarity ?polarity ; dia:certainty ?certainty ;\n"
                                    + "    dia:inSection ?section ; dia:sourceLine ?sourceLine .\n  OPTIONAL { " + claim + " dia:strength ?strength }\n"
                                    + "  FILTER(LANG(?statement) = \"en\" && LANG(?statementZh) = \"zh\")\n}",
                            1);
                    List<?> found = (List<?>) about.get("rows");
                    if (found.isEmpty()) {
                        throw new ToolFailure("There is no claim " + id.group(1) + ".", "find_terms with type claim finds claims by their words.");
                    }
                    Map<String, Object> answer = Rows.of(
                            setting,
                            "PREFIX dia: <https://w3id.org/diastem/ontology/>\nPREFIX dcterms: <http://purl.org/dc/terms/>\nPREFIX schema: <https://schema.org/>\n"
                                    + "SELECT ?line ?direction ?directness ?studyType ?species ?sampleSize ?effectMeasure ?effectValue ?interval ?pValue ?finding ?item ?year ?doi WHERE {\n"
                                    + "  ?line dia:forClaim " + claim + " ; dia:direction ?direction ; dia:evidenceItem ?item .\n"
                                    + "  OPTIONAL { ?line dia:directness ?directness }\n  OPTIONAL { ?line dia:studyType ?studyType }\n"
                                    + "  OPTIONAL { { SELECT ?line (GROUP_CONCAT(STRAFTER(STR(?one), STR(dia:)); separator=\", \") AS ?species) WHERE { ?line dia:species ?one } GROUP BY ?line } }\n  OPTIONAL { ?line dia:sampleSize ?sampleSize }\n"
                                    + "  OPTIONAL { ?line dia:effectMeasure ?effectMeasure }\n  OPTIONAL { ?line dia:effectValue ?effectValue }\n"
                                    + "  OPTIONAL { ?line dia:interval ?interval }\n  OPTIONAL { ?line dia:pValue ?pValue }\n"
                                    + "  OPTIONAL { ?line dia:finding ?finding FILTER(LANG(?finding) = \"en\") }\n"
                                    + "  OPTIONAL { ?item dia:year ?year }\n  OPTIONAL { ?item schema:sameAs ?doi FILTER(STRSTARTS(STR(?doi), \"https://doi.org/\")) }\n} ORDER BY ?direction ?line",
                            MOST_ROWS);
                    Map<String, Object> whole = new LinkedHashMap<>();
                    whole.put("claim", Namespaces.BASE + "claim/" + id.group(1));
                    whole.put("about", found.get(0));
                    whole.put("for", lines(answer, "Supports", "PartlySupports"));
                    whole.put("against", lines(answer, "Contradicts"));
                    whole.put("background", lines(answer, "Background"));
                    whole.put("query", answer.get("query"));
                    return whole;
                });
    }

    private static List<Object> lines(Map<String, Object> answer, String... directions) {
        Set<String> wanted = Set.of(directions);
        List<Object> lines = new ArrayList<>();
        for (Object row : (List<?>) answer.get("rows")) {
            String direction = String.valueOf(((Map<?, ?>) row).get("direction"));
            if (wanted.contains(direction.substring(direction.lastIndexOf('/') + 1))) {
                lines.add(row);
            }
        }
        return lines;
    }

    private Tool mechanismPaths() {
        return new Tool(
                "mechanism_paths",
                "Get the mechanism paths between two concepts",
                "Chains of claims that lead from one concept to another, shortest first, each with its net sign (Raises, Lowers, "
                        + "Undetermined) and its weakest claim. Nobody asserted a chain as a whole: report it as a hypothesis, with its claims.",
                inputs(
                        "from", Tool.text("Where the chain starts: a class such as dia:MSCExosome"),
                        "to", Tool.text("Where it ends: a class such as dia:DiabeticKidneyDisease; narrower ones count"),
                        "limit", Tool.number("At most so many paths, up to " + PathLimits.PUBLISHED.mostPaths() + "; 10 if left out")),
                (arguments, setting) -> {
                    Node from = concept(arguments.text("from"), setting);
                    Node to = concept(arguments.text("to"), setting);
                    PathLimits limits = new PathLimits(
                            1, PathLimits.PUBLISHED.mostSteps(), arguments.number("limit", 10, PathLimits.PUBLISHED.mostPaths()), MOST_TRIES);
                    PathAnswer found = nets.of(setting.loaded()).between(from, to, limits, setting.budget()::check);
                    if (found.paths().isEmpty()) {
                        throw new ToolFailure(
                                "No chain of up to " + limits.mostSteps() + " claims leads from there to there.",
                                "Try a broader start or end, or the other direction; get_entity shows the claims about each.");
                    }
                    Map<String, Object> answer = new LinkedHashMap<>();
                    answer.put("net_sign", found.netSign().term());
                    answer.put("opposite_paths", found.hasOppositePaths());
                    answer.put("paths", found.paths().stream().map(Toolbox::told).toList());
                    answer.put("more", found.hasMore());
                    answer.put("query", "PREFIX dia: <https://w3id.org/diastem/ontology/>\nSELECT ?path ?netSign ?number ?claim WHERE {\n"
                            + "  GRAPH <https://w3id.org/diastem/graph/hypotheses> {\n    ?path dia:pathStart ?start ; dia:pathEnd ?end ; dia:netSign ?netSign ; dia:hasStep ?step .\n"
                            + "    ?step dia:stepNumber ?number ; dia:stepClaim ?claim .\n  }\n  <" + from.getURI() + "> dia:ancestor ?start .\n  ?end dia:ancestor <"
                            + to.getURI() + "> .\n} ORDER BY ?path ?number");
                    return answer;
                });
    }

    private static Node concept(String given, Setting setting) {
        Node concept = NodeFactory.createURI(expanded(given));
        if (!setting.loaded().dataset().getDefaultGraph().contains(concept, Dia.ANCESTOR, Node.ANY)) {
            throw new ToolFailure("<" + concept.getURI() + "> is no concept.", "Look for it with find_terms, type concept.");
        }
        return concept;
    }

    private static Map<String, Object> told(MechanismPath path) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Step step : path.steps()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("claim", step.claim().getURI());
            told.put("subject", step.subject().getURI());
            told.put("predicate", step.predicate().getURI());
            told.put("object", step.object().getURI());
            told.put("sign", step.sign().term());
            told.put("strength", step.strength().term());
            told.put("contested", step.isContested());
            told.put("only_under_a_condition", step.isQualified());
            steps.add(told);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("net_sign", path.netSign().term());
        told.put("weakest_claim", path.weakest().claim().getURI());
        told.put("weakest_strength", path.weakest().strength().term());
        told.put("steps", steps);
        return told;
    }

    private Tool listGaps() {
        return new Tool(
                "list_gaps",
                "List evidence gaps",
                "Where no supporting evidence of a kind was found: by complication, mechanism or outcome, and level of evidence, with the claims "
                        + "that lack it. A gap says that none is known here, not that there is none.",
                inputs(
                        "topic", Tool.choice("Only this complication", TOPICS),
                        "level", Tool.choice("Only gaps of this level of evidence", LEVELS),
                        "limit", Tool.number("At most so many, up to " + MOST_ROWS + "; " + USUAL_ROWS + " if left out")),
                (arguments, setting) -> {
                    String topic = chosen(arguments, "topic", TOPICS).map(each -> "  FILTER(?topic = dia:" + each + ")\n").orElse("");
                    String level = chosen(arguments, "level", LEVELS).map(each -> "  FILTER(?level = dia:" + each + ")\n").orElse("");
                    return Rows.of(
                            setting,
                            "PREFIX dia: <https://w3id.org/diastem/ontology/>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
                                    + "SELECT ?gap ?topic ?object ?label ?level (GROUP_CONCAT(STR(?claim); separator=\" \") AS ?claims) WHERE {\n"
                                    + "  ?gap a dia:EvidenceGap ; dia:sectionTopic ?topic ; dia:gapObject ?object ; dia:lacks ?level ; dia:ofClaim ?claim .\n"
                                    + "  ?object rdfs:label ?label FILTER(LANG(?label) = \"en\")\n" + topic + level
                                    + "} GROUP BY ?gap ?topic ?object ?label ?level ORDER BY ?gap",
                            arguments.number("limit", USUAL_ROWS, MOST_ROWS));
                });
    }

    private static Optional<String> chosen(Arguments arguments, String name, List<String> choices) {
        Optional<String> given = arguments.optional(name).map(value -> value.replaceFirst("^(dia:|https://w3id\\.org/diastem/ontology/)", ""));
        given.filter(value -> !choices.contains(value)).ifPresent(value -> {
            throw new ToolFailure("The argument " + name + " is none of its choices.", "Choose one of " + String.join(", ", choices) + ".");
        });
        return given;
    }

    private static Map<String, Tool.Input> inputs(Object... pairs) {
        Map<String, Tool.Input> inputs = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            inputs.put((String) pairs[i], (Tool.Input) pairs[i + 1]);
        }
        return inputs;
    }

    /** A text of the language with its tag, so that a reader can tell the two languages apart. */
    private static Object tagged(Node node) {
        boolean hasLanguage = node.isLiteral() && !node.getLiteralLanguage().isEmpty();
        return hasLanguage ? Map.of("text", node.getLiteralLexicalForm(), "lang", node.getLiteralLanguage()) : Rows.value(node);
    }

    /** The IRI behind a short form of the project. */
    private static String expanded(String given) {
        String bare = given.replaceFirst("^<(.*)>$", "$1");
        int colon = bare.indexOf(':');
        String namespace = colon < 0 ? null : Namespaces.all().get(bare.substring(0, colon));
        return iri(namespace == null ? bare : namespace + bare.substring(colon + 1));
    }

    /** @throws ToolFailure if it could not stand between the brackets of a query */
    private static String iri(String text) {
        if (!text.matches("[^\\s<>\"{}|\\\\^`]+:[^\\s<>\"{}|\\\\^`]*")) {
            throw new ToolFailure("This is no IRI.", "Give an IRI, or a short form as claim:C0035 or dia:Exosome.");
        }
        return text;
    }

    /** A string of SPARQL. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"';
    }
}
