package jmonit.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * What is kept of a program's output. Monit reads the errors first and then the rest, in pieces of 255 bytes until the limit is reached or
 * passed, each piece up to its first zero byte, and drops the blanks around the whole; seen by experiment.
 */
final class ProgramOutput {

    static final int PIECE = 255;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;

    private ProgramOutput(int limit) {
        this.limit = limit;
    }

    static String of(String errors, String output, int limit) {
        var kept = new ProgramOutput(limit);
        kept.add(errors.getBytes(UTF_8));
        kept.add(output.getBytes(UTF_8));
        return trimmed(kept.kept.toByteArray());
    }

    private void add(byte[] text) {
        for (var from = 0; from < text.length && kept.size() < limit; from += PIECE) {
            addPiece(text, from, Math.min(from + PIECE, text.length));
        }
    }

    private void addPiece(byte[] text, int from, int to) {
        var end = from;
        while (end < to && text[end] != 0) {
            end++;
        }
        kept.write(text, from, end - from);
    }

    private static String trimmed(byte[] text) {
        var from = 0;
        var to = text.length;
        while (from < to && blank(text[from])) {
            from++;
        }
        while (to > from && blank(text[to - 1])) {
            to--;
        }
        return new String(text, from, to - from, UTF_8);
    }

    /** As isspace(3) in the C locale. */
    private static boolean blank(byte letter) {
        return letter == ' ' || letter >= '\t' && letter <= '\r';
    }
}
