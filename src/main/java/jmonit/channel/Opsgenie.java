package jmonit.channel;

import java.util.List;

import jmonit.json.JsonWriter;
import jmonit.model.Event;
import jmonit.model.Outlet;

/** Opens an alert of Opsgenie when something fails and closes it when that recovers. */
record Opsgenie(Outlet outlet, String host) implements Receiver {

    private static final int ROOM = 1024;
    private static final int LONGEST_MESSAGE = 130;
    private static final int LONGEST_DESCRIPTION = 15_000;

    @Override
    public Letter letter(Told told) {
        Event event = told.first();
        List<String> login = List.of("Authorization: GenieKey " + outlet.secret());
        String alerts = Paths.under(outlet.url(), "/v2/alerts");
        if (event.side() == Event.Side.SUCCEEDED) {
            return new Letter(alerts + "/" + Paths.part(Affair.of(event, host)) + "/close?identifierType=alias", login, closing(event));
        }
        return new Letter(alerts, login, opening(told));
    }

    private byte[] closing(Event event) {
        var out = new JsonWriter(ROOM).object().field("source", host);
        return out.field("note", Headline.shortened(Headline.text(event), LONGEST_DESCRIPTION)).end().bytes();
    }

    private byte[] opening(Told told) {
        Event event = told.first();
        var out = new JsonWriter(ROOM).object().field("message", Headline.shortened(Headline.of(event, host), LONGEST_MESSAGE));
        out.field("alias", Affair.of(event, host)).field("description", Headline.shortened(Headline.text(told), LONGEST_DESCRIPTION));
        out.field("entity", event.service()).field("source", host).name("details").object();
        out.field("host", host).field("kind", event.kind().keyword()).field("action", event.action()).end();
        return out.field("priority", event.side() == Event.Side.FAILED ? "P2" : "P4").end().bytes();
    }
}
