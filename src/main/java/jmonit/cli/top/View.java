package jmonit.cli.top;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is shown of a board, where in it the operator is, and what keys do. One thread. */
public final class View {

    private static final int INTERRUPT = 3;
    private static final int ERASE = 8;
    private static final int DELETE = 127;
    private static final int TITLE_LINES = 2;
    private static final int FOOT_LINES = 1;
    private static final String HELP = "q quit  / filter  s start  S stop  r restart  m monitor  u unmonitor";

    private Board board = Board.EMPTY;
    private Key.Size size = new Key.Size(24, 80);
    private Mode mode = new Mode.Looking();
    private String filter = "";
    private String selected = "";
    private String message = "";
    private int top;

    /** What typing means. */
    private sealed interface Mode {

        record Looking() implements Mode {
        }

        record Filtering() implements Mode {
        }

        /** An action that waits for a yes. */
        record Asking(Wish.Act act) implements Mode {
        }
    }

    /** What a key makes whoever owns this do. */
    public sealed interface Wish {

        record Nothing() implements Wish {
        }

        record Quit() implements Wish {
        }

        record Act(String word, String service) implements Wish {
        }
    }

    public void board(Board newer) {
        board = newer;
        keepSelection();
    }

    /** Said at the bottom until the next key. */
    public void message(String words) {
        message = words;
    }

    public Wish key(Key key) {
        return switch (key) {
            case Key.Size newer -> {
                size = newer;
                yield new Wish.Nothing();
            }
            case Key.Named named -> named(named);
            case Key.Typed(int character) -> typed(character);
        };
    }

    private Wish named(Key.Named key) {
        int page = Math.max(1, size.lines() - TITLE_LINES - FOOT_LINES - 1);
        switch (key) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-page);
            case PAGE_DOWN -> move(page);
            case HOME -> move(-board.rows().size());
            case END -> move(board.rows().size());
            case ESCAPE -> {
                if (mode instanceof Mode.Filtering) {
                    filter = "";
                }
                mode = new Mode.Looking();
            }
            case UNKNOWN -> {
                // Nothing to do.
            }
        }
        return new Wish.Nothing();
    }

    private Wish typed(int character) {
        message = "";
        if (character == INTERRUPT) {
            return new Wish.Quit();
        }
        return switch (mode) {
            case Mode.Looking _ -> looked(character);
            case Mode.Filtering _ -> filtered(character);
            case Mode.Asking(Wish.Act act) -> {
                mode = new Mode.Looking();
                yield character == 'y' || character == 'Y' ? act : new Wish.Nothing();
            }
        };
    }

    private Wish looked(int character) {
        switch (character) {
            case 'q', 'Q' -> {
                return new Wish.Quit();
            }
            case 'k' -> move(-1);
            case 'j' -> move(1);
            case 'g' -> move(-board.rows().size());
            case 'G' -> move(board.rows().size());
            case '/' -> mode = new Mode.Filtering();
            case 's' -> ask("start");
            case 'S' -> ask("stop");
            case 'r' -> ask("restart");
            case 'm' -> ask("monitor");
            case 'u' -> ask("unmonitor");
            default -> message = HELP;
        }
        return new Wish.Nothing();
    }

    private Wish filtered(int character) {
        if (character == '\n') {
            mode = new Mode.Looking();
        } else if (character == DELETE || character == ERASE) {
            filter = filter.isEmpty() ? "" : filter.substring(0, filter.length() - 1);
        } else if (character >= ' ' && character < DELETE && filter.length() < size.columns()) {
            filter += (char) character;
        }
        keepSelection();
        return new Wish.Nothing();
    }

    private void ask(String word) {
        current().ifPresent(row -> mode = new Mode.Asking(new Wish.Act(word, row.name())));
    }

    private Optional<Row> current() {
        return shown().stream().filter(r -> r.name().equals(selected)).findFirst();
    }

    private List<Row> shown() {
        return board.matching(filter);
    }

    private int index() {
        List<Row> rows = shown();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).name().equals(selected)) {
                return i;
            }
        }
        return 0;
    }

    private void move(int by) {
        List<Row> rows = shown();
        if (!rows.isEmpty()) {
            selected = rows.get(Math.clamp((long) index() + by, 0, rows.size() - 1)).name();
        }
    }

    private void keepSelection() {
        if (current().isEmpty()) {
            selected = shown().stream().findFirst().map(Row::name).orElse("");
        }
    }

    /** The lines of the whole screen, as wide as they have to be. */
    public List<String> lines() {
        var paint = new Paint(size.columns());
        int room = Math.max(1, size.lines() - TITLE_LINES - FOOT_LINES);
        List<Row> rows = shown();
        int index = index();
        top = Math.clamp(top, Math.max(0, index - room + 1), index);
        var lines = new ArrayList<String>();
        lines.add(paint.plain(board.title()));
        lines.add(paint.head());
        rows.stream().skip(top).limit(room).forEach(r -> lines.add(paint.row(r, r.name().equals(selected))));
        while (lines.size() < size.lines() - FOOT_LINES) {
            lines.add("");
        }
        lines.add(paint.plain(foot()));
        return lines;
    }

    private String foot() {
        return switch (mode) {
            case Mode.Filtering _ -> "/" + filter;
            case Mode.Asking(Wish.Act(String word, String service)) -> word + " " + service + "? [y/N]";
            case Mode.Looking _ when !message.isEmpty() -> message;
            case Mode.Looking _ -> filter.isEmpty() ? HELP : "/" + filter + "   " + HELP;
        };
    }
}
