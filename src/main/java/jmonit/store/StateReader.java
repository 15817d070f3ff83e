package jmonit.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jmonit.engine.Deed;
import jmonit.engine.Remembered;
import jmonit.engine.Remembered.Begun;
import jmonit.engine.Remembered.Failed;
import jmonit.engine.Remembered.Heard;
import jmonit.engine.Remembered.Kept;
import jmonit.engine.Remembered.Order;
import jmonit.engine.Remembered.Told;
import jmonit.model.Acknowledgement;
import jmonit.model.Audience;
import jmonit.model.Delay;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Scope;
import jmonit.model.Silence;
import jmonit.model.Silence.Remark;
import jmonit.model.Trace;
import jmonit.rule.RestartCount;
import jmonit.rule.RuleState;

/** Reads back what {@link StateText} wrote. A line of a kind it does not know is a later version's and is left out. */
final class StateReader {

    private static final int HEX = 16;

    private final List<Kept> services = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, RuleState> states = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final List<Begun> begun = new ArrayList<>();
    private final List<Failed> failed = new ArrayList<>();
    private final Map<String, Told> told = new HashMap<>();
    private final List<Event> withheld = new ArrayList<>();
    private final List<Acknowledgement> acknowledged = new ArrayList<>();
    private final List<Silence> silences = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private long written;
    private String boot = "";
    private RestartCount restarts = RestartCount.NONE;
    private List<String> service = List.of();

    /** {@code written} tells the later from the earlier. */
    record State(long written, Remembered remembered) {
    }

    /** Throws {@link IllegalArgumentException} for what is no state, or half of one. */
    static State read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(StateText.FIRST) || !lines.getLast().equals(StateText.LAST)) {
            throw new IllegalArgumentException("does not hold the state of jmonit");
        }
        var reader = new StateReader();
        lines.subList(1, lines.size() - 1).forEach(l -> reader.take(Fields.of(l)));
        reader.finish();
        return new State(reader.written, new Remembered(reader.boot, reader.services, reader.events, reader.orders, reader.silences));
    }

    private void take(List<String> fields) {
        try {
            switch (fields.getFirst()) {
                case "written" -> written = Long.parseLong(fields.get(1));
                case "boot" -> boot = fields.get(1);
                case "service" -> begin(fields);
                case "rule" -> states.put(fields.get(1), new RuleState(fields.get(2).equals("failing"),
                        Long.parseUnsignedLong(fields.get(3), HEX), fields.get(5), Integer.parseInt(fields.get(4)), instant(later(fields, 6))));
                case "trace" -> notes.put(fields.get(1), fields.get(2));
                case "restarts" -> restarts = new RestartCount(Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(2)));
                case "begun" -> begun.add(begun(fields));
                case "failed" -> failed.add(new Failed(instant(fields.get(1)), fields.get(2)));
                case "order" -> orders.add(new Order(Deed.valueOf(fields.get(1)), fields.get(2)));
                case "event" -> event(fields).ifPresent(events::add);
                case "withheld" -> event(fields).ifPresent(withheld::add);
                case "told" -> told.put(fields.get(1), new Told(instant(fields.get(2)), levels(fields.get(3))));
                case "acknowledged" -> acknowledged.add(new Acknowledgement(instant(fields.get(1)), new Remark(fields.get(2), fields.get(3))));
                case "silence" -> silence(fields).ifPresent(silences::add);
                default -> { }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("has a line that lacks a field", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has a line \"" + fields.getFirst() + "\" that cannot be read: " + e.getMessage(), e);
        }
    }

    /** Earlier versions did not write the process. */
    private static Begun begun(List<String> fields) {
        Stream<String> process = fields.stream().skip(3).limit(1).filter(f -> !f.isEmpty());
        return new Begun(Deed.valueOf(fields.get(1)), instant(fields.get(2)), process.map(Long::valueOf).toList());
    }

    private void begin(List<String> fields) {
        finish();
        service = List.of(fields.get(1), fields.get(2), fields.get(3));
    }

    private void finish() {
        if (!service.isEmpty()) {
            services.add(new Kept(service.get(0), service.get(1), service.get(2).equals("monitored"), states, new Trace(notes), restarts,
                    begun, failed, new Heard(told, withheld, acknowledged)));
        }
        states.clear();
        notes.clear();
        begun.clear();
        failed.clear();
        told.clear();
        withheld.clear();
        acknowledged.clear();
        restarts = RestartCount.NONE;
        service = List.of();
    }

    /** What a later version may call an event is no reason to forget what is monitored. */
    private static Optional<Event> event(List<String> f) {
        boolean known = Arrays.stream(EventKind.values()).anyMatch(k -> k.name().equals(f.get(4)))
                && Arrays.stream(Event.Side.values()).anyMatch(s -> s.name().equals(f.get(5)));
        return known ? Optional.of(new Event(instant(f.get(1)), f.get(2), f.get(3), EventKind.valueOf(f.get(4)),
                Event.Side.valueOf(f.get(5)), f.get(6), f.get(7), new Origin(f.get(8), Integer.parseInt(f.get(9))), audience(f))) : Optional.empty();
    }

    /** Which earlier versions did not write. */
    private static Audience audience(List<String> f) {
        return f.size() > 11 ? new Audience(f.get(10), levels(f.get(11))) : Audience.USUAL;
    }

    private static List<Delay> levels(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(StateReader::level).toList();
    }

    private static Delay level(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith(StateText.CYCLES) ? Delay.cycles(count) : Delay.of(Duration.ofSeconds(count));
    }

    private static Optional<Silence> silence(List<String> f) {
        Optional<Scope> scope = switch (f.get(6)) {
            case "all" -> Optional.of(new Scope.All());
            case "group" -> Optional.of(new Scope.Group(f.get(7)));
            case "service" -> Optional.of(new Scope.Named(f.subList(7, f.size())));
            default -> Optional.empty();
        };
        return scope.map(s -> new Silence(Long.parseLong(f.get(1)), s, instant(f.get(2)), instant(f.get(3)), new Remark(f.get(4), f.get(5))));
    }

    /** A number that earlier versions did not write. */
    private static String later(List<String> fields, int at) {
        return fields.size() > at ? fields.get(at) : "0";
    }

    private static Instant instant(String microseconds) {
        return Instant.EPOCH.plus(Long.parseLong(microseconds), ChronoUnit.MICROS);
    }
}
