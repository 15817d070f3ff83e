package jmonit.json;

import java.io.IOException;

/** What was read is not JSON, or more of it than was asked for. The message names the fault and the byte it was found at. */
public final class NotJson extends IOException {

    private static final long serialVersionUID = 1;

    NotJson(String fault, int at) {
        super(fault + " at byte " + (at + 1));
    }
}
