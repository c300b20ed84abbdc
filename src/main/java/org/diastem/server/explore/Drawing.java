// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import java.util.List;
import java.util.Objects;
import org.diastem.path.Step;

/**
 * A drawing of paths: concepts in columns, and a line for each claim. All numbers are user units of SVG.
 *
 * @param boxes concepts, from left to right and from top to bottom
 * @param lines claims, in the order of their first path
 */
public record Drawing(int width, int height, List<Band> bands, List<Box> boxes, List<Line> lines) {
    public Drawing {
        bands = List.copyOf(bands);
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** The columns of one layer, side by side. */
    public record Band(Layer layer, int x, int width) {
        public Band {
            Objects.requireNonNull(layer);
        }
    }

    /**
     * A concept.
     *
     * @param text its label in the language of the page, cut into rows
     * @param isEnd whether a path begins or ends here
     * @param paths the numbers of the paths that go through it, with blanks between
     */
    public record Box(
            String term,
            String label,
            Layer layer,
            int x,
            int y,
            int width,
            int height,
            List<String> text,
            boolean isEnd,
            String paths) {
        public Box {
            Objects.requireNonNull(term);
            Objects.requireNonNull(label);
            Objects.requireNonNull(layer);
            text = List.copyOf(text);
            Objects.requireNonNull(paths);
        }

        /** Where the foot of the first row stands. */
        public int textY() {
            return y + (height - text.size() * Layout.ROW) / 2 + Layout.ROW - 5;
        }

        public int middle() {
            return x + width / 2;
        }
    }

    /**
     * A claim between two concepts.
     *
     * @param step the claim
     * @param from the local name of the concept where it is drawn from
     * @param to the local name of its object
     * @param curve as the attribute {@code d} of an SVG path has it
     * @param badgeX the left edge of the plate with its number
     * @param badgeY the upper edge
     * @param paths the numbers of the paths that go through it, with blanks between
     */
    public record Line(
            Step step, String from, String to, String curve, int badgeX, int badgeY, int badgeWidth, String paths) {
        public Line {
            Objects.requireNonNull(step);
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
            Objects.requireNonNull(curve);
            Objects.requireNonNull(paths);
        }

        /** The claim's number with the signs of dispute and of a condition. */
        public String badge() {
            return badge(step);
        }

        static String badge(Step step) {
            String dispute = step.isContested() || step.isContradictedOnly() ? "◆" : "";
            return dispute + step.id() + (step.isQualified() ? "*" : "");
        }
    }
}
