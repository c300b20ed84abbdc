// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern SAID = Pattern.compile("say\\(\"([a-z][A-Za-z0-9.-]*)\"(\\s*\\+)?");

    @Test
    void both_languages_have_the_same_texts() {
        assertEquals(new TreeSet<>(Texts.in("en").keys()), new TreeSet<>(Texts.in("zh").keys()));
    }

    @Test
    void chinese_texts_are_chinese() {
        for (String key : Texts.in("zh").keys()) {
            String text = Texts.in("zh").say(key);
            assertTrue(
                    text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
                            || text.equals(Texts.in("en").say(key))
                            // Brackets and the like around what is said elsewhere.
                            || text.replaceAll("\\{[^}]*}", "").codePoints().noneMatch(Character::isLetter),
                    key + " = " + text);
        }
    }

    @Test
    void every_text_that_a_template_says_exists_and_none_is_left_over() throws IOException {
        Set<String> said = new TreeSet<>();
        Set<String> begun = new TreeSet<>();
        for (Path folder : new Path[] {Path.of("src/main/jte"), Path.of("src/main/java/org/diastem/server")}) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher found = SAID.matcher(Files.readString(file));
                    while (found.find()) {
                        (found.group(2) == null ? said : begun).add(found.group(1));
                    }
                }
            }
        }
        assertFalse(said.isEmpty());
        Set<String> missing = new TreeSet<>(said);
        missing.removeAll(Texts.in("en").keys());
        assertEquals(Set.of(), missing);
        Set<String> unused = new TreeSet<>(Texts.in("en").keys());
        unused.removeAll(said);
        unused.removeIf(key -> begun.stream().anyMatch(key::startsWith));
        assertEquals(Set.of(), unused);
    }
}
