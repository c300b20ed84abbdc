// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetSignTest {
    private static final Sign[] SIGNS = Sign.values();

    private static NetSign of(Sign... signs) {
        return NetSign.of(IntStream.range(0, signs.length)
                .mapToObj(i -> Steps.step(i + 1, "N" + i, signs[i], "N" + (i + 1)))
                .toList());
    }

    @Test
    void two_steps_that_lower_make_one_that_raises() {
        assertEquals(NetSign.RAISES, of(Sign.LOWERS, Sign.LOWERS));
        assertEquals(NetSign.LOWERS, of(Sign.LOWERS, Sign.LOWERS, Sign.LOWERS));
        assertEquals(NetSign.LOWERS, of(Sign.RAISES, Sign.LOWERS));
        assertEquals(NetSign.RAISES, of(Sign.RAISES, Sign.RAISES));
    }

    @Test
    void a_neutral_step_passes_on_and_neutral_steps_alone_tell_no_direction() {
        assertEquals(NetSign.LOWERS, of(Sign.NEUTRAL, Sign.LOWERS, Sign.NEUTRAL));
        assertEquals(NetSign.RAISES, of(Sign.RAISES, Sign.NEUTRAL));
        assertEquals(NetSign.UNDETERMINED, of(Sign.NEUTRAL, Sign.NEUTRAL));
    }

    @Test
    void a_step_without_direction_or_under_a_condition_leaves_it_undetermined() {
        assertEquals(NetSign.UNDETERMINED, of(Sign.RAISES, Sign.UNSTATED));
        Step conditional = Steps.step(1, "A", Sign.RAISES, "B", true, Strength.NONE, Steps.DOCUMENT);
        assertEquals(NetSign.UNDETERMINED, NetSign.of(List.of(conditional, Steps.step(2, "B", Sign.RAISES, "C"))));
    }

    @Test
    void the_composed_sign_is_the_product_over_the_steps_whatever_they_are() {
        Random random = new Random(NetSignTest.class.getName().hashCode());
        for (int round = 0; round < 10_000; round++) {
            List<Step> steps = new ArrayList<>();
            double product = 1;
            boolean directed = false;
            for (int i = random.nextInt(8); i >= 0; i--) {
                Sign sign = SIGNS[random.nextInt(SIGNS.length)];
                boolean qualified = random.nextInt(10) == 0;
                steps.add(Steps.step(i + 1, "N" + i, sign, "N" + (i + 1), qualified, Strength.NONE, Steps.DOCUMENT));
                // Not a number swallows everything, as a direction that is not known does.
                product *= qualified || sign == Sign.UNSTATED ? Double.NaN : sign == Sign.LOWERS ? -1 : 1;
                directed |= sign == Sign.RAISES || sign == Sign.LOWERS;
            }
            NetSign expected = Double.isNaN(product) || !directed
                    ? NetSign.UNDETERMINED
                    : product > 0 ? NetSign.RAISES : NetSign.LOWERS;
            assertEquals(expected, NetSign.of(steps), steps.toString());
        }
    }

    @Test
    void only_two_known_directions_are_opposite() {
        assertTrue(NetSign.RAISES.isOppositeOf(NetSign.LOWERS));
        assertTrue(NetSign.LOWERS.isOppositeOf(NetSign.RAISES));
        for (NetSign sign : NetSign.values()) {
            assertFalse(sign.isOppositeOf(sign));
            assertFalse(sign.isOppositeOf(NetSign.UNDETERMINED));
        }
    }
}
