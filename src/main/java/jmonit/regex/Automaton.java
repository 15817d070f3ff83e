package jmonit.regex;

/**
 * Runs a program as a deterministic automaton whose states are made when the text first asks for them, and forgotten
 * when they become too many. Whether a match ends at a position is known one byte later, as assertions look at that
 * byte too.
 */
final class Automaton implements Search {
    private final ByteClasses classes;
    private final Closure closure;
    private final Rows rows;
    private final boolean looksAround;
    private final int[] restart;
    private final int end;

    Automaton(Program program) {
        this(program, new ByteClasses(program));
    }

    private Automaton(Program program, ByteClasses classes) {
        this.classes = classes;
        this.closure = new Closure(program);
        this.looksAround = program.looksAround();
        this.end = classes.count();
        this.restart = canStartLater(program) ? new int[] {program.start()} : new int[0];
        this.rows = new Rows(classes.count() + 1, new State(Side.EDGE, new int[] {program.start()}));
    }

    /** For {@link #lineThatMatches}. */
    static Automaton ofLines(Program program) {
        return new Automaton(program, new ByteClasses(program, ByteSet.of('\n')));
    }

    /**
     * Where the first line begins that matches, each line being a text of its own; -1 where none does. {@code from} is the begin of a line,
     * {@code to} the end of one, line feed included.
     */
    int lineThatMatches(byte[] text, int from, int to) {
        int[] classOf = classes.ofByte();
        int[] table = rows.table();
        int row = Rows.FIRST;
        int line = from;
        for (int i = from; i < to; i++) {
            // The transition by a line feed is never entered into the table, so the test for unknown ones finds the ends of lines, too.
            int next = table[row + classOf[text[i] & 0xFF]];
            if (next < Rows.FIRST) {
                next = text[i] == '\n' ? known(row, end) : known(row, classOf[text[i] & 0xFF]);
                table = rows.table();
                if (next == Rows.MATCHED) {
                    return line;
                }
                if (next == Rows.DEAD) {
                    i = lineFeed(text, i, to);
                    line = i + 1;
                    next = Rows.FIRST;
                }
            }
            row = next;
        }
        return -1;
    }

    private static int lineFeed(byte[] text, int from, int to) {
        int i = from;
        while (i < to && text[i] != '\n') {
            i++;
        }
        return i;
    }

    @Override
    public boolean finds(byte[] text, int from, int to) {
        int[] classOf = classes.ofByte();
        int[] table = rows.table();
        int row = Rows.FIRST;
        for (int i = from; i < to; i++) {
            int column = classOf[text[i] & 0xFF];
            int next = table[row + column];
            if (next < Rows.FIRST) {
                next = known(row, column);
                if (next < Rows.FIRST) {
                    return next == Rows.MATCHED;
                }
                table = rows.table();
            }
            row = next;
        }
        return known(row, end) == Rows.MATCHED;
    }

    /** Work done since the beginning. */
    long visits() {
        return closure.visits();
    }

    int states() {
        return rows.count();
    }

    private int known(int row, int column) {
        int next = rows.table()[row + column];
        return next == Rows.UNKNOWN ? explore(row, column) : next;
    }

    private int explore(int row, int column) {
        var state = rows.state(row);
        if (rows.full()) {
            rows.forget();
        }
        int target = target(state, column);
        rows.connect(rows.row(state), column, target);
        return target;
    }

    private int target(State state, int column) {
        if (closure.accepts(state, sideOf(column))) {
            return Rows.MATCHED;
        }
        return column == end ? Rows.DEAD : next(classes.example(column));
    }

    private int next(int value) {
        int[] steps = closure.after(value, restart);
        return steps.length == 0 ? Rows.DEAD : rows.row(new State(looksAround ? Side.of(value) : Side.OTHER, steps));
    }

    private Side sideOf(int column) {
        return column == end ? Side.EDGE : Side.of(classes.example(column));
    }

    /** False for a pattern like {@code ^x}, whose search may end with the first byte that is wrong. */
    private boolean canStartLater(Program program) {
        int[] start = {program.start()};
        for (var before : new Side[] {Side.WORD, Side.OTHER}) {
            for (var after : Side.values()) {
                if (closure.accepts(new State(before, start), after) || closure.waits()) {
                    return true;
                }
            }
        }
        return false;
    }
}
