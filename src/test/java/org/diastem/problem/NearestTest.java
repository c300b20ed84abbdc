// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void a_swapped_pair_of_letters_is_found() {
        assertEquals(
                Optional.of("UmbilicalCordMSC"),
                Nearest.of("UmbilicalCordMCS", List.of("BoneMarrowMSC", "UmbilicalCordMSC", "UmbilicalCord")));
    }

    @Test
    void nothing_is_proposed_for_a_word_that_is_far_from_all() {
        assertEquals(Optional.empty(), Nearest.of("Zebra", List.of("UmbilicalCordMSC", "Exosome")));
    }

    @Test
    void of_equally_near_ones_the_first_in_the_alphabet_is_proposed() {
        assertEquals(Optional.of("aab"), Nearest.of("aa", List.of("aac", "aab")));
    }
}
