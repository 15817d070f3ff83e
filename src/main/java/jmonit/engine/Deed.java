package jmonit.engine;

/** What can be done to a service. */
public enum Deed {
    START("start", "Started"), STOP("stop", "Stopped"), RESTART("restart", "Restarted"), EXEC("exec", "");

    private final String word;
    private final String event;

    Deed(String word, String event) {
        this.word = word;
        this.event = event;
    }

    public String word() {
        return word;
    }

    /** What the program is told has happened; exec programs are told of the event that called them. */
    public String event() {
        return event;
    }
}
