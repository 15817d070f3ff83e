package jmonit.os.live;

import java.time.Duration;

import jmonit.os.ProcessFacts;
import jmonit.os.ProcessFacts.Processor;
import jmonit.os.ProcessId;

/** Reads {@code /proc/PID/stat} number by number. Fields are counted as in proc(5), from 1. */
final class StatLine {

    private static final int STATE = 3;
    // The same on all machines we run on, whatever the kernel's own clock: it is part of the interface to programs.
    private static final long TICK_MILLISECONDS = 10;

    private final ProcFile file;
    private final long pageSize;
    private int position;
    private int field;

    StatLine(ProcFile file, long pageSize) {
        this.file = file;
        this.pageSize = pageSize;
    }

    ProcessFacts facts() {
        var pid = (int) number();
        var name = name();
        var zombie = letter() == 'Z';
        var parent = (int) number(4);
        var own = number(14) + number(15);
        var reaped = number(16) + number(17);
        var threads = (int) number(20);
        var start = number(22);
        var memory = number(24) * pageSize;
        return new ProcessFacts(new ProcessId(pid, start), parent, name, zombie, threads,
                new Processor(time(own), time(reaped)), time(start), memory);
    }

    private static Duration time(long ticks) {
        return Duration.ofMillis(ticks * TICK_MILLISECONDS);
    }

    /** It may hold blanks and parentheses, so it ends with the last one. */
    private String name() {
        var open = position + 1;
        var close = file.length() - 1;
        while (close > open && file.bytes()[close] != ')') {
            close--;
        }
        position = close + 2;
        field = STATE;
        return file.text(open, close);
    }

    private char letter() {
        var letter = (char) file.bytes()[position];
        skip();
        return letter;
    }

    private long number(int wanted) {
        while (field < wanted) {
            skip();
        }
        var number = number();
        field++;
        return number;
    }

    private void skip() {
        // Read byte by byte, so with little around each.
        var bytes = file.bytes();
        var end = file.length();
        var at = position;
        while (at < end && bytes[at] != ' ') {
            at++;
        }
        position = at + 1;
        field++;
    }

    /** Leaves the position behind the blank. */
    private long number() {
        var value = 0L;
        var negative = position < file.length() && file.bytes()[position] == '-';
        position += negative ? 1 : 0;
        while (position < file.length() && file.bytes()[position] >= '0') {
            value = value * 10 + file.bytes()[position++] - '0';
        }
        position++;
        return negative ? -value : value;
    }
}
