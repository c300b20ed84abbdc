// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.diastem.model.Mapping;
import org.diastem.model.Term;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;

/** Mints our IRIs from identifiers that the table schema has checked: letters, digits and inner hyphens only. */
public final class IriMinter {
    /** What stands behind an IRI's last slash, hash or colon; a bare number together with the word before it. */
    private static final Pattern LAST_WORD = Pattern.compile("([A-Za-z]+[/#:])?[0-9]+$|[^/#:]*[A-Za-z][^/#:]*$");

    private IriMinter() {}

    public static Node claim(String id) {
        return individual("claim", id);
    }

    public static Node group(String id) {
        return individual("group", id);
    }

    public static Node tension(String id) {
        return individual("tension", id);
    }

    /** The selector of a claim's words has the claim's number. */
    public static Node selector(String claimId) {
        return individual("selector", claimId);
    }

    /** An evidence line by its identifier, which holds the claim's number. */
    public static Node evidence(String id) {
        return individual("evidence", id);
    }

    public static Node reference(String key) {
        return individual("reference", key);
    }

    /** A registered trial by its registry number. */
    public static Node trial(String number) {
        return individual("trial", number);
    }

    public static Node agent(String id) {
        return individual("agent", id);
    }

    /**
     * A path by its claims.
     *
     * @param claimIds joined by hyphens, in the order of the path
     */
    public static Node hypothesis(String claimIds) {
        return individual("hypothesis", claimIds);
    }

    /** A claim in that place of a path, counted from 1; paths that have it there share the node. */
    public static Node pathStep(int number, String claimId) {
        return individual("hypothesis", "step-" + number + '-' + claimId);
    }

    public static Node line(int number) {
        return individual("line", "L" + number);
    }

    /**
     * A mapping by what it says, such as {@code VEGF-narrow-P15692}, so that its name outlives new rows before it.
     * A foreign identifier that is a bare number takes the word before it: {@code VEGF-close-hgnc-12680}.
     */
    public static Node mapping(Mapping mapping) {
        String predicate = lastWord(mapping.predicate()).replaceFirst("Match$", "");
        return individual(
                "mapping", lastWord(mapping.subject()) + '-' + predicate + '-' + lastWord(mapping.object()));
    }

    private static String lastWord(String iri) {
        Matcher matcher = LAST_WORD.matcher(iri);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no name can be made of " + iri);
        }
        return matcher.group().replaceAll("[^A-Za-z0-9]", "-");
    }

    /** A release by its name. */
    public static Node release(String name) {
        return individual("release", name);
    }

    /**
     * A part of the description of a release, such as a partition.
     *
     * @param path made of letters, digits, hyphens, underscores and dots
     */
    public static Node releasePart(String release, List<String> path) {
        return NodeFactory.createURI(release(release).getURI() + '/' + String.join("/", path));
    }

    /** The build that made a release. */
    public static Node run(String release) {
        return individual("run", release);
    }

    /** The version IRI of the ontology in a release. */
    public static Node ontologyVersion(String version) {
        return NodeFactory.createURI(Namespaces.RELEASE + version + "/ontology");
    }

    /**
     * An individual of ours.
     *
     * @param kind one of {@link Namespaces#KINDS}
     */
    public static Node individual(String kind, String name) {
        if (!Namespaces.KINDS.contains(kind)) {
            throw new IllegalArgumentException("no kind of individual is called " + kind);
        }
        return NodeFactory.createURI(Namespaces.BASE + kind + '/' + name);
    }

    /** The node of whatever a cell names. */
    public static Node term(Term term) {
        if (term instanceof Term.Concept concept) {
            return Dia.term(concept.name());
        }
        if (term instanceof Term.Individual individual) {
            return individual(individual.kind(), individual.name());
        }
        if (term instanceof Term.ClaimRef reference) {
            return claim(reference.id());
        }
        if (term instanceof Term.GroupRef reference) {
            return group(reference.id());
        }
        throw new IllegalStateException("no IRI for " + term);
    }
}
