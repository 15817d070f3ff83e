package jmonit.channel;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import jmonit.json.JsonWriter;
import jmonit.model.Event;
import jmonit.model.Fact;
import jmonit.model.Outlet;

/**
 * Alerts of Alertmanager: firing while something fails, resolved with its recovery. It forgets what it does not hear of again.
 *
 * @param console where our own pages are, empty where nobody can look at them
 */
record Alertmanager(Outlet outlet, String host, String console) implements Receiver {

    /** A change has no end; this long it is shown. */
    private static final Duration SHOWN = Duration.ofMinutes(5);
    private static final int ROOM = 1024;
    private static final int AT_ONCE = 200;

    @Override
    public Letter letter(Told told) {
        return letter(told.events(), told.facts());
    }

    @Override
    public List<Letter> lasting(List<Event> events) {
        return IntStream.range(0, (events.size() + AT_ONCE - 1) / AT_ONCE)
                .mapToObj(i -> letter(events.subList(i * AT_ONCE, Math.min(events.size(), (i + 1) * AT_ONCE)), List.of())).toList();
    }

    private Letter letter(List<Event> events, List<Fact> facts) {
        var out = new JsonWriter(ROOM).array();
        events.forEach(e -> alert(e, facts, out));
        return new Letter(Paths.under(outlet.url(), "/api/v2/alerts"), out.end().bytes());
    }

    private void alert(Event event, List<Fact> facts, JsonWriter out) {
        out.object().name("labels");
        labels(event, out);
        out.name("annotations").object().field("summary", Headline.of(event, host));
        out.field("description", Headline.text(event)).field("action", event.action());
        facts.forEach(f -> out.field(f.name(), f.text()));
        out.end();
        switch (event.side()) {
            case FAILED -> out.field("startsAt", event.at().truncatedTo(ChronoUnit.MILLIS));
            case SUCCEEDED, UNCHANGED -> out.field("endsAt", event.at().truncatedTo(ChronoUnit.MILLIS));
            case CHANGED -> out.field("startsAt", event.at().truncatedTo(ChronoUnit.MILLIS))
                    .field("endsAt", event.at().plus(SHOWN).truncatedTo(ChronoUnit.MILLIS));
        }
        if (!console.isEmpty()) {
            out.field("generatorURL", console + Paths.part(event.service()));
        }
        out.end();
    }

    /** The same for a failure and its recovery: they are what Alertmanager tells alerts by. */
    private void labels(Event event, JsonWriter out) {
        out.object().field("alertname", "jmonit_" + event.kind().keyword()).field("instance", host).field("service", event.service());
        out.field("type", event.type()).field("rule", event.origin().file() + ":" + event.origin().line());
        out.field("severity", event.side() == Event.Side.CHANGED ? "info" : "critical").end();
    }
}
