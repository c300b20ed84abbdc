// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.diastem.curation.Terms;

/**
 * Trees of classes that do not exist, eight levels deep, below the concepts that claims name most often. A class takes
 * the place of the concept at the root of its tree wherever that one may stand, because it is one.
 */
final class MadeUpClasses {
    static final int DEPTH = 8;

    /** One class. Its labels hold the root's, so that a sentence about the root can be made one about it. */
    record MadeUpClass(String name, String parent, String root, int number, String en, String zh) {}

    private static final String ENGLISH = """

            dia:%s a owl:Class ;
                rdfs:label "%s"@en ;
                obo:IAO_0000115 "Whatever the made-up scheme of the bench puts under the number %d among \
            those that are called %s."@en ;
                rdfs:subClassOf dia:%s .
            """;

    private static final String CHINESE = """

            dia:%s rdfs:label "%s"@zh ;
                obo:IAO_0000115 "在基准测试的虚构分类中，称为%s者编号为%d的一类。"@zh .
            """;

    private static final int ROOTS_AT_MOST = 100;
    private static final int FEWEST_BELOW_A_ROOT = 2 * DEPTH;

    private final Map<String, List<MadeUpClass>> byRoot = new LinkedHashMap<>();
    private final Terms terms;

    private MadeUpClasses(Terms terms) {
        this.terms = terms;
    }

    /**
     * @param uses how often claims name each concept
     * @param total how many classes to make, about
     */
    static MadeUpClasses below(Map<String, Integer> uses, Terms terms, int total) {
        MadeUpClasses made = new MadeUpClasses(terms);
        int rootCount = Math.max(1, Math.min(ROOTS_AT_MOST, total / (2 * FEWEST_BELOW_A_ROOT)));
        List<Map.Entry<String, Integer>> roots = uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(rootCount)
                .toList();
        int allUses = roots.stream().mapToInt(Map.Entry::getValue).sum();
        int fair = total - rootCount * FEWEST_BELOW_A_ROOT;
        for (Map.Entry<String, Integer> root : roots) {
            made.grow(root.getKey(), FEWEST_BELOW_A_ROOT + Math.max(0, fair) * root.getValue() / allUses);
        }
        return made;
    }

    /** Each level about twice as wide as the one above it. */
    private void grow(String root, int size) {
        List<MadeUpClass> classes = new ArrayList<>();
        List<String> above = List.of(root);
        int number = 1;
        for (int level = 1; level <= DEPTH; level++) {
            int left = DEPTH - level;
            int wanted = Math.max(1, (int) (size * (double) (1 << level) / (2 << DEPTH)));
            int width = level == DEPTH
                    ? Math.max(1, size - classes.size())
                    : Math.min(wanted, size - classes.size() - left);
            List<String> here = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                String name = root + "OfMadeUpType" + number;
                String parent = above.get((int) ((long) i * above.size() / width));
                classes.add(new MadeUpClass(
                        name,
                        parent,
                        root,
                        number,
                        label(root, "en") + " of made-up type " + number,
                        "虚构" + number + "型" + label(root, "zh")));
                here.add(name);
                number++;
            }
            above = here;
        }
        byRoot.put(root, classes);
    }

    private String label(String name, String language) {
        return terms.labels(name, language).iterator().next();
    }

    Set<String> roots() {
        return byRoot.keySet();
    }

    boolean isRoot(String concept) {
        return byRoot.containsKey(concept);
    }

    List<MadeUpClass> below(String root) {
        return byRoot.get(root);
    }

    MadeUpClass any(String root, Random random) {
        List<MadeUpClass> classes = byRoot.get(root);
        return classes.get(random.nextInt(classes.size()));
    }

    int size() {
        return byRoot.values().stream().mapToInt(List::size).sum();
    }

    /** What is appended to the file that ontology editors open. */
    String english() {
        StringBuilder text = new StringBuilder();
        forEachInOrder(made -> text.append(ENGLISH.formatted(
                made.name(), made.en(), made.number(), label(made.root(), "en"), made.parent())));
        return text.toString();
    }

    /** What is appended to its Chinese twin. */
    String chinese() {
        StringBuilder text = new StringBuilder();
        forEachInOrder(made -> text.append(
                CHINESE.formatted(made.name(), made.zh(), label(made.root(), "zh"), made.number())));
        return text.toString();
    }

    private void forEachInOrder(Consumer<MadeUpClass> taker) {
        new TreeMap<>(byRoot).values().forEach(classes -> classes.forEach(taker));
    }
}
