package jmonit.nats;

import jmonit.json.Json;

/** What a server says. */
sealed interface Frame {

    record Info(Json about) implements Frame {
    }

    /** {@code head} is the block of headers, empty where there is none. */
    record Message(String subject, String head, byte[] body) implements Frame {
    }

    record Ping() implements Frame {
    }

    record Pong() implements Frame {
    }

    record Well() implements Frame {
    }

    record Complaint(String words) implements Frame {
    }
}
