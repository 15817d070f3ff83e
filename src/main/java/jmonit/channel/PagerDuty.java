package jmonit.channel;

import java.time.temporal.ChronoUnit;

import jmonit.json.JsonWriter;
import jmonit.model.Event;
import jmonit.model.Outlet;

/** Opens an incident of PagerDuty when something fails and resolves it when that recovers. */
record PagerDuty(Outlet outlet, String host) implements Receiver {

    private static final int ROOM = 1024;
    private static final int LONGEST_SUMMARY = 1024;

    @Override
    public Letter letter(Told told) {
        Event event = told.first();
        boolean over = event.side() == Event.Side.SUCCEEDED;
        var out = new JsonWriter(ROOM).object().field("routing_key", outlet.secret()).field("event_action", over ? "resolve" : "trigger");
        out.field("dedup_key", Affair.of(event, host));
        if (!over) {
            out.field("client", "jmonit").name("payload");
            payload(told, out);
        }
        return new Letter(Paths.under(outlet.url(), "/v2/enqueue"), out.end().bytes());
    }

    private void payload(Told told, JsonWriter out) {
        Event event = told.first();
        String summary = Headline.of(event, host) + " -- " + Headline.text(event);
        out.object().field("summary", Headline.shortened(summary, LONGEST_SUMMARY)).field("source", host);
        out.field("severity", event.side() == Event.Side.FAILED ? "error" : "warning");
        out.field("timestamp", event.at().truncatedTo(ChronoUnit.MILLIS)).field("component", event.service());
        out.field("class", event.kind().keyword()).name("custom_details").object();
        out.field("description", Headline.text(event)).field("action", event.action()).field("type", event.type());
        told.facts().forEach(f -> out.field(f.name(), f.text()));
        out.end().end();
    }
}
