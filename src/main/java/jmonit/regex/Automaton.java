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

    Automaton(Program program, ByteClasses classes) {
        this.classes = classes;
        this.closure = new Closure(program);
        this.looksAround = program.looksAround();
        this.end = classes.count();
        this.restart = canStartLater(program) ? new int[] {program.start()} : new int[0];
        this.rows = new Rows(classes.count() + 1, new State(Side.EDGE, new int[] {program.start()}));
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
                next = next(row, column);
                if (next < Rows.FIRST) {
                    return next == Rows.MATCHED;
                }
                table = rows.table();
            }
            row = next;
        }
        return next(row, end) == Rows.MATCHED;
    }

    /** The column of each byte. */
    int[] classOf() {
        return classes.ofByte();
    }

    /** The column of the end of the text. */
    int end() {
        return end;
    }

    /** The rows, for the search loop; to be asked for again when a step was made that was not known. */
    int[] table() {
        return rows.table();
    }

    boolean knows(int row, int column) {
        return rows.table()[row + column] != Rows.UNKNOWN;
    }

    /** Whether the next step that is not known makes all rows unknown. */
    boolean full() {
        return rows.full();
    }

    /** Work done since the beginning. */
    long visits() {
        return closure.visits();
    }

    int states() {
        return rows.count();
    }

    /** The step from a row, made if it is not known. */
    int next(int row, int column) {
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
