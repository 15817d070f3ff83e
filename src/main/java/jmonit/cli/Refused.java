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

    /** A daemon runs, but opens no door that we know of, or not yet. */
    static final class Shut extends Refused {

        private static final long serialVersionUID = 1L;

        Shut(String words) {
            super(words);
        }
    }

    /** No daemon runs. */
    static final class NoDaemon extends Refused {

        private static final long serialVersionUID = 1L;

        NoDaemon(String words) {
            super(words);
        }
    }
}
