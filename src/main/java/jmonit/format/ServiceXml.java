package jmonit.format;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jmonit.catalog.Catalog;
import jmonit.model.Event;
import jmonit.model.Event.Side;
import jmonit.model.EventKind;
import jmonit.model.Mode;
import jmonit.model.Schedule;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.Monitoring;

/** What every service has in the document, and then what its type has. */
final class ServiceXml {

    /** In the order of their numbers. */
    static final List<String> ACTIONS = List.of("ignore", "alert", "restart", "stop", "exec", "unmonitor", "start", "monitor");
    private static final int NTH = 2;
    private static final int CRON = 3;
    private static final int NOT_CRON = 4;

    private final TypeXml types;
    private final Instance instance;

    ServiceXml(Catalog catalog, Instance instance) {
        this.types = new TypeXml(catalog);
        this.instance = instance;
    }

    void write(Snapshot snapshot, State state, Xml xml) throws IOException {
        moment(StatusText.collected(state.view(), instance), xml);
        xml.element("status", mask(state.failures())).element("status_hint", mask(hints(snapshot, state)));
        xml.element("monitor", monitoring(state));
        var care = state.view().service().care();
        xml.element("monitormode", care.mode() == Mode.PASSIVE ? 1 : 0).element("onreboot", care.onReboot().ordinal());
        xml.element("pendingaction", Math.max(0, ACTIONS.indexOf(state.view().work().doing())));
        schedule(snapshot, state, xml);
        if (state.known()) {
            types.add(state, xml);
        }
    }

    static void moment(Instant at, Xml xml) throws IOException {
        xml.element("collected_sec", at.getEpochSecond()).element("collected_usec", at.getNano() / 1000);
    }

    private static long mask(Map<EventKind, Side> kinds) {
        return kinds.keySet().stream().mapToLong(EventKind::mask).sum();
    }

    /** Which events last told of a change, not of a failure or a recovery; the bit stays when the change is no news any more. */
    private static Map<EventKind, Side> hints(Snapshot snapshot, State state) {
        var last = new EnumMap<EventKind, Side>(EventKind.class);
        if (state.looked()) {
            String name = state.view().service().name();
            // What an operator did is no hint at the state of the service; as in Monit.
            snapshot.events().stream().filter(e -> e.service().equals(name) && e.kind() != EventKind.ACTION)
                    .forEach(e -> last.put(e.kind(), e.side()));
            last.putAll(state.failures());
        }
        last.values().removeIf(side -> side == Side.FAILED || side == Side.SUCCEEDED);
        return last;
    }

    /** Bits: 1 monitored, 2 not looked at yet, 4 left out of this cycle. */
    private static int monitoring(State state) {
        int waiting = state.view().monitoring() == Monitoring.WAITING ? 4 : 0;
        return !state.monitored() ? 0 : waiting + (state.looked() ? 1 : 2);
    }

    private static void schedule(Snapshot snapshot, State state, Xml xml) throws IOException {
        var poll = Duration.ofSeconds(Math.max(1, snapshot.settings().poll().seconds()));
        switch (state.view().service().care().schedule()) {
            case Schedule.EveryCycle _ -> {
                // Monit says nothing of it.
            }
            case Schedule.EveryNth(long cycles) -> nth(snapshot, state, cycles, poll, xml);
            case Schedule.Interval(Duration length) -> nth(snapshot, state, Math.ceilDiv(length.toMillis(), poll.toMillis()), poll, xml);
            case Schedule.Cron(String fields, boolean negated) ->
                    xml.open("every").element("type", negated ? NOT_CRON : CRON).element("cron", fields).close("every");
        }
    }

    /** Monit counts the cycles since the last look. */
    private static void nth(Snapshot snapshot, State state, long cycles, Duration poll, Xml xml) throws IOException {
        long since = state.view().seen().isEmpty() ? 0 : Duration.between(state.view().at(), snapshot.at()).dividedBy(poll);
        xml.open("every").element("type", NTH).element("counter", Math.clamp(since, 0, Math.max(0, cycles - 1)))
                .element("number", cycles).close("every");
    }

    /** What happened, as the last part of a document. */
    static void event(Event event, Xml xml) throws IOException {
        xml.open("event");
        moment(event.at(), xml);
        xml.element("service", event.service()).element("type", TypeXml.number(event.type())).element("id", event.kind().mask());
        xml.element("state", side(event.side())).element("action", Math.max(0, ACTIONS.indexOf(event.action())));
        xml.cdata("message", event.because()).close("event");
    }

    private static int side(Side side) {
        return switch (side) {
            case SUCCEEDED -> 0;
            case FAILED -> 1;
            case CHANGED -> 2;
            case UNCHANGED -> 3;
        };
    }
}
