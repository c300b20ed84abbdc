// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.diastem.vocab.Dia;

/** The columns of the drawing, from what is given to what comes of it. */
public enum Layer {
    PRODUCT("MSCOrProduct", "StemCell", "TherapeuticProduct", "PlannedProcess"),
    MOLECULE("MolecularEntity"),
    PATHWAY("SignalingProcess", "DysregulatedMolecularProcess"),
    /** Whatever belongs to none of the others: processes, tissues, cells of the body, states. */
    PROCESS(),
    OUTCOME("HumanDisease", "Measure", "Risk", "TherapeuticEffect", "Prognosis");

    private final List<Node> classes;

    Layer(String... classes) {
        this.classes = List.of(classes).stream().map(Dia::term).toList();
    }

    /** The key of its name among the texts of the pages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How round the corners of its boxes are, so that layers are told apart by shape as well. */
    public int corner() {
        return switch (this) {
            case PRODUCT -> 20;
            case MOLECULE -> 12;
            case PATHWAY -> 6;
            case PROCESS -> 2;
            case OUTCOME -> 0;
        };
    }

    /** @param above a concept and everything above it */
    static Layer of(Set<Node> above) {
        for (Layer layer : values()) {
            if (layer.classes.stream().anyMatch(above::contains)) {
                return layer;
            }
        }
        return PROCESS;
    }
}
