// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a client accepts, by the rules of RFC 9110 section 12.5: the most specific range that fits a type decides its
 * weight, the greatest weight wins, and of equal weights the server's order. A missing header accepts everything.
 */
public final class Accept {
    private static final int MOST_RANGES = 100;
    private static final int MOST_KNOWN = 500;
    private static final int LONGEST_KNOWN = 300;

    /** @param weight 0 is "not this one" */
    private record Range(String type, String subtype, double weight) {
        int specificity() {
            return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
        }

        boolean fits(MediaType media) {
            return (type.equals("*") || type.equals(media.type())) && (subtype.equals("*") || subtype.equals(media.subtype()));
        }
    }

    /** Programs send the same header every time, and there are few programs. */
    private static final Cache<String, Accept> KNOWN = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .executor(Runnable::run)
            .build();

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** @param header empty if there is none; a range that cannot be read is passed over */
    public static Accept of(Optional<String> header) {
        String text = header.orElse("");
        return text.length() <= LONGEST_KNOWN ? KNOWN.get(text, Accept::read) : read(text);
    }

    private static Accept read(String text) {
        List<Range> ranges = new ArrayList<>();
        for (Weighted weighted : Weighted.list(text)) {
            MediaType.parse(weighted.value())
                    .ifPresent(media -> ranges.add(new Range(media.type(), media.subtype(), weighted.weight())));
        }
        return new Accept(ranges.isEmpty() ? List.of(new Range("*", "*", 1)) : ranges);
    }

    /**
     * The offer that the client likes best.
     *
     * @param offers the server's favourite first
     * @param types every name of an offer
     */
    public <T> Optional<T> best(List<T> offers, Function<T, List<MediaType>> types) {
        T best = null;
        double bestWeight = 0;
        for (T offer : offers) {
            double weight = 0;
            for (MediaType type : types.apply(offer)) {
                weight = Math.max(weight, weight(type));
            }
            if (weight > bestWeight) {
                best = offer;
                bestWeight = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The weight of a type, 0 to 1; 0 is "not acceptable". */
    public double weight(MediaType media) {
        int specificity = -1;
        double weight = 0;
        for (Range range : ranges) {
            // Of two that are as specific the first one.
            if (range.specificity() > specificity && range.fits(media)) {
                specificity = range.specificity();
                weight = range.weight();
            }
        }
        return weight;
    }

    /** Whether the client names this very type, rather than a range that happens to hold it. */
    public boolean names(MediaType media) {
        return ranges.stream().anyMatch(range -> range.specificity() == 2 && range.fits(media) && range.weight() > 0);
    }

    /**
     * The language for a person, by {@code Accept-Language}: {@code zh} or {@code en}, the second where nothing is said.
     */
    public static String language(Optional<String> header) {
        double english = 0;
        double chinese = 0;
        double other = 0;
        for (Weighted weighted : Weighted.list(header.orElse(""))) {
            String tag = weighted.value().toLowerCase(Locale.ROOT);
            if (tag.equals("zh") || tag.startsWith("zh-")) {
                chinese = Math.max(chinese, weighted.weight());
            } else if (tag.equals("en") || tag.startsWith("en-")) {
                english = Math.max(english, weighted.weight());
            } else if (tag.equals("*")) {
                other = weighted.weight();
            }
        }
        return chinese > Math.max(english, english == 0 ? other : 0) ? "zh" : "en";
    }

    /** The weight of a coding in an {@code Accept-Encoding}; what is not named has that of {@code *}, or none. */
    static double weightOf(String coding, String header) {
        double any = 0;
        for (Weighted weighted : Weighted.list(header)) {
            if (weighted.value().equalsIgnoreCase(coding)) {
                return weighted.weight();
            }
            if (weighted.value().equals("*")) {
                any = weighted.weight();
            }
        }
        return any;
    }

    /** An element of a list with weights. */
    private record Weighted(String value, double weight) {
        static List<Weighted> list(String header) {
            List<Weighted> found = new ArrayList<>();
            for (String element : header.split(",", MOST_RANGES)) {
                String[] parts = element.split(";");
                // An element of nothing but semicolons has no parts at all.
                String value = parts.length == 0 ? "" : parts[0].strip();
                if (!value.isEmpty()) {
                    found.add(new Weighted(value, weight(parts)));
                }
            }
            return found;
        }

        private static double weight(String[] parts) {
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
                if (parameter.startsWith("q=")) {
                    try {
                        return Math.min(1, Math.max(0, Double.parseDouble(parameter.substring(2).strip())));
                    } catch (NumberFormatException e) {
                        // A weight that is no number says nothing.
                        return 1;
                    }
                }
            }
            return 1;
        }
    }
}
