// SPDX-License-Identifier: Apache-2.0
package org.diastem.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of our ontology that the code names. A test holds every constant to be declared in {@code ontology/}. */
public final class Dia {
    // Claims.
    public static final Node CLAIM_SUBJECT = term("claimSubject");
    public static final Node CLAIM_PREDICATE = term("claimPredicate");
    public static final Node CLAIM_OBJECT = term("claimObject");
    public static final Node CLAIM_VALUE = term("claimValue");
    public static final Node UNIT = term("unit");
    public static final Node POLARITY = term("polarity");
    public static final Node CERTAINTY = term("certainty");
    public static final Node STATED_EVIDENCE = term("statedEvidence");
    public static final Node STATEMENT = term("statement");
    public static final Node IN_SECTION = term("inSection");
    public static final Node IN_FIGURE = term("inFigure");
    public static final Node IN_TABLE = term("inTable");
    public static final Node ON_LINE = term("onLine");
    public static final Node SOURCE_LINE = term("sourceLine");
    public static final Node START_OFFSET = term("startOffset");
    public static final Node END_OFFSET = term("endOffset");
    public static final Node LOCUS = term("locus");
    public static final Node QUOTE = term("quote");
    public static final Node IN_GROUP = term("inGroup");
    public static final Node RESTATES = term("restates");
    public static final Node IN_TENSION_WITH = term("inTensionWith");
    public static final Node OPPOSITE = term("oppositeUnderOtherCondition");
    public static final Node HAS_SELECTOR = term("hasSelector");

    // Groups and tensions.
    public static final Node CLAIM_GROUP = term("ClaimGroup");
    public static final Node LIST_KIND = term("listKind");
    public static final Node TENSION = term("Tension");
    public static final Node TENSION_OF = term("tensionOf");
    public static final Node REASON = term("reason");

    // What was given up.
    public static final Node RETIRED_RECORD = term("RetiredRecord");
    public static final Node RETIRED_IN = term("retiredIn");

    // The source.
    public static final Node SOURCE_DOCUMENT = term("SourceDocument");
    public static final Node SECTION = term("Section");
    public static final Node TEXT_LINE = term("TextLine");
    public static final Node FIGURE = term("Figure");
    public static final Node SOURCE_TABLE = term("SourceTable");
    public static final Node TRIAL_REGISTRY = term("TrialRegistry");
    public static final Node SECTION_TOPIC = term("sectionTopic");
    public static final Node DEPICTS = term("depicts");
    public static final Node FIRST_LINE = term("firstLine");
    public static final Node LAST_LINE = term("lastLine");
    public static final Node LINE_NUMBER = term("lineNumber");
    public static final Node LINE_ROLE = term("lineRole");
    public static final Node LINE_LENGTH = term("lineLength");
    public static final Node LINE_HASH = term("lineHash");
    public static final Node ROWS_PRESENT = term("rowsPresent");

    // Evidence lines.
    public static final Node EVIDENCE_LINE = term("EvidenceLine");
    public static final Node FOR_CLAIM = term("forClaim");
    public static final Node EVIDENCE_ITEM = term("evidenceItem");
    public static final Node DIRECTION = term("direction");
    public static final Node DIRECTNESS = term("directness");
    public static final Node JUDGEMENT = term("judgement");
    public static final Node STUDY_TYPE = term("studyType");
    public static final Node SPECIES = term("species");
    public static final Node SAMPLE_SIZE = term("sampleSize");
    public static final Node SAMPLE_NOTE = term("sampleNote");
    public static final Node EFFECT_MEASURE = term("effectMeasure");
    public static final Node EFFECT_VALUE = term("effectValue");
    public static final Node EFFECT_UNIT = term("effectUnit");
    public static final Node INTERVAL = term("interval");
    public static final Node P_VALUE = term("pValue");
    public static final Node EFFECT_NOTE = term("effectNote");
    public static final Node FINDING = term("finding");
    public static final Node SEEN_AT = term("seenAt");
    public static final Node SEEN_ON = term("seenOn");
    public static final Node SEEN_FIELDS = term("seenFields");
    public static final Node CURATED_BY = term("curatedBy");
    public static final Node SECOND_READING = term("secondReading");

    // Publications.
    public static final Node REFERENCE = term("Reference");
    public static final Node FIRST_AUTHOR = term("firstAuthor");
    public static final Node YEAR = term("year");
    public static final Node YEAR_BASIS = term("yearBasis");
    public static final Node JOURNAL = term("journal");
    public static final Node JOURNAL_BASIS = term("journalBasis");

    // Trials.
    public static final Node CLINICAL_TRIAL = term("ClinicalTrial");
    public static final Node ADJACENT_TRIAL = term("AdjacentTrial");
    public static final Node TRIAL_SCOPE = term("trialScope");
    public static final Node TESTS_INTERVENTION = term("testsIntervention");
    public static final Node STATE_SEEN_AT = term("stateSeenAt");
    public static final Node RESULT_PUBLICATION = term("resultPublication");
    public static final Node SECOND_SEEN_AT = term("secondSeenAt");

    // Predicates of claims.
    public static final Node CLAIM_KIND = term("claimKind");
    public static final Node SUBJECT_KIND = term("subjectKind");
    public static final Node OBJECT_KIND = term("objectKind");
    public static final Node VALUE_SET = term("ValueSet");

    // Example queries.
    public static final Node EXPLANATION = term("explanation");
    public static final Node AVOIDS_MISUNDERSTANDING = term("avoidsMisunderstanding");
    public static final Node HAS_PARAMETER = term("hasParameter");
    public static final Node PARAMETER_VARIABLE = term("parameterVariable");
    public static final Node VALUE_TYPE = term("valueType");
    public static final Node DEFAULT_VALUE = term("defaultValue");
    public static final Node SUGGESTION_QUERY = term("suggestionQuery");
    public static final Node EXPECTED_ROWS = term("expectedRows");
    public static final Node RESULT_HASH = term("resultHash");
    public static final Node VERIFIED_IN = term("verifiedIn");
    public static final Node VERIFIED_ON = term("verifiedOn");

    // Derived.
    public static final Node ANCESTOR = term("ancestor");

    // Hypotheses.
    public static final Node HYPOTHESIS = term("Hypothesis");
    public static final Node PATH_START = term("pathStart");
    public static final Node PATH_END = term("pathEnd");
    public static final Node STEP_COUNT = term("stepCount");
    public static final Node NET_SIGN = term("netSign");
    public static final Node WEAKEST_STRENGTH = term("weakestStrength");
    public static final Node WEAKEST_CLAIM = term("weakestClaim");
    public static final Node OPPOSITE_PATH = term("oppositePath");
    public static final Node HAS_STEP = term("hasStep");
    public static final Node PATH_STEP = term("PathStep");
    public static final Node STEP_NUMBER = term("stepNumber");
    public static final Node STEP_CLAIM = term("stepClaim");

    private Dia() {}

    /** The node of a term by its local name. */
    public static Node term(String localName) {
        return NodeFactory.createURI(Namespaces.DIA + localName);
    }
}
