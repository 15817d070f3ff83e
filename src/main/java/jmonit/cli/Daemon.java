package jmonit.cli;

import java.io.IOException;

import jmonit.config.Overrides;
import jmonit.config.Places;
import jmonit.model.ControlFile;

/** What a command line without a word starts: the program itself. */
public interface Daemon {

    /**
     * How it is to run.
     *
     * @param overrides what the command line says in place of the control file
     * @param verbosity counts the -v
     * @param validating look at everything once, and fail if anything is wrong
     */
    record Manner(Overrides overrides, int verbosity, boolean validating) {
    }

    /** Runs it with a control file that has no mistakes; the exit code. */
    int run(ControlFile controlFile, Places places, Manner manner) throws IOException;
}
