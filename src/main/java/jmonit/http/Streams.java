package jmonit.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** As many streams as one server keeps open. */
final class Streams {

    static final int MOST = 64;
    static final String TYPE = "text/event-stream";

    private final Semaphore places = new Semaphore(MOST);

    /** Empty where there are enough. */
    Optional<Response> open(Feed feed) {
        // A place is taken when the stream begins: a client that goes away before has none to give back.
        return places.availablePermits() == 0 ? Optional.empty()
                : Optional.of(Response.live(TYPE, sink -> write(feed, sink)).with(List.of(new Header("X-Accel-Buffering", "no"))));
    }

    private void write(Feed feed, Feed.Sink sink) throws java.io.IOException, InterruptedException {
        if (places.tryAcquire()) {
            try {
                feed.write(sink);
            } finally {
                places.release();
            }
        }
    }
}
