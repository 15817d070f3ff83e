package jmonit.cli;

import java.io.IOException;
import java.util.List;

import jmonit.cli.link.Field;
import jmonit.cli.link.Patience;
import jmonit.json.Json;
import jmonit.json.JsonWriter;

/** {@code ack} and {@code unack}: who looks after what fails. */
final class AcknowledgeCommand {

    private static final String USAGE = "jmonit ack all|NAME|PATTERN [REASON]";

    private final Desk desk;
    private final Invocation invocation;

    AcknowledgeCommand(Desk desk, Invocation invocation) {
        this.desk = desk;
        this.invocation = invocation;
    }

    int acknowledge() throws IOException {
        Meant meant = Meant.of(invocation, USAGE);
        try (Peer peer = open()) {
            var order = new JsonWriter(256).object();
            meant.write(peer, order);
            order.field("by", Self.of(desk)).field("reason", meant.reason(0)).end();
            return told(peer.read(peer.post("/acknowledgements", order.toString(), Patience.USUAL)).at("results").items(), meant.many());
        }
    }

    private Peer open() throws IOException {
        Peer peer = new Doors(desk, invocation).open();
        peer.demandJmonit(invocation.word());
        return peer;
    }

    /** Of many, those that do not fail are passed over. */
    private int told(List<Json> results, boolean many) {
        List<Json> done = results.stream().filter(r -> text(r, "state").equals("done")).toList();
        tell(done, " is acknowledged");
        if (!many) {
            results.stream().filter(r -> !done.contains(r)).forEach(this::complain);
            return done.size() == results.size() ? 0 : 1;
        }
        if (done.isEmpty()) {
            desk.terminal().err().println("jmonit: none of them fails");
        }
        return done.isEmpty() ? 1 : 0;
    }

    private void tell(List<Json> done, String how) {
        done.forEach(r -> desk.terminal().out().println(Peer.plain(text(r, "service") + how)));
    }

    private void complain(Json result) {
        desk.terminal().err().println(Peer.plain("jmonit: " + invocation.word() + " of " + text(result, "service") + " failed: " + text(result, "reason")));
    }

    private static String text(Json result, String name) {
        return result.at(name).text().orElse("");
    }

    int disown() throws IOException {
        if (invocation.words().size() < 2) {
            throw new Refused("Please say which service: jmonit unack NAME");
        }
        try (Peer peer = open()) {
            List<Json> results = peer.read(peer.delete("/acknowledgements/" + Field.encoded(invocation.argument()))).at("results").items();
            List<Json> failed = results.stream().filter(r -> !text(r, "state").equals("done")).toList();
            failed.forEach(this::complain);
            tell(results.stream().filter(r -> !failed.contains(r)).toList(), " is not acknowledged any more");
            return failed.isEmpty() ? 0 : 1;
        }
    }
}
