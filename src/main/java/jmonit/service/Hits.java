package jmonit.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

import jmonit.model.Answer;

/** The lines one rule found in one look: all are counted, the first are shown. Owned by the look. */
final class Hits {

    private final long limit;
    private final List<String> shown = new ArrayList<>();
    private long room;
    private long count;
    private String trouble = "";

    /** @param limit how many bytes are shown, line feeds included; what reaches it is cut, as Monit does */
    Hits(long limit) {
        this.limit = limit;
        this.room = limit;
    }

    void add(byte[] text, int from, int to) {
        count++;
        if (room > 0) {
            int length = (int) Math.min(to - from, limit - 1);
            shown.add(new String(text, from, length, UTF_8));
            room -= length + 1;
        }
    }

    /** A line could not be searched. */
    void trouble(String because) {
        trouble = because;
    }

    Answer answer() {
        if (count == 0 && !trouble.isEmpty()) {
            return new Answer.Failed(trouble);
        }
        var lines = new ArrayList<>(shown);
        if (room <= 0) {
            lines.add(count > shown.size() ? "... (" + count + " lines match)" : "...");
        }
        return new Answer.Lines(count, lines);
    }
}
