package jmonit.catalog;

import java.util.List;
import java.util.Set;

/**
 * Something a rule may ask about. The {@code key} is its name in the model, the phrases are how a control file says it (the first one is the
 * proper one), and a measure says in which unit it may be compared and how Monit labels it then.
 */
public record Metric(String key, List<String> phrases, String summary, Set<Use> uses, List<Measure> measures) {

    public Metric {
        phrases = List.copyOf(phrases);
        uses = Set.copyOf(uses);
        measures = List.copyOf(measures);
    }

    /** What a rule may say about it. */
    public enum Use {
        /** {@code if size > 1 MB} */
        COMPARED,
        /** {@code if changed size} */
        CHANGED,
        /** {@code if failed permission 644} */
        EXPECTED,
        /** {@code if content = "regex"} */
        SEARCHED,
        /** {@code if total uploaded > 1 GB in last hour} */
        SUMMED
    }

    public static Metric compared(String key, String phrases, String summary, Measure... measures) {
        return new Metric(key, List.of(phrases.split("\\|")), summary, Set.of(Use.COMPARED), List.of(measures));
    }

    public static Metric of(String key, String phrases, String summary, Set<Use> uses, Measure... measures) {
        return new Metric(key, List.of(phrases.split("\\|")), summary, uses, List.of(measures));
    }

    public String phrase() {
        return phrases.getFirst();
    }

    /** The label a list gives it where no unit decides. */
    public String label() {
        return measures.getFirst().label();
    }
}
