package jmonit.channel;

import java.util.List;

/**
 * What is posted to a web server.
 *
 * @param request the path and what follows it
 * @param headers whole lines that go with it; no text from outside stands in them
 */
record Letter(String request, List<String> headers, byte[] body) {

    Letter {
        headers = List.copyOf(headers);
    }

    Letter(String request, byte[] body) {
        this(request, List.of(), body);
    }
}
