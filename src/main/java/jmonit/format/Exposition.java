package jmonit.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects samples by their families and writes them as Prometheus or OpenMetrics reads them. Which of the two decides little: what a counter
 * is called where it is described, and the last line. One thread.
 */
final class Exposition {

    private static final String TOTAL = "_total";

    private final Map<String, Family> families = new LinkedHashMap<>();
    private final boolean open;

    /** {@code open} for OpenMetrics. */
    Exposition(boolean open) {
        this.open = open;
    }

    private record Family(StringBuilder text) {
    }

    /** A sample; the name of a counter ends in "_total". {@code labels} are pairs of a name and a value. */
    void add(String name, String help, double value, String... labels) {
        StringBuilder text = families.computeIfAbsent(name, _ -> new Family(head(name, help))).text();
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
            escape(labels[i + 1], true, text);
            text.append('"');
        }
        text.append(labels.length == 0 ? " " : "} ");
        number(value, text);
        text.append('\n');
    }

    private StringBuilder head(String name, String help) {
        boolean counter = name.endsWith(TOTAL);
        String described = counter && open ? name.substring(0, name.length() - TOTAL.length()) : name;
        var text = new StringBuilder("# HELP ").append(described).append(' ');
        escape(help, open, text);
        return text.append("\n# TYPE ").append(described).append(counter ? " counter\n" : " gauge\n");
    }

    private static void escape(String text, boolean quotes, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '"' -> out.append(quotes ? "\\\"" : "\"");
                default -> out.append(c);
            }
        }
    }

    private static void number(double value, StringBuilder out) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            out.append((long) value);
        } else {
            out.append(Double.isNaN(value) ? "NaN" : Double.isInfinite(value) ? value > 0 ? "+Inf" : "-Inf" : Double.toString(value));
        }
    }

    String text() {
        var text = new StringBuilder();
        families.values().forEach(f -> text.append(f.text()));
        return open ? text.append("# EOF\n").toString() : text.toString();
    }
}
