package jmonit.channel;

import java.io.IOException;
import java.util.List;

import jmonit.model.Event;

/** Writes for a collector how everything is, and what happened. */
public interface Report {

    byte[] document(List<Event> news) throws IOException, InterruptedException;
}
