package jmonit.http;

import java.io.IOException;

/** A request that cannot be understood. The message is what the client reads. */
final class Malformed extends IOException {

    private static final long serialVersionUID = 1;

    static final String REQUEST = "Cannot parse request";
    static final String PARAMETERS = "Cannot parse Request parameters";
    static final String URL = "[error] URL too long";

    Malformed(String message) {
        super(message);
    }
}
