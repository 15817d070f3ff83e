package jmonit.cli;

import java.io.IOException;

/** A command that cannot be done, in words that are printed as they are; without words where all has been said. */
class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    Refused(String words) {
        super(words);
    }

    static Refused silently() {
        return new Refused("");
    }

    /** No daemon runs. */
    static final class NoDaemon extends Refused {

        private static final long serialVersionUID = 1L;

        NoDaemon(String words) {
            super(words);
        }
    }
}
