package jmonit.format;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jmonit.model.Event.Side;
import jmonit.model.EventKind;
import jmonit.model.Readings;
import jmonit.model.Snapshot.Failure;
import jmonit.model.Snapshot.Monitoring;
import jmonit.model.Snapshot.View;

/** How a service is, in Monit's words. */
record State(View view) {

    /** Nothing that was read is worth a line while one of these stands. */
    private static final Set<EventKind> NOTHING_KNOWN = Set.of(EventKind.NONEXIST, EventKind.DATA);

    /** One of the words of a status. */
    record Word(String text, Ink ink) {
    }

    boolean monitored() {
        return view.monitoring() != Monitoring.NOT_MONITORED;
    }

    boolean looked() {
        return monitored() && !view.seen().isEmpty();
    }

    /** Whether there is anything to tell beyond the status. */
    boolean known() {
        return looked() && failures().keySet().stream().noneMatch(NOTHING_KNOWN::contains);
    }

    Readings readings() {
        return view.readings();
    }

    /** In Monit's order. What failed outweighs what only changed. */
    Map<EventKind, Side> failures() {
        var failures = new EnumMap<EventKind, Side>(EventKind.class);
        if (looked()) {
            view.failures().forEach(f -> failures.merge(f.kind(), f.side(), (one, other) -> one == Side.FAILED ? one : other));
        }
        return failures;
    }

    boolean failing(EventKind... kinds) {
        return Arrays.stream(kinds).anyMatch(failures()::containsKey);
    }

    Optional<Failure> failure(jmonit.model.Origin origin, Set<EventKind> kinds) {
        return looked() ? view.failures().stream().filter(f -> f.origin().equals(origin) && kinds.contains(f.kind())).findFirst()
                : Optional.empty();
    }

    /** Several where several things fail. */
    List<Word> words() {
        if (!monitored()) {
            return List.of(new Word("Not monitored", Ink.UNMONITORED));
        }
        if (!looked()) {
            return List.of(monitoring());
        }
        var failures = failures();
        return failures.isEmpty() ? List.of(new Word("OK", Ink.WELL)) : failures.entrySet().stream().map(State::word).toList();
    }

    private static Word word(Map.Entry<EventKind, Side> failure) {
        return new Word(failure.getKey().words(failure.getValue()), failure.getValue() == Side.CHANGED ? Ink.CHANGED : Ink.FAILED);
    }

    Word monitoring() {
        return switch (view.monitoring()) {
            case NOT_MONITORED -> new Word("Not monitored", Ink.UNMONITORED);
            case INITIALIZING -> new Word("Initializing", Ink.INITIALIZING);
            case WAITING -> new Word("Waiting", Ink.WAITING);
            case MONITORED -> new Word("Monitored", Ink.PLAIN);
        };
    }

    /** " - restart pending", or nothing. */
    String pending() {
        return view.work().doing().isEmpty() ? "" : " - " + view.work().doing() + " pending";
    }

    /** All of it in one line. */
    String line() {
        return words().stream().map(Word::text).collect(Collectors.joining(" | ")) + pending();
    }

    /** The colour of that line. */
    Ink ink() {
        var inks = words().stream().map(Word::ink).toList();
        return inks.contains(Ink.FAILED) ? Ink.FAILED : inks.getFirst();
    }
}
