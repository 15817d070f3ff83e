package jmonit.format;

import java.util.List;

import jmonit.json.JsonWriter;

/** A piece of the log, for programs. */
public final class LogJson {

    private LogJson() {
    }

    /** {@code reset}: the log is another than the one that was read before. */
    public static void write(String position, List<String> lines, boolean reset, JsonWriter out) {
        out.object().field("position", position);
        Nodes.texts("lines", lines, out);
        out.field("reset", reset).end();
    }
}
