// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The words of the pages in one language; a test holds both languages to the same keys. */
public final class Texts {
    private static final Map<String, Texts> ALL = Map.of("en", new Texts("en"), "zh", new Texts("zh"));

    private final Properties texts = new Properties();
    private final Locale locale;

    private Texts(String language) {
        locale = Locale.forLanguageTag(language);
        try (InputStream in = Texts.class.getResourceAsStream("texts_" + language + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program", e);
        }
    }

    /** @param language {@code en} or {@code zh} */
    public static Texts in(String language) {
        return Objects.requireNonNull(ALL.get(language), language);
    }

    /**
     * @param arguments for the places {0}, {1} ... of the text
     * @throws IllegalArgumentException if there is no such text: a fault of the program
     */
    public String say(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text has the key " + key);
        }
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
