package jmonit.channel;

import java.util.List;

import jmonit.model.Fact;

/** What is told along with an event, as text. */
final class Facts {

    /** As wide as the labels of Monit's own lines. */
    private static final int WIDTH = 13;

    private Facts() {
    }

    /** As lines of a mail, in the manner of those above them. */
    static String lines(List<Fact> facts) {
        var text = new StringBuilder();
        for (Fact fact : facts) {
            String label = Character.toUpperCase(fact.name().charAt(0)) + fact.name().substring(1) + ":";
            text.append('\t').append(label).append(" ".repeat(Math.max(1, WIDTH - label.length())))
                    .append(fact.text().strip().replace("\n", "\n\t" + " ".repeat(WIDTH))).append('\n');
        }
        return text.toString();
    }

    /** For a small screen. */
    static String brief(List<Fact> facts) {
        return String.join("\n", facts.stream().map(f -> f.name() + ": " + f.text().strip()).toList());
    }
}
