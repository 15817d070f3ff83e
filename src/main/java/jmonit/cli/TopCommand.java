package jmonit.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jmonit.cli.Keyboard.Keys;
import jmonit.cli.link.Field;
import jmonit.cli.link.Patience;
import jmonit.cli.top.Board;
import jmonit.cli.top.Keypad;
import jmonit.cli.top.Paint;
import jmonit.cli.top.View;
import jmonit.json.JsonWriter;

/** {@code top}: all services on one screen, those that fail first, as they are now. Without a terminal once. */
final class TopCommand {

    private static final Duration REFRESH = Duration.ofSeconds(1);
    /** A key is not kept waiting much longer than that. */
    private static final Patience SHORT = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), () -> {
    });
    private static final int USUAL_WIDTH = 120;
    /** To the last place there is; the terminal says where that is, and so how large it is. */
    private static final String ASK_SIZE = "\033[999;999H\033[6n\033[H";
    private static final String LINE_END = "\033[K\r\n";

    private final Desk desk;
    private final Invocation invocation;

    TopCommand(Desk desk, Invocation invocation) {
        this.desk = desk;
        this.invocation = invocation;
    }

    int run() throws IOException {
        try (Peer peer = new Doors(desk, invocation).open()) {
            peer.demandJmonit("top");
            Board first = board(peer);
            if (!desk.terminal().interactive() || !desk.local().outside().keyboard().there()) {
                print(first);
                return 0;
            }
            try (Keys keys = desk.local().outside().keyboard().keys()) {
                watch(peer, first, keys);
            }
        }
        return 0;
    }

    private Board board(Peer peer) throws IOException {
        List<Field> query = invocation.group().isEmpty() ? List.of() : List.of(new Field("group", invocation.group()));
        return Board.of(peer.read(peer.get("/services", query, SHORT)));
    }

    private void print(Board board) {
        var paint = new Paint(USUAL_WIDTH);
        desk.terminal().out().println(Peer.plain(board.title()));
        board.rows().forEach(r -> desk.terminal().out().println(Peer.plain(paint.text(r)).stripTrailing()));
    }

    private void watch(Peer peer, Board first, Keys keys) throws IOException {
        var ticker = desk.local().outside().ticker();
        var keypad = new Keypad();
        var view = new View();
        view.board(first);
        Duration due = ticker.elapsed().plus(REFRESH);
        keys.show(ASK_SIZE);
        String shown = "";
        for (boolean on = true; on;) {
            String screen = screen(view);
            keys.show(screen.equals(shown) ? "" : screen);
            shown = screen;
            for (var key : keypad.next(keys.next())) {
                on &= done(view.key(key), view, peer);
            }
            if (ticker.elapsed().compareTo(due) >= 0) {
                refresh(view, peer);
                keys.show(ASK_SIZE);
                due = ticker.elapsed().plus(REFRESH);
            }
        }
    }

    private void refresh(View view, Peer peer) {
        try {
            view.board(board(peer));
        } catch (IOException e) {
            view.message("no answer: " + e.getMessage());
        }
    }

    /** Whether to go on. */
    private static boolean done(View.Wish wish, View view, Peer peer) {
        switch (wish) {
            case View.Wish.Nothing _ -> {
                return true;
            }
            case View.Wish.Quit _ -> {
                return false;
            }
            case View.Wish.Act(String word, String service) -> {
                view.message(act(word, service, peer));
                return true;
            }
        }
    }

    private static String act(String word, String service, Peer peer) {
        var order = new JsonWriter(128).object().field("action", word).name("services").array().value(service).end().field("wait", 0).end();
        try {
            peer.post("/actions", order.toString(), SHORT);
            return word + " of " + service + " goes on";
        } catch (IOException e) {
            return word + " of " + service + " failed: " + e.getMessage();
        }
    }

    private static String screen(View view) {
        return "\033[H" + String.join(LINE_END, view.lines()) + "\033[K\033[J";
    }
}
