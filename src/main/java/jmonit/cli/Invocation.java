package jmonit.cli;

import java.util.List;
import java.util.Locale;

import jmonit.config.Overrides;
import jmonit.diagnostic.Format;

/** The command line, read: what is asked for and how. Empty texts stand for options not given. */
record Invocation(String controlFile, String group, int verbosity, Overrides overrides, Mode mode, Checking checking,
        Asking asking, List<String> words) {

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

    /**
     * How a daemon is asked.
     *
     * @param url of one that is not to be found by the control file
     * @param verified whether it must prove who it is, where it speaks TLS
     * @param patient waits for the end of an action
     * @param lines how many to show; 0 where nobody said
     */
    record Asking(String url, boolean verified, boolean json, boolean patient, int lines, boolean follow) {
    }

    /** The first word, in lower case as for Monit; empty where there is none. */
    String word() {
        return words.isEmpty() ? "" : words.getFirst().toLowerCase(Locale.ROOT);
    }

    /** Monit takes no notice of further names. Whoever gives them wants something done to all of them. */
    void onlyOne() throws Refused {
        if (words.size() > 2) {
            throw new Refused(word() + " takes one name, and \"" + words.get(2) + "\" is one more: take a pattern, as in '" + words.get(1) + "|"
                    + words.get(2) + "', or a group with -g");
        }
    }

    /** The word after the first; empty where there is none. */
    String argument() {
        return words.size() < 2 ? "" : words.get(1);
    }
}
