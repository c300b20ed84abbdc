// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diastem.problem.Place;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;

/**
 * Reads RFC 4180 records from bytes and says of every cell where it begins. Stricter than the RFC where a curated file
 * can only be wrong: UTF-8, no byte order mark, no stray quote, no control character. What it does not accept it
 * reports, and goes on with the next record where that is possible.
 *
 * <p>The rules are stated, not guessed: the separator is given, records end with LF or CRLF, the last end may be
 * missing, blank lines are not records.
 */
public final class CsvReader {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int END = -1;

    private final String file;
    private final char separator;
    private final Problems problems;
    private final int[] text;
    private int position;
    private int line = 1;
    private int column = 1;

    private CsvReader(String file, int[] text, char separator, Problems problems) {
        this.file = file;
        this.text = text;
        this.separator = separator;
        this.problems = problems;
    }

    /**
     * The records of a file, header included. A record's cells carry no column name yet.
     *
     * @param file the name to be shown in problems
     */
    public static List<List<Cell>> read(byte[] bytes, String file, char separator, Problems problems) {
        Optional<String> decoded = decode(bytes, file, problems);
        if (decoded.isEmpty()) {
            return List.of();
        }
        int[] characters = decoded.get().codePoints().toArray();
        CsvReader reader = new CsvReader(file, characters, separator, problems);
        if (characters.length > 0 && characters[0] == BYTE_ORDER_MARK) {
            problems.add(ProblemCode.BYTE_ORDER_MARK, new Place(file, 1, 1, ""), "");
            reader.position = 1;
        }
        return reader.records();
    }

    private static Optional<String> decode(byte[] bytes, String file, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            String before = out.toString();
            int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
            String lastLine = before.substring(before.lastIndexOf('\n') + 1);
            problems.add(
                    ProblemCode.BAD_UTF8,
                    new Place(file, line, lastLine.codePointCount(0, lastLine.length()) + 1, ""),
                    String.format(Locale.ROOT, "byte 0x%02X", bytes[in.position()] & 0xFF));
            return Optional.empty();
        }
        return Optional.of(out.toString());
    }

    private List<List<Cell>> records() {
        List<List<Cell>> records = new ArrayList<>();
        while (peek() != END) {
            if (atLineEnd()) {
                readLineEnd();
                continue;
            }
            records.add(record());
        }
        return records;
    }

    private List<Cell> record() {
        List<Cell> cells = new ArrayList<>();
        while (true) {
            cells.add(cell());
            if (peek() == separator) {
                next();
            } else {
                if (peek() != END) {
                    readLineEnd();
                }
                return cells;
            }
        }
    }

    private Cell cell() {
        Place place = here();
        String content = peek() == '"' ? quoted(place) : plain();
        int control = firstControl(content);
        if (control >= 0) {
            problems.add(
                    ProblemCode.CONTROL_CHARACTER, place, content, String.format(Locale.ROOT, "It holds U+%04X.", control));
        }
        return new Cell(content, place);
    }

    private String plain() {
        StringBuilder content = new StringBuilder();
        while (peek() != END && peek() != separator && !atLineEnd()) {
            if (peek() == '"') {
                problems.add(ProblemCode.STRAY_QUOTE, here(), content + "\"");
            }
            content.appendCodePoint(next());
        }
        return content.toString();
    }

    private String quoted(Place place) {
        next();
        StringBuilder content = new StringBuilder();
        while (true) {
            int character = next();
            if (character == END) {
                problems.add(
                        ProblemCode.UNCLOSED_QUOTE,
                        place,
                        content.toString(),
                        "The file ends before the quote that opens here is closed.");
                return content.toString();
            }
            if (character != '"') {
                content.appendCodePoint(character);
            } else if (peek() == '"') {
                content.appendCodePoint(next());
            } else {
                break;
            }
        }
        if (peek() != END && peek() != separator && !atLineEnd()) {
            problems.add(
                    ProblemCode.STRAY_QUOTE, here(), content.toString(), "Text follows the quote that ends the cell.");
            content.append(plain());
        }
        return content.toString();
    }

    private static int firstControl(String content) {
        return content.codePoints()
                .filter(character -> Character.isISOControl(character) || character == BYTE_ORDER_MARK)
                .findFirst()
                .orElse(-1);
    }

    private Place here() {
        return new Place(file, line, column, "");
    }

    private int peek() {
        return position < text.length ? text[position] : END;
    }

    private int next() {
        if (position >= text.length) {
            return END;
        }
        int character = text[position++];
        if (character == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        return character;
    }

    private boolean atLineEnd() {
        return peek() == '\n' || (peek() == '\r' && position + 1 < text.length && text[position + 1] == '\n');
    }

    private void readLineEnd() {
        if (peek() == '\r') {
            next();
        }
        next();
    }
}
