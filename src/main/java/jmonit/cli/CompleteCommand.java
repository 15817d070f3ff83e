package jmonit.cli;

import java.io.IOException;
import java.util.List;

import jmonit.json.Json;

/** {@code __complete services|groups}: names for a shell to offer. Says nothing where there is nobody to ask: someone is typing. */
final class CompleteCommand {

    private final Desk desk;
    private final Invocation invocation;

    CompleteCommand(Desk desk, Invocation invocation) {
        this.desk = desk;
        this.invocation = invocation;
    }

    int run() {
        try (Peer peer = new Doors(desk, invocation).open()) {
            names(peer).forEach(n -> desk.terminal().out().println(Peer.plain(n)));
        } catch (IOException e) {
            // Then there is nothing to offer.
        }
        return 0;
    }

    private List<String> names(Peer peer) throws IOException {
        boolean groups = invocation.argument().equals("groups");
        if (!peer.jmonit()) {
            return groups ? List.of() : new Roster(peer).names("");
        }
        Json all = peer.read(peer.get("/services", List.of()));
        return groups ? all.at("groups").items().stream().flatMap(g -> g.text().stream()).toList()
                : all.at("services").items().stream().flatMap(s -> s.at("name").text().stream()).toList();
    }
}
