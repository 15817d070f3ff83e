package jmonit.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jmonit.cli.link.Field;
import jmonit.json.Json;

/** {@code log}: the end of the daemon's log and, if it is followed, what is added to it, until Ctrl-C. */
final class LogCommand {

    private static final int USUAL = 20;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Desk desk;
    private final Invocation invocation;

    LogCommand(Desk desk, Invocation invocation) {
        this.desk = desk;
        this.invocation = invocation;
    }

    int run() throws IOException {
        try (Peer peer = new Doors(desk, invocation).open()) {
            peer.demandJmonit("log");
            int lines = invocation.asking().lines();
            String position = print(peer, new Field("lines", Integer.toString(lines == 0 ? USUAL : lines)));
            while (invocation.asking().follow() && !desk.terminal().out().checkError()) {
                desk.local().outside().ticker().pause(PAUSE);
                position = print(peer, new Field("after", position));
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Where the next lines begin. */
    private String print(Peer peer, Field from) throws IOException {
        Json answer = peer.read(peer.get("/log", List.of(from)));
        answer.at("lines").items().forEach(l -> desk.terminal().out().println(Peer.plain(l.text().orElse(""))));
        desk.terminal().out().flush();
        return answer.at("position").text().orElseThrow(() -> new IOException(peer.shown() + " does not tell where its log ends"));
    }
}
