package jmonit.regex;

/**
 * Searches lines, each of which is a text of its own. Where there are many, two at a time, from the beginning and from the middle: the
 * automaton waits for one table entry to know where to find the next, and meanwhile has time for another text.
 */
final class Lines {

    private static final int NONE = -1;
    /** Searched alone first, as each line may match. */
    private static final int ALONE = 4 << 10;

    private final Automaton automaton;

    Lines(Program program) {
        automaton = new Automaton(program, new ByteClasses(program, ByteSet.of('\n')));
    }

    /** Where a search stands. */
    private static final class Walk {
        private final int to;
        private int at;
        private int line;
        private int row = Rows.FIRST;
        private boolean matched;

        Walk(int from, int to) {
            this.at = from;
            this.line = from;
            this.to = to;
        }

        boolean over() {
            return matched || at >= to;
        }
    }

    /**
     * Where the first line begins that matches; -1 where none does. {@code from} is the begin of a line, {@code to} the end of one, line
     * feed included.
     */
    int next(byte[] text, int from, int to) {
        int first = to - from <= 2 * ALONE ? to : behindLineFeed(text, from + ALONE, to);
        int found = one(text, new Walk(from, first));
        return found != NONE || first == to ? found : halves(text, first, to);
    }

    private int halves(byte[] text, int from, int to) {
        int middle = behindLineFeed(text, from + (to - from) / 2, to);
        return two(text, new Walk(from, middle), new Walk(middle, to));
    }

    private int one(byte[] text, Walk walk) {
        while (!walk.over()) {
            run(text, walk);
            if (!walk.over()) {
                step(text, walk);
            }
        }
        return walk.matched ? walk.line : NONE;
    }

    /** Both as long as no row is forgotten; what is left then, of one of them or of both, one after the other. */
    private int two(byte[] text, Walk earlier, Walk later) {
        while (!earlier.over() && !later.over()) {
            run(text, earlier, later);
            if (!earlier.over() && !later.over() && !(stays(text, earlier) && stays(text, later))) {
                break;
            }
        }
        int found = earlier.matched ? earlier.line : one(text, new Walk(earlier.line, earlier.to));
        return found != NONE ? found : later.matched ? later.line : one(text, new Walk(later.line, later.to));
    }

    /** Up to the first step that is not in the table. That by a line feed is never entered, so this finds the ends of lines, too. */
    private void run(byte[] text, Walk walk) {
        int[] classOf = automaton.classOf();
        int[] table = automaton.table();
        int row = walk.row;
        int i = walk.at;
        for (; i < walk.to; i++) {
            int next = table[row + classOf[text[i] & 0xFF]];
            if (next < Rows.FIRST) {
                break;
            }
            row = next;
        }
        walk.row = row;
        walk.at = i;
    }

    /** Up to the first step of either of them that is not in the table, or the end of either. */
    private void run(byte[] text, Walk one, Walk other) {
        int[] classOf = automaton.classOf();
        int[] table = automaton.table();
        int row1 = one.row;
        int row2 = other.row;
        int at1 = one.at;
        int at2 = other.at;
        int most = Math.min(one.to - at1, other.to - at2);
        int i = 0;
        for (; i < most; i++) {
            int next1 = table[row1 + classOf[text[at1 + i] & 0xFF]];
            int next2 = table[row2 + classOf[text[at2 + i] & 0xFF]];
            if (next1 < Rows.FIRST || next2 < Rows.FIRST) {
                break;
            }
            row1 = next1;
            row2 = next2;
        }
        one.row = row1;
        one.at = at1 + i;
        other.row = row2;
        other.at = at2 + i;
    }

    /** Makes a step unless that would have all rows forgotten. */
    private boolean stays(byte[] text, Walk walk) {
        boolean stays = automaton.knows(walk.row, column(text[walk.at])) || !automaton.full();
        if (stays) {
            step(text, walk);
        }
        return stays;
    }

    private void step(byte[] text, Walk walk) {
        int next = automaton.next(walk.row, column(text[walk.at]));
        if (next == Rows.MATCHED) {
            walk.matched = true;
            return;
        }
        if (next == Rows.DEAD) {
            walk.at = lineFeed(text, walk.at, walk.to);
            walk.line = walk.at + 1;
        }
        walk.row = next == Rows.DEAD ? Rows.FIRST : next;
        walk.at++;
    }

    private int column(byte value) {
        return value == '\n' ? automaton.end() : automaton.classOf()[value & 0xFF];
    }

    private static int behindLineFeed(byte[] text, int from, int to) {
        return Math.min(to, lineFeed(text, from, to) + 1);
    }

    private static int lineFeed(byte[] text, int from, int to) {
        int i = from;
        while (i < to && text[i] != '\n') {
            i++;
        }
        return i;
    }
}
