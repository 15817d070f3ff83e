package jmonit.channel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.os.Spool;

/**
 * Keeps notes until they are settled: one file each, if there is a directory for them. What cannot be written is delivered all the
 * same, but does not outlive us. One thread.
 */
final class Shelf {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");
    private static final String ENDING = ".alert";

    private final List<Spool> spool;
    private final Set<Long> written = new HashSet<>();
    private final Trouble trouble = new Trouble();

    private Shelf(List<Spool> spool) {
        this.spool = spool;
    }

    static Shelf on(Spool spool) {
        return new Shelf(List.of(spool));
    }

    /** Nothing outlives us. */
    static Shelf inMemory() {
        return new Shelf(List.of());
    }

    boolean lasting() {
        return !spool.isEmpty();
    }

    /** What was not settled before, the oldest first. Files of others are left alone. */
    List<Note> found() {
        var notes = new ArrayList<Note>();
        for (Spool disk : spool) {
            try {
                for (String name : disk.names()) {
                    if (name.endsWith(ENDING)) {
                        read(disk, name, notes);
                    }
                }
            } catch (IOException e) {
                LOG.error("The event queue cannot be read -- {}", e.getMessage());
            }
        }
        notes.sort(Comparator.comparingLong(Note::number));
        notes.forEach(n -> written.add(n.number()));
        return notes;
    }

    private static void read(Spool disk, String name, List<Note> notes) {
        try {
            disk.read(name).flatMap(NoteText::read).filter(n -> name.equals(name(n.number()))).ifPresentOrElse(notes::add,
                    () -> LOG.error("The event queue holds a file that is no alert: {}", name));
        } catch (IOException e) {
            LOG.error("An alert of the event queue is lost -- {}", e.getMessage());
        }
    }

    /** At first, and each time something of it is settled. */
    void keep(Note note) {
        if (note.settled()) {
            drop(note);
        } else {
            attempt(disk -> {
                disk.write(name(note.number()), NoteText.written(note));
                written.add(note.number());
            });
        }
    }

    private void drop(Note note) {
        if (written.remove(note.number())) {
            attempt(disk -> disk.remove(name(note.number())));
        }
    }

    private interface Writing {
        void to(Spool disk) throws IOException;
    }

    private void attempt(Writing writing) {
        for (Spool disk : spool) {
            try {
                writing.to(disk);
                trouble.isOver("The event queue is written again");
            } catch (IOException e) {
                trouble.is("The event queue is not written -- " + e.getMessage(),
                        "; alerts are sent all the same, but do not outlive a restart");
            }
        }
    }

    private static String name(long number) {
        return number + ENDING;
    }
}
