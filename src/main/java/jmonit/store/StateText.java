package jmonit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jmonit.engine.Remembered;
import jmonit.engine.Remembered.Begun;
import jmonit.engine.Remembered.Failed;
import jmonit.engine.Remembered.Heard;
import jmonit.engine.Remembered.Kept;
import jmonit.model.Acknowledgement;
import jmonit.model.Delay;
import jmonit.model.Event;
import jmonit.model.Scope;
import jmonit.model.Silence;
import jmonit.rule.RestartCount;
import jmonit.rule.RuleState;

/** What is remembered, as text: one fact a line, the last line says that nothing is missing. */
final class StateText {

    static final String FIRST = "jmonit state 2";
    static final String LAST = "end";
    static final String CYCLES = "c";
    static final String SECONDS = "s";
    private static final int SPARE = 1 << 10;

    private final Pieces<Kept> services = new Pieces<>(StateText::service);
    private final Pieces<Event> events = new Pieces<>(StateText::event);

    /** About as long as the last one. */
    private int expected = SPARE;

    byte[] of(Remembered remembered, long written) {
        var out = new ByteArrayOutputStream(expected);
        write(FIRST + "\n" + Fields.line("written", String.valueOf(written)) + Fields.line("boot", remembered.boot()), out);
        services.write(remembered.services(), out);
        remembered.silences().forEach(s -> write(silence(s), out));
        events.write(remembered.events(), out);
        remembered.orders().forEach(o -> write(Fields.line("order", o.deed().name(), o.service()), out));
        write(LAST + "\n", out);
        expected = out.size() + SPARE;
        return out.toByteArray();
    }

    private static void write(String text, ByteArrayOutputStream out) {
        out.writeBytes(text.getBytes(UTF_8));
    }

    private static String service(Kept service) {
        var text = new StringBuilder();
        text.append(Fields.line("service", service.name(), service.type(), service.monitored() ? "monitored" : "unmonitored"));
        service.states().forEach((key, state) -> text.append(rule(key, state)));
        for (Map.Entry<String, String> note : service.trace().notes().entrySet()) {
            text.append(Fields.line("trace", note.getKey(), note.getValue()));
        }
        if (!service.restarts().equals(RestartCount.NONE)) {
            text.append(restarts(service.restarts()));
        }
        for (Begun begun : service.begun()) {
            text.append(Fields.line("begun", begun.deed().name(), stamp(begun.at()),
                    begun.process().stream().map(String::valueOf).collect(Collectors.joining())));
        }
        for (Failed failed : service.failed()) {
            text.append(Fields.line("failed", stamp(failed.at()), failed.because()));
        }
        heard(service.heard(), text);
        return text.toString();
    }

    private static void heard(Heard heard, StringBuilder text) {
        for (Acknowledgement a : heard.acknowledged()) {
            text.append(Fields.line("acknowledged", stamp(a.at()), a.remark().by(), a.remark().reason()));
        }
        heard.told().forEach((key, told) -> text.append(Fields.line("told", key, stamp(told.at()), levels(told.levels()))));
        heard.withheld().forEach(e -> text.append(event("withheld", e)));
    }

    private static String silence(Silence silence) {
        var fields = new ArrayList<>(List.of("silence", String.valueOf(silence.id()), stamp(silence.from()), stamp(silence.until()),
                silence.remark().by(), silence.remark().reason()));
        switch (silence.scope()) {
            case Scope.All _ -> fields.add("all");
            case Scope.Group(String name) -> fields.addAll(List.of("group", name));
            case Scope.Named(List<String> names) -> {
                fields.add("service");
                fields.addAll(names);
            }
        }
        return Fields.line(fields.toArray(String[]::new));
    }

    /** Those who want to know at once have none. */
    private static String levels(List<Delay> levels) {
        return String.join(",", levels.stream().map(d -> d.cycles() > 0 ? d.cycles() + CYCLES : d.time().toSeconds() + SECONDS).toList());
    }

    private static String rule(String key, RuleState state) {
        return Fields.line("rule", key, state.failing() ? "failing" : "well", Long.toHexString(state.history()),
                String.valueOf(state.repeated()), state.memory(), stamp(state.since()));
    }

    private static String restarts(RestartCount count) {
        return Fields.line("restarts", String.valueOf(count.starts()), String.valueOf(count.cycles()));
    }

    private static String event(Event event) {
        return event("event", event);
    }

    private static String event(String word, Event event) {
        return Fields.line(word, stamp(event.at()), event.service(), event.type(), event.kind().name(), event.side().name(),
                event.because(), event.action(), event.origin().file(), String.valueOf(event.origin().line()),
                event.audience().quiet(), levels(event.audience().levels()));
    }

    private static String stamp(Instant at) {
        return String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}
