package jmonit.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What one message leads to, in order. */
final class Turn {

    private final Now now;
    private final List<Effect> effects = new ArrayList<>();
    private final Set<Urgency> persisted = EnumSet.noneOf(Urgency.class);

    Turn(Now now) {
        this.now = now;
    }

    Now now() {
        return now;
    }

    List<Effect> effects() {
        return effects;
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    void say(Severity level, Ward ward, String text) {
        effects.add(new Effect.Say(level, "'" + ward.name() + "' " + text));
    }

    void persist() {
        persist(Urgency.NOW);
    }

    void persist(Urgency urgency) {
        if (persisted.add(urgency)) {
            effects.addFirst(new Effect.Persist(urgency));
        }
    }
}
