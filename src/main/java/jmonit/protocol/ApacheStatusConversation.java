package jmonit.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.model.Speech;
import jmonit.model.Speech.Setting;
import jmonit.os.Wire;

/** Apache's page about itself: none of its workers' states has a larger share than the limits say. */
final class ApacheStatusConversation implements Conversation {

    private static final String ERROR = "APACHE-STATUS: error -- ";
    private static final String BOARD = "Scoreboard: ";
    private static final int FIRST_BAD = 400;
    private static final int WHOLE = 100;

    private record State(String limit, char letter, String told) {
    }

    /** In Monit's order: of several limits that are passed the first is told. */
    private static final List<State> STATES = List.of(
            new State("loglimit", 'L', "logging"),
            new State("startlimit", 'S', "starting"),
            new State("requestlimit", 'R', "reading requests"),
            new State("replylimit", 'W', "sending a reply"),
            new State("keepalivelimit", 'K', "in keepalive"),
            new State("dnslimit", 'D', "waiting for DNS"),
            new State("closelimit", 'C', "closing connections"),
            new State("gracefullimit", 'G', "finishing gracefully"),
            new State("cleanuplimit", 'I', "in idle cleanup"),
            new State("waitlimit", '_', "waiting for a connection"));

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var board = board(Talk.over(wire, connection), connection);
        for (var state : STATES) {
            check(state, board, connection.speech());
        }
    }

    private static String board(Talk talk, Connection connection) throws IOException {
        var answer = HttpAnswer.to(talk, HttpRequest.ofStatusPage(connection), "APACHE-STATUS: error receiving data");
        if (answer.status() >= FIRST_BAD) {
            throw new IOException(ERROR + "server returned status " + answer.status());
        }
        var page = new String(answer.withHeaders().smallPage(), StandardCharsets.ISO_8859_1);
        return page.lines().filter(l -> l.startsWith(BOARD)).findFirst().map(l -> l.substring(BOARD.length()).strip())
                .orElseThrow(() -> new IOException(ERROR + "no scoreboard found"));
    }

    private static void check(State state, String board, Speech speech) throws IOException {
        var percent = board.isEmpty() ? 0 : WHOLE * board.chars().filter(letter -> letter == state.letter()).count() / board.length();
        var limit = speech.settings().stream().filter(s -> s.option().equals(state.limit())).reduce((first, last) -> last);
        if (limit.isPresent() && passed(limit.get(), percent)) {
            throw new IOException(ERROR + percent + " percent of processes are " + state.told());
        }
    }

    private static boolean passed(Setting limit, long percent) {
        return limit.comparison().holds(percent, Math.floor(Double.parseDouble(limit.value())));
    }
}
