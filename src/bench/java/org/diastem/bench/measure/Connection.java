// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.measure;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection to a SPARQL endpoint on this machine. Written by hand, since a client library
 * takes longer than the fastest answers do. To be used by one thread.
 */
public final class Connection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 1_800_000;
    private static final int BUFFER = 1 << 16;

    private final URI endpoint;
    private final boolean cachesAllowed;
    private final byte[] buffer = new byte[BUFFER];
    private Socket socket;
    private InputStream in;
    private int position;
    private int filled;

    /** @param cachesAllowed whether the server may answer with what it kept from an earlier request */
    public Connection(URI endpoint, boolean cachesAllowed) {
        this.endpoint = endpoint;
        this.cachesAllowed = cachesAllowed;
    }

    /**
     * An answer.
     *
     * @param nanos from before the request was written until after the last byte was read
     * @param bytes of the body
     * @param body empty if it was not asked for
     */
    public record Reply(int status, long nanos, long bytes, byte[] body) {
        public boolean isGood() {
            return status == 200;
        }

        /** The first line of the body, for messages. */
        public String shown() {
            return status + " " + new String(body, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        }
    }

    /** Asks and reads the whole answer. */
    public Reply ask(String query, String accepted, String moreParameters, boolean keepBody) throws IOException {
        byte[] form = ("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + moreParameters)
                .getBytes(StandardCharsets.US_ASCII);
        String head = "POST " + endpoint.getRawPath() + " HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\nAccept: "
                + accepted + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length
                + (cachesAllowed ? "" : "\r\nCache-Control: no-cache, no-store") + "\r\n\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[headBytes.length + form.length];
        System.arraycopy(headBytes, 0, request, 0, headBytes.length);
        System.arraycopy(form, 0, request, headBytes.length, form.length);
        try {
            return send(request, keepBody);
        } catch (EOFException | java.net.SocketException closedWhileIdle) {
            close();
            return send(request, keepBody);
        }
    }

    private Reply send(byte[] request, boolean keepBody) throws IOException {
        if (socket == null) {
            open();
        }
        long begun = System.nanoTime();
        OutputStream out = socket.getOutputStream();
        out.write(request);
        out.flush();
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String folded = header.toLowerCase(Locale.ROOT);
            if (folded.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
            chunked |= folded.startsWith("transfer-encoding:") && folded.contains("chunked");
            last |= folded.startsWith("connection:") && folded.contains("close");
        }
        ByteArrayOutputStream kept = keepBody || status != 200 ? new ByteArrayOutputStream() : null;
        long bytes = chunked ? chunks(kept) : length >= 0 ? take(length, kept) : rest(kept);
        long nanos = System.nanoTime() - begun;
        if (last || !chunked && length < 0) {
            close();
        }
        return new Reply(status, nanos, bytes, kept == null ? new byte[0] : kept.toByteArray());
    }

    private void open() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
        in = socket.getInputStream();
        position = 0;
        filled = 0;
    }

    private long chunks(ByteArrayOutputStream kept) throws IOException {
        long bytes = 0;
        while (true) {
            String size = line();
            int end = size.indexOf(';');
            long length = Long.parseLong(end < 0 ? size.strip() : size.substring(0, end).strip(), 16);
            bytes += take(length, kept);
            line();
            if (length == 0) {
                return bytes;
            }
        }
    }

    private long take(long length, ByteArrayOutputStream kept) throws IOException {
        long left = length;
        while (left > 0) {
            if (position == filled) {
                fill();
            }
            int part = (int) Math.min(left, filled - position);
            if (kept != null) {
                kept.write(buffer, position, part);
            }
            position += part;
            left -= part;
        }
        return length;
    }

    private long rest(ByteArrayOutputStream kept) throws IOException {
        long bytes = 0;
        try {
            while (true) {
                if (position == filled) {
                    fill();
                }
                bytes += take(filled - position, kept);
            }
        } catch (EOFException end) {
            return bytes;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (position == filled) {
                fill();
            }
            char next = (char) buffer[position++];
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append(next);
            }
        }
    }

    private void fill() throws IOException {
        filled = in.read(buffer, 0, buffer.length);
        position = 0;
        if (filled <= 0) {
            filled = 0;
            throw new EOFException("the server closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
