// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.diastem.problem.Place;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;

/**
 * Reads the list of endpoints that queries may call: one address a line, with a comment after {@code #} and white
 * space, or on a line of its own.
 */
public final class ServiceList {
    private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#.*$");
    /** A host that stands for an address itself, in whatever notation, or for this machine. */
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "(?i)\\[.*|localhost|.*\\.localhost|(0x[0-9a-f]*|\\d+)(\\.(0x[0-9a-f]*|\\d+))*");

    private ServiceList() {}

    /**
     * The addresses of a file in their order. Those that cannot be called are problems and left out.
     *
     * @param shownName the file's name in problems
     */
    public static List<String> read(Path file, String shownName, AddressRule rule, Problems problems) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            problems.add(ProblemCode.BAD_UTF8, Place.ofFile(shownName), "");
            return List.of();
        } catch (IOException e) {
            problems.add(ProblemCode.MISSING_FILE, Place.ofFile(shownName), "");
            return List.of();
        }
        Set<String> addresses = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = COMMENT.matcher(lines.get(i)).replaceFirst("");
            String address = line.strip();
            if (address.isEmpty()) {
                continue;
            }
            int start = line.codePointCount(0, line.indexOf(address));
            Place place = new Place(shownName, i + 1, start + 1, "");
            if (!isService(address)) {
                problems.add(ProblemCode.BAD_SERVICE, place, address);
            } else if (!mayBeCalled(URI.create(address).getHost(), rule)) {
                problems.add(
                        ProblemCode.SERVICE_NOT_PUBLIC,
                        place,
                        address,
                        "For this machine itself there is --allow-loopback-services.");
            } else if (!addresses.add(address)) {
                problems.add(ProblemCode.DUPLICATE_IDENTIFIER, place, address);
            }
        }
        return List.copyOf(addresses);
    }

    private static boolean isService(String address) {
        try {
            URI uri = new URI(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && !uri.getHost().endsWith(".")
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.toASCIIString().equals(address);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What is sure before any name is looked up; the rest is checked with each connection. */
    private static boolean mayBeCalled(String host, AddressRule rule) {
        if (!NOT_A_NAME.matcher(host).matches()) {
            return true;
        }
        try {
            return rule.allows(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
