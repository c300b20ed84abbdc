// SPDX-License-Identifier: Apache-2.0
package org.diastem.vocab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The named graphs of a release, one per origin of what they hold. */
public enum GraphName {
    ONTOLOGY("Our classes and properties in both languages", "本项目的类与属性(中英文)"),
    IMPORTS("Labels and places of the foreign terms in use", "所用外部术语的标签与位置"),
    MAPPINGS("Matches with community terms", "与社区术语的匹配"),
    DOCUMENT("The review, its summary page, their parts and people", "综述、摘要页及其组成部分与相关人员"),
    CLAIMS("Claims, groups and tensions", "论断、论断组与张力"),
    ASSERTIONS("Direct triples of the claims that allow one", "可直接陈述的论断的直接三元组"),
    EVIDENCE("Which finding bears on which claim, and how", "哪项发现以何种方式支持或反对哪条论断"),
    REFERENCES("Publications that serve as evidence", "作为证据的文献"),
    TRIALS("Registered trials as their records were seen", "注册临床试验(以所见记录为准)"),
    DERIVED("What the rules derive from all the others", "由规则从其他各图导出的内容"),
    HYPOTHESES(
            "Paths of several claims that nobody asserted as a whole; not part of the default graph",
            "由多条论断串联而成、无人整体主张过的路径；不在默认图中"),
    EXAMPLES("Example queries", "示例查询"),
    METADATA("What the release holds, counted: VoID, DCAT, provenance of the build", "版本内容的统计与描述：VoID、DCAT 与构建来源");

    private final String meaningEn;
    private final String meaningZh;

    GraphName(String meaningEn, String meaningZh) {
        this.meaningEn = meaningEn;
        this.meaningZh = meaningZh;
    }

    /** The last part of the IRI and the name of the file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Node node() {
        return NodeFactory.createURI(Namespaces.GRAPH + key());
    }

    public String meaningEn() {
        return meaningEn;
    }

    public String meaningZh() {
        return meaningZh;
    }

    /** Whether what it holds stands in the default graph, too: all that somebody said, curated or derived. */
    public boolean isInDefaultGraph() {
        return this != HYPOTHESES;
    }

    /** The graph with that key. */
    public static Optional<GraphName> ofKey(String key) {
        return Arrays.stream(values()).filter(graph -> graph.key().equals(key)).findFirst();
    }

    /** All keys in their order. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(GraphName::key).toList();
    }
}
