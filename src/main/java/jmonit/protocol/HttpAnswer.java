package jmonit.protocol;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a web server answers: its status, and the page for whoever wants it. */
record HttpAnswer(Talk talk, String line, int status) {

    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 200;
    private static final Pattern STATUS = Pattern.compile("\\S+\\s+(\\d{1,9})(?:\\s.*)?");

    /** Reads no further than the status: a server that sends nothing more has answered all the same. */
    static HttpAnswer to(Talk talk, String request) throws IOException {
        say(talk, request);
        var line = line(talk);
        var status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new IOException("HTTP error: Cannot parse HTTP status in response: " + line);
        }
        return new HttpAnswer(talk, line, Integer.parseInt(status.group(1)));
    }

    private static void say(Talk talk, String request) throws IOException {
        try {
            talk.say(request);
        } catch (IOException e) {
            throw new IOException("HTTP: error sending data -- " + e.getMessage(), e);
        }
    }

    private static String line(Talk talk) throws IOException {
        try {
            return talk.line(LONGEST_LINE);
        } catch (IOException e) {
            throw new IOException("HTTP: Error receiving data -- " + e.getMessage(), e);
        }
    }

    byte[] page(int limit) throws IOException {
        var length = Integer.MAX_VALUE;
        var chunked = false;
        var header = line(talk);
        for (var count = 0; !header.isEmpty() && count < MOST_HEADERS; count++) {
            var parts = header.split(":", 2);
            if (parts[0].equalsIgnoreCase("Content-Length") && parts.length == 2) {
                length = length(parts[1].strip(), header);
            }
            chunked |= parts[0].equalsIgnoreCase("Transfer-Encoding") && header.toLowerCase(Locale.ROOT).contains("chunked");
            header = line(talk);
        }
        return chunked ? HttpChunks.read(talk, limit) : talk.upTo(Math.min(length, limit));
    }

    private static int length(String number, String header) throws IOException {
        try {
            return Math.toIntExact(Math.min(Long.parseUnsignedLong(number), Integer.MAX_VALUE));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IOException("HTTP error: Parsing Content-Length response header '" + header + "'", e);
        }
    }
}
