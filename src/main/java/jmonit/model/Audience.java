package jmonit.model;

import java.util.List;

/**
 * Who hears of an event. Collectors hear of it in any case: they keep a record.
 *
 * @param quiet why nobody is told, empty where somebody is
 * @param levels by their delay who is told: those who want to know at once have none
 */
public record Audience(String quiet, List<Delay> levels) {

    /** Whoever does not wait. */
    public static final Audience USUAL = new Audience("", List.of(Delay.NONE));

    public Audience {
        levels = List.copyOf(levels);
    }

    /** Whether a recipient with this delay is told. */
    public boolean reaches(Delay delay) {
        return quiet.isEmpty() && levels.contains(delay);
    }

    /** The same told to nobody. */
    public Audience silenced(String why) {
        return new Audience(why, levels);
    }

    public Audience told() {
        return new Audience("", levels);
    }

    /** Whether it is only said once more, to those who waited. */
    public boolean escalated() {
        return !levels.contains(Delay.NONE);
    }
}
