package jmonit.cli;

/** A line on a terminal (one that takes colours can take it back) that says that something takes its time, and is gone when it is over. */
final class Progress implements AutoCloseable {

    private static final String ERASE = "\r\033[K";

    private final Terminal terminal;
    private final String what;
    private int seconds;

    Progress(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** Another second has passed. */
    void step() {
        seconds++;
        if (terminal.colour()) {
            terminal.err().print(ERASE + what + " " + ".".repeat(Math.min(seconds, 30)) + " " + seconds + " s");
            terminal.err().flush();
        }
    }

    @Override
    public void close() {
        if (terminal.colour() && seconds > 0) {
            terminal.err().print(ERASE);
            terminal.err().flush();
        }
        seconds = 0;
    }
}
