package jmonit.cli;

import java.io.IOException;

/** A command that cannot be done, in words that are printed as they are; without words where all has been said. */
final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    Refused(String words) {
        super(words);
    }

    static Refused silently() {
        return new Refused("");
    }
}
