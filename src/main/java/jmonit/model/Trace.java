package jmonit.model;

import java.util.Map;

/**
 * What a look leaves for the next one: the position in a log, the sum of an unchanged file. Texts under names of the sampler's own choosing,
 * kept over restarts.
 */
public record Trace(Map<String, String> notes) {

    public static final Trace NONE = new Trace(Map.of());
    /** Under which counters note when they were read. */
    public static final String AT = "at";

    public Trace {
        notes = Map.copyOf(notes);
    }

    /** Whether it is about how fast counters rise, of which a minute may well be lost. */
    public boolean paces() {
        return notes.containsKey(AT);
    }

    public String note(String name) {
        return notes.getOrDefault(name, "");
    }
}
