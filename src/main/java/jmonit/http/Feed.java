package jmonit.http;

import java.io.IOException;

/** A body that is written over time, on a thread of its own. Ends when it has nothing more to say, or when nobody listens any more. */
interface Feed {

    void write(Sink sink) throws IOException, InterruptedException;

    /** Where it goes. */
    interface Sink {

        /** Waits until it is on its way; whoever reads too slowly is cut off, which is an exception. */
        void send(byte[] bytes) throws IOException, InterruptedException;
    }
}
