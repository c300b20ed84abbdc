// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diastem.problem.EnvironmentException;

/** The text of the source page, line by line from 1. It is not part of the project; whoever has it names its file. */
public final class SourceText {
    private final List<String> lines;

    private SourceText(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads a text; the end of the last line is optional.
     *
     * @throws EnvironmentException if the file cannot be read or is not UTF-8
     */
    public static SourceText read(Path file) {
        try {
            return new SourceText(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new EnvironmentException("The source " + file + " is not UTF-8.", e);
        } catch (IOException e) {
            throw new EnvironmentException("The source " + file + " cannot be read.", e);
        }
    }

    public int size() {
        return lines.size();
    }

    /** Whether the text has a line of that number. */
    public boolean has(int line) {
        return line >= 1 && line <= lines.size();
    }

    public String line(int number) {
        return lines.get(number - 1);
    }

    /** The length of a line in Unicode characters. */
    public int length(int number) {
        return line(number).codePointCount(0, line(number).length());
    }

    /** A part of a line by offsets in Unicode characters, the end exclusive. */
    public String part(int number, int start, int end) {
        int[] characters = line(number).codePoints().toArray();
        return new String(characters, start, end - start);
    }
}
