package jmonit.format;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;

/** {@code report}: how many services are in which state. */
public final class ReportText {

    private static final int LABEL = 14;
    private static final int NUMBER = 3;

    private ReportText() {
    }

    private enum Group {
        UP, DOWN, INITIALISING, UNMONITORED;

        static Group of(View view) {
            var state = new State(view);
            if (!state.monitored()) {
                return UNMONITORED;
            }
            return !state.looked() ? INITIALISING : state.failures().isEmpty() ? UP : DOWN;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static void write(Selection selection, Appendable out) throws IOException {
        int total = selection.views().size();
        for (Group group : Group.values()) {
            long count = count(selection, group);
            line(group.word(), count, " (" + Amounts.percent(total == 0 ? 0 : 100.0 * count / total) + ")", out);
        }
        line("total", total, " services", out);
    }

    private static void line(String word, long count, String tail, Appendable out) throws IOException {
        String label = word + ":";
        String number = Long.toString(count);
        out.append(label).append(" ".repeat(Math.max(0, LABEL - label.length()) + Math.max(0, NUMBER - number.length())))
                .append(number).append(tail).append('\n');
    }

    /** The bare number for one word of the report; nothing where there is no such word. */
    public static Optional<Long> number(Selection selection, String word) {
        if (word.equals("total")) {
            return Optional.of((long) selection.views().size());
        }
        String name = word.equals("initializing") ? Group.INITIALISING.word() : word;
        return List.of(Group.values()).stream().filter(g -> g.word().equals(name)).findFirst().map(g -> count(selection, g));
    }

    /** All numbers by their words, in one go; a word that is missing has none. */
    static Map<String, Long> numbers(Snapshot snapshot) {
        return snapshot.services().stream().collect(Collectors.groupingBy(v -> Group.of(v).word(), Collectors.counting()));
    }

    private static long count(Selection selection, Group group) {
        return selection.views().stream().filter(v -> Group.of(v) == group).count();
    }
}
