package jmonit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jmonit.cli.link.Answer;
import jmonit.cli.link.Field;

/** {@code status}, {@code summary} and {@code report}: what the daemon says, fit for the terminal. */
final class Views {

    private final Desk desk;
    private final Invocation invocation;

    Views(Desk desk, Invocation invocation) {
        this.desk = desk;
        this.invocation = invocation;
    }

    int run() throws IOException {
        if (!desk.asMonit()) {
            invocation.onlyOne();
        }
        try (Peer peer = new Doors(desk, invocation).open()) {
            String argument = invocation.argument();
            if (invocation.asking().json()) {
                return json(peer, argument);
            }
            return show(peer, invocation.word(), argument);
        }
    }

    int show(Peer peer, String word, String argument) throws IOException {
        var fields = new ArrayList<Field>();
        if (!argument.isEmpty()) {
            fields.add(new Field(word.equals("report") ? "type" : "service", argument));
        }
        if (!invocation.group().isEmpty()) {
            fields.add(new Field("group", invocation.group()));
        }
        fields.add(new Field("format", "text"));
        fields.add(new Field("program", desk.name()));
        print(peer.text("/_" + word, fields));
        return 0;
    }

    private void print(String text) {
        String noColour = desk.local().outside().environment("NO_COLOR");
        desk.terminal().out().print(Screen.of(desk.terminal(), invocation.overrides().batch(), noColour).fit(text));
    }

    private int json(Peer peer, String argument) throws IOException {
        peer.demandJmonit("--json");
        var printer = new JsonPrinter(desk.terminal());
        if (invocation.word().equals("report")) {
            var counts = peer.read(peer.get("/services", query(""))).at("counts");
            printer.print(argument.isEmpty() ? counts : counts.at(argument.toLowerCase(Locale.ROOT)));
            return 0;
        }
        Answer answer = peer.get("/services", query(argument));
        if (!argument.isEmpty() && peer.read(answer).at("services").items().isEmpty()) {
            throw new Refused("Service '" + argument + "' not found");
        }
        printer.print(answer, peer);
        return 0;
    }

    private List<Field> query(String name) {
        var query = new ArrayList<Field>();
        if (!name.isEmpty()) {
            query.add(new Field("name", name));
        }
        if (!invocation.group().isEmpty()) {
            query.add(new Field("group", invocation.group()));
        }
        return query;
    }
}
