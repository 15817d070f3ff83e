package jmonit.config;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Settings;

/** Reads {@code set eventqueue}. */
final class QueueReader {

    /** Where events wait if a queue is asked for, but no place named. */
    private static final String DEFAULT = "/var/jmonit";
    private static final String TOPIC = "eventqueue";

    private final SettingsDraft settings;
    private final Cursor c;
    private final Values values;

    QueueReader(SettingsDraft settings, Cursor cursor) {
        this.settings = settings;
        this.c = cursor;
        this.values = new Values(cursor);
    }

    void read() {
        Settings.Queue before = settings.queue;
        boolean based = c.take("basedir");
        String directory = based ? PathReader.read(c, "a path", "settings") : DEFAULT;
        boolean bounded = c.take("slots") || c.take("slot");
        if (based || bounded) {
            settings.queue = new Settings.Queue(directory, bounded ? slots() : before.slots());
            bounds();
        } else {
            c.unknown("option", TOPIC);
        }
    }

    private void bounds() {
        while (c.more()) {
            Settings.Queue queue = settings.queue;
            if (c.take("each")) {
                settings.queue = new Settings.Queue(queue.directory(), queue.slots(), each(), queue.keep());
            } else if (c.take("keep")) {
                settings.queue = new Settings.Queue(queue.directory(), queue.slots(), queue.each(), values.time("the age of an alert"));
            } else {
                return;
            }
        }
    }

    private long slots() {
        Word number = c.peek();
        long slots = values.whole("a number of slots");
        if (slots == 0) {
            c.warn(Diagnostic.warning(number.span(), "a queue without slots keeps no event", "leave \"slots\" out for a queue without a limit")
                    .see(TOPIC));
        }
        return slots;
    }

    private long each() {
        Word number = c.peek();
        long each = values.whole("a number of slots");
        if (!c.spent() && each == 0) {
            c.complain(Diagnostic.error(number.span(), "so nothing can wait for anybody", "expected 1 or more").see(TOPIC));
        }
        return each;
    }
}
