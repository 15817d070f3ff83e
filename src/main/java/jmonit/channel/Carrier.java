package jmonit.channel;

import java.io.IOException;
import java.util.Optional;

import jmonit.model.Event;

/** Brings something to one outlet and tells what came back. One thread. An exception says why nobody was there. */
interface Carrier extends AutoCloseable {

    Reply tell(Told told) throws IOException, InterruptedException;

    /** One of which nothing else is known. */
    default Reply tell(Event event) throws IOException, InterruptedException {
        return tell(Told.of(event));
    }

    /** What is told again and again; empty where there was nothing to tell. */
    default Optional<Reply> remind() throws IOException, InterruptedException {
        return Optional.empty();
    }

    @Override
    default void close() {
        // Most hold nothing between two messages.
    }
}
