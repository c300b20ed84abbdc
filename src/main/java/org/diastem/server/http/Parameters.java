// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a query string or of a form, as {@code application/x-www-form-urlencoded} has them: UTF-8,
 * percent-encoded, {@code +} for a space. What cannot be decoded is refused with 400 rather than guessed at.
 */
public final class Parameters {
    /** More than any client of ours has reason to send. */
    static final int MOST = 1_000;

    private static final int ASCII = 128;

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * @param encoded may be null, which is the same as empty
     * @throws Refusal 400 if it is not percent-encoded UTF-8, or holds more than 1,000 parameters
     */
    public static Parameters of(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return new Parameters(values);
        }
        String[] pairs = encoded.split("&");
        if (pairs.length > MOST) {
            throw Refusal.of(400, "The request has more than " + MOST + " parameters.");
        }
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
            }
        }
        return new Parameters(values);
    }

    /** The parameters of both; of a name in both, the values of the first come first. */
    public Parameters and(Parameters other) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        values.forEach((name, list) -> all.put(name, new ArrayList<>(list)));
        other.values.forEach((name, list) -> all.computeIfAbsent(name, unused -> new ArrayList<>()).addAll(list));
        return new Parameters(all);
    }

    /** @throws Refusal 400 if it is there more than once */
    public Optional<String> single(String name) {
        List<String> found = all(name);
        if (found.size() > 1) {
            throw Refusal.of(400, "The parameter " + name + " is given " + found.size() + " times; once is enough.");
        }
        return found.stream().findFirst();
    }

    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** In the order of their first appearance. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Text behind percent signs; {@code +} is a space.
     *
     * @throws Refusal 400 if a percent sign is not followed by two hexadecimal digits, or the bytes are no UTF-8
     */
    static String decoded(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded.replace('+', ' ');
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char character = encoded.charAt(i);
            if (character == '%') {
                bytes.write(hexadecimal(encoded, i));
                i += 2;
            } else if (character == '+') {
                bytes.write(' ');
            } else if (character < ASCII) {
                bytes.write(character);
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int hexadecimal(String encoded, int percent) {
        boolean complete = percent + 2 < encoded.length();
        int high = complete ? Character.digit(encoded.charAt(percent + 1), 16) : -1;
        int low = complete ? Character.digit(encoded.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw Refusal.of(
                    400,
                    "The request is not percent-encoded: a % at character " + (percent + 1)
                            + " is not followed by two hexadecimal digits. Write %25 for a % itself.");
        }
        return high * 16 + low;
    }

    /** @throws Refusal 400 if it is no UTF-8 */
    public static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of(400, "The request is not UTF-8.");
        }
    }
}
