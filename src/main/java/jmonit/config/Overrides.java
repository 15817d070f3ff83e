package jmonit.config;

/** What the command line says over the control file. Empty texts, zero and false stand for what it does not say. */
public record Overrides(long pollSeconds, String logFile, String pidFile, String stateFile, boolean init, boolean batch) {

    public static final Overrides NONE = new Overrides(0, "", "", "", false, false);
}
