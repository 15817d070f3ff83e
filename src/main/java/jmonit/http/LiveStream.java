package jmonit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jmonit.model.Event;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;
import jmonit.os.Ticker;

/**
 * Tells all there is, and then what changes, as server-sent events. Looks twice a second: a snapshot costs nothing while nothing changes.
 * Ends with a reload: the next stream comes from those who know the new control file, to those who may come in now.
 */
final class LiveStream implements Feed {

    /** No event was heard before. */
    static final long NOTHING = -1;

    private static final Duration PAUSE = Duration.ofMillis(500);
    /** A sign of life, in pauses. */
    private static final int QUIET = 30;
    private static final byte[] BREATH = bytes(": \n\n");
    private static final byte[] RETRY = bytes("retry: 2000\n\n");
    private static final byte[] RELOAD = bytes("event: reload\ndata: {}\n\n");

    private final Source source;
    private final Viewer viewer;
    private final long heard;

    /** Where everything comes from. */
    record Source(Panel panel, Views views, Views readers, Ticker ticker, Term term) {

        Source seenBy(Viewer viewer) {
            return viewer.readOnly() ? new Source(panel, readers, readers, ticker, term) : this;
        }
    }

    /** {@code heard} is the last event the reader knows. */
    LiveStream(Source source, Viewer viewer, long heard) {
        this.source = source;
        this.viewer = viewer;
        this.heard = heard;
    }

    @Override
    public void write(Sink sink) throws IOException, InterruptedException {
        Snapshot last = source.panel().show();
        sink.send(RETRY);
        sink.send(message("services", source.views().services(last, new Views.Filter("", "", "", ""), viewer)));
        long told = events(last, heard == NOTHING ? newest(last) : heard, sink);
        for (int quiet = 0;; quiet++) {
            source.ticker().pause(PAUSE);
            Snapshot now = source.panel().show();
            if (source.term().over() || reloaded(last, now)) {
                sink.send(RELOAD);
                return;
            }
            if (tell(last, now, sink) || newest(now) > told) {
                quiet = 0;
            } else if (quiet >= QUIET) {
                sink.send(BREATH);
                quiet = 0;
            }
            told = events(now, told, sink);
            last = now;
        }
    }

    /** Whether there was anything to tell. */
    private boolean tell(Snapshot before, Snapshot now, Sink sink) throws IOException, InterruptedException {
        List<View> changed = changed(before, now);
        if (!changed.isEmpty()) {
            sink.send(message("change", source.views().change(now, changed)));
        }
        return !changed.isEmpty();
    }

    private static boolean reloaded(Snapshot before, Snapshot now) {
        boolean other = before.services().size() != now.services().size() || !before.settings().equals(now.settings());
        for (int i = 0; !other && i < now.services().size(); i++) {
            other = !before.services().get(i).service().equals(now.services().get(i).service());
        }
        return other;
    }

    private static List<View> changed(Snapshot before, Snapshot now) {
        var changed = new ArrayList<View>();
        for (int i = 0; i < now.services().size() && before != now; i++) {
            if (!now.services().get(i).equals(before.services().get(i))) {
                changed.add(now.services().get(i));
            }
        }
        return changed;
    }

    private static long newest(Snapshot snapshot) {
        return snapshot.events().isEmpty() ? 0 : snapshot.events().getLast().id();
    }

    /** Tells the events after one; the id of the last one known then. */
    private long events(Snapshot snapshot, long after, Sink sink) throws IOException, InterruptedException {
        if (newest(snapshot) <= after) {
            return after;
        }
        for (Event event : snapshot.events()) {
            if (event.id() > after) {
                sink.send(message("event\nid: " + event.id(), source.views().event(event)));
            }
        }
        return newest(snapshot);
    }

    /** Our JSON has no line ends, so one line of data holds it. */
    private static byte[] message(String event, byte[] data) {
        var message = new ByteArrayOutputStream(data.length + 64);
        message.writeBytes(bytes("event: " + event + "\ndata: "));
        message.writeBytes(data);
        message.writeBytes(bytes("\n\n"));
        return message.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
