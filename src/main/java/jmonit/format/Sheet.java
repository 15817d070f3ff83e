package jmonit.format;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.model.EventKind;
import jmonit.model.Reading;
import jmonit.model.Readings;
import jmonit.model.Unit;

/** Collects the lines about one service; one thread. */
final class Sheet {

    record Line(String label, String text, Ink ink) {
    }

    private static final String NOTHING = "-";

    private final State state;
    private final ZoneId zone;
    private final List<Line> lines = new ArrayList<>();

    Sheet(State state, ZoneId zone) {
        this.state = state;
        this.zone = zone;
    }

    List<Line> lines() {
        return lines;
    }

    State state() {
        return state;
    }

    Readings readings() {
        return state.readings();
    }

    void line(String label, String text, Ink ink) {
        lines.add(new Line(label, text, ink));
    }

    /** A value that is painted as failed while one of these failures stands. */
    void line(String label, Optional<String> value, EventKind... failures) {
        Ink ink = value.isEmpty() ? Ink.UNKNOWN : state.failing(failures) ? Ink.FAILED : Ink.VALUE;
        lines.add(new Line(label, value.orElse(NOTHING), ink));
    }

    void count(String label, String metric, EventKind... failures) {
        line(label, count(metric), failures);
    }

    void text(String label, String metric, EventKind... failures) {
        line(label, readings().text(metric).map(Amounts::line).filter(t -> !t.isEmpty()), failures);
    }

    void moment(String label, String metric, EventKind... failures) {
        Optional<String> moment = readings().of(metric) instanceof Reading.Moment(var at)
                ? Optional.of(Amounts.moment(at, zone))
                : Optional.empty();
        line(label, moment, failures);
    }

    void uptime(EventKind... failures) {
        var uptime = readings().amount("uptime", Unit.MILLISECONDS).map(ms -> Duration.ofMillis(ms.longValue()));
        line("uptime", uptime.map(Amounts::uptime), failures);
    }

    Optional<String> count(String metric) {
        return readings().amount(metric, Unit.COUNT).map(n -> Amounts.fixed(n, 0));
    }

    Optional<String> percent(String metric) {
        return readings().amount(metric, Unit.PERCENT).map(Amounts::percent);
    }

    Optional<String> bytes(String metric) {
        return readings().amount(metric, Unit.BYTES).map(Amounts::bytes);
    }

    Optional<String> rate(String metric) {
        return readings().amount(metric, Unit.BYTES_PER_SECOND).map(Amounts::rate);
    }

    /** Both, or neither. */
    static Optional<String> pair(Optional<String> one, String between, Optional<String> other, String after) {
        return one.flatMap(o -> other.map(p -> o + between + p + after));
    }
}
