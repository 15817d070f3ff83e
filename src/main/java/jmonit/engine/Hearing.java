package jmonit.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jmonit.engine.Remembered.Heard;
import jmonit.engine.Remembered.Told;
import jmonit.model.Acknowledgement;
import jmonit.model.Audience;
import jmonit.model.Delay;
import jmonit.model.Event;
import jmonit.model.Event.Side;
import jmonit.model.EventKind;
import jmonit.model.Origin;

/** Who has heard what of one service. Only the engine's thread touches it. */
final class Hearing {

    private static final int MOST_WITHHELD = 256;

    private final Map<String, Told> told = new HashMap<>();
    private final List<Event> withheld = new ArrayList<>();
    private List<Acknowledgement> acknowledged = List.of();

    // ---- what nobody was told of

    /** Of a failure that is over again, or of an end that was none, nobody needs to hear. What only changed is no news later on. */
    void withhold(Event event) {
        switch (event.side()) {
            case FAILED -> withhold(event, Side.SUCCEEDED);
            case SUCCEEDED -> withhold(event, Side.FAILED);
            case CHANGED, UNCHANGED -> { }
        }
    }

    private void withhold(Event event, Side opposite) {
        for (int i = 0; i < withheld.size(); i++) {
            if (withheld.get(i).side() == opposite && withheld.get(i).concerns(event)) {
                withheld.remove(i);
                return;
            }
        }
        withheld.removeIf(e -> e.concerns(event) && e.because().equals(event.because()));
        withheld.add(event);
        if (withheld.size() > MOST_WITHHELD) {
            withheld.removeFirst();
        }
    }

    boolean withholds() {
        return !withheld.isEmpty();
    }

    boolean withholds(EventKind kind, Origin origin) {
        return withheld.stream().anyMatch(e -> e.side() == Side.FAILED && e.kind() == kind && e.origin().equals(origin));
    }

    /** Rules stand elsewhere in the control file now. */
    void move(Map<Origin, Origin> moved) {
        withheld.replaceAll(e -> new Event(e.at(), e.service(), e.type(), e.kind(), e.side(), e.because(), e.action(),
                moved.getOrDefault(e.origin(), e.origin()), e.audience()));
    }

    List<Event> release() {
        List<Event> all = List.copyOf(withheld);
        withheld.clear();
        return all;
    }

    // ---- who was told

    /** Whoever is told at once, and those who waited and were told, too. */
    Audience audience(String test) {
        return told.isEmpty() || !told.containsKey(test) ? Audience.USUAL
                : new Audience("", Stream.concat(Stream.of(Delay.NONE), told.get(test).levels().stream()).toList());
    }

    /** Whoever was told of the failure is told of its end. */
    Audience end(String test) {
        Audience all = audience(test);
        told.remove(test);
        return all;
    }

    /** Since when somebody knows of the failure; from now on if nobody did. */
    Told known(String test, Instant now) {
        return told.computeIfAbsent(test, _ -> new Told(now, List.of()));
    }

    void escalated(String test, Delay level) {
        told.computeIfPresent(test, (_, t) -> new Told(t.at(), Stream.concat(t.levels().stream(), Stream.of(level)).toList()));
    }

    /** Nobody was told meanwhile: whoever waits begins to wait anew. */
    void pause(String test) {
        if (told.containsKey(test) && told.get(test).levels().isEmpty()) {
            told.remove(test);
        }
    }

    /** What fails no more is forgotten. */
    void keep(List<String> failing) {
        told.keySet().retainAll(failing);
    }

    // ---- who looks after it

    void acknowledge(Acknowledgement acknowledgement) {
        acknowledged = List.of(acknowledgement);
    }

    void disown() {
        acknowledged = List.of();
    }

    /** None or one, which may be of a failure that is over. */
    List<Acknowledgement> acknowledged() {
        return acknowledged;
    }

    boolean acknowledged(Instant since) {
        return acknowledged.stream().anyMatch(a -> a.covers(since));
    }

    // ---- over a restart

    /** What was said is said; but of failures that are forgotten nobody hears again. */
    void forget() {
        told.clear();
        acknowledged = List.of();
    }

    Heard kept() {
        return told.isEmpty() && withheld.isEmpty() && acknowledged.isEmpty() ? Heard.NOTHING : new Heard(told, withheld, acknowledged);
    }

    void recall(Heard heard) {
        told.putAll(heard.told());
        withheld.addAll(heard.withheld());
        acknowledged = heard.acknowledged();
    }
}
