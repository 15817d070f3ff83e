package jmonit.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a web server answers: its status, and the page for whoever wants it. A length of -1 was not told, nor an empty location. */
record HttpAnswer(Talk talk, int status, long length, boolean chunked, String location) {

    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 200;
    private static final Pattern STATUS = Pattern.compile("\\S+\\s+(\\d{1,9})(?:\\s.*)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    /** {@code hearing} begins the complaint where nothing comes: "HTTP: Error receiving data". */
    static HttpAnswer to(Talk talk, String request, String hearing) throws IOException {
        say(talk, request);
        return new HttpAnswer(talk, status(talk, hearing), -1, false, "");
    }

    private static void say(Talk talk, String request) throws IOException {
        try {
            talk.say(request);
        } catch (IOException e) {
            throw new IOException("HTTP: error sending data -- " + e.getMessage(), e);
        }
    }

    private static int status(Talk talk, String hearing) throws IOException {
        var line = talk.line(hearing);
        var status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new IOException("HTTP error: Cannot parse HTTP status in response: " + line);
        }
        return Integer.parseInt(status.group(1));
    }

    /** With what its headers say about the page. As with Monit, a server that ends among them has answered all the same. */
    HttpAnswer withHeaders() throws IOException {
        var answer = this;
        var header = header();
        for (var count = 0; !header.isEmpty() && count < MOST_HEADERS; count++) {
            answer = answer.with(header);
            header = header();
        }
        return answer;
    }

    private String header() {
        try {
            return talk.line(LONGEST_LINE);
        } catch (IOException e) {
            return "";
        }
    }

    private HttpAnswer with(String header) throws IOException {
        var parts = header.split(":", 2);
        var value = parts.length == 2 ? parts[1].strip() : "";
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "content-length" -> new HttpAnswer(talk, status, length(value, header), chunked, location);
            case "transfer-encoding" -> new HttpAnswer(talk, status, length, value.toLowerCase(Locale.ROOT).contains("chunked"), location);
            case "location" -> new HttpAnswer(talk, status, length, chunked, value);
            default -> this;
        };
    }

    private static long length(String number, String header) throws IOException {
        if (!NUMBER.matcher(number).matches()) {
            throw new IOException("HTTP error: Parsing Content-Length response header '" + header + "'");
        }
        if (number.startsWith("-")) {
            throw new IOException("HTTP error: Illegal Content-Length response header '" + header + "'");
        }
        return Long.parseLong(number);
    }

    /** Reads a page nobody wants, so that the next answer can be read. */
    void skipPage(int limit, Lane.Pass pass) throws IOException {
        if (chunked || length > 0) {
            page(limit, pass);
        }
    }

    byte[] page(int limit, Lane.Pass pass) throws IOException {
        if (chunked) {
            return HttpChunks.read(talk, limit, pass);
        }
        if (length == 0) {
            throw new IOException("HTTP error: No content returned from server");
        }
        return length < 0 ? pieces(limit, pass, talk::soFar) : pieces((int) Math.min(length, limit), pass, (page, most) -> whole(talk, page, most));
    }

    /** A page that goes past the lane, or the beginning of a longer one. */
    byte[] smallPage() throws IOException {
        try (var none = new Lane().pass(Lane.SMALL, Duration.ZERO)) {
            return page(Lane.SMALL, none);
        }
    }

    @FunctionalInterface
    private interface Reading {

        void into(Page page, int most) throws IOException;
    }

    private byte[] pieces(int most, Lane.Pass pass, Reading reading) throws IOException {
        var page = new Page(most);
        reading.into(page, Math.min(most, Lane.SMALL));
        if (most > Lane.SMALL && page.size() == Lane.SMALL) {
            pass.enter();
            talk.widen();
            reading.into(page, most);
        }
        return page.all();
    }

    static byte[] whole(Talk talk, int length) throws IOException {
        var page = new Page(length);
        whole(talk, page, length);
        return page.all();
    }

    private static void whole(Talk talk, Page page, int length) throws IOException {
        try {
            talk.upTo(page, length);
            if (page.size() < length) {
                throw new IOException("the server closed the connection after " + page.size() + " of " + length + " bytes");
            }
        } catch (IOException e) {
            throw new IOException("HTTP error: Receiving data -- " + e.getMessage(), e);
        }
    }
}
