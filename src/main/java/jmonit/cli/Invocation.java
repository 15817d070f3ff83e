package jmonit.cli;

import java.util.List;

import jmonit.config.Overrides;
import jmonit.diagnostic.Format;

/** The command line, read: what is asked for and how. Empty texts stand for options not given. */
record Invocation(String controlFile, String group, int verbosity, Overrides overrides, Mode mode, Checking checking, List<String> words) {

    Invocation {
        words = List.copyOf(words);
    }

    /** What the options ask for, beside the words. */
    enum Mode {
        RUN, TEST, VERSION, HELP, HASH, ID, RESET_ID
    }

    /** How a control file is checked, and how that is told. */
    record Checking(Format format, boolean all, boolean strict, boolean host) {
    }
}
