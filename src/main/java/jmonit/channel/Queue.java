package jmonit.channel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.model.Event;
import jmonit.model.Settings;
import jmonit.os.Spool;

/** The notes that are not settled yet, and where they are kept. One thread. */
final class Queue {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");
    /** As many wait where nobody says how many may, or while they can be delivered. */
    static final int USUAL = 10_000;

    private final Function<String, Spool> spools;
    /** Whether what waits may wait for long. */
    private final BooleanSupplier troubled;
    private final Map<Long, Kept> notes = new HashMap<>();
    private Settings.Queue settings = Settings.Queue.NONE;
    private Shelf shelf = Shelf.inMemory();
    private long newest;
    private long lost;

    /** A note that stays where it was put, also when the control file names another place. */
    private record Kept(Note note, Shelf shelf) {
    }

    Queue(Function<String, Spool> spools, BooleanSupplier troubled) {
        this.spools = spools;
        this.troubled = troubled;
    }

    /** From now on there; what is found there is to be delivered, too. */
    List<Note> open(Settings.Queue where) {
        boolean another = !where.directory().equals(settings.directory());
        settings = where;
        if (!another) {
            return List.of();
        }
        shelf = where.directory().isEmpty() ? Shelf.inMemory() : Shelf.on(spools.apply(where.directory()));
        List<Note> found = shelf.found().stream().filter(n -> !notes.containsKey(n.number())).toList();
        found.forEach(n -> notes.put(n.number(), new Kept(n, shelf)));
        newest = Math.max(newest, found.stream().mapToLong(Note::number).max().orElse(0));
        // Whoever was killed while several became one has written the one, and not all that is left of the others.
        found.stream().filter(n -> !n.members().isEmpty()).forEach(this::absorb);
        return found.stream().filter(n -> notes.containsKey(n.number())).map(n -> notes.get(n.number()).note()).toList();
    }

    /** One that tells of several from now on. What is left of these comes after it is on disk: a kill loses nothing. */
    void group(Note group) {
        put(group);
        absorb(group);
    }

    private void absorb(Note group) {
        group.members().forEach(m -> settled(m, n -> n.without(group)));
    }

    /** It is to be sent now: from here on it stays as it is. */
    Note begin(Note note) {
        settled(note.number(), n -> n.holding(false));
        return note.holding(false);
    }

    /** The oldest first. */
    List<Note> all() {
        return notes.values().stream().map(Kept::note).sorted(Comparator.comparingLong(Note::number)).toList();
    }

    boolean lasting() {
        return shelf.lasting();
    }

    boolean holds(Event event) {
        return notes.values().stream().map(Kept::note).anyMatch(n -> n.event().id() == event.id() || n.members().contains(event.id()));
    }

    /** Of the event, unless another has that already. */
    long number(Event event) {
        newest = Math.max(newest + 1, event.id());
        return newest;
    }

    /** Whether there is room for it; says so where not. */
    boolean take(Note note) {
        if (notes.size() >= room()) {
            if (lost++ == 0) {
                LOG.error("'{}' The event queue is full, {} events wait: nobody is told that {}, nor what comes after it",
                        note.event().service(), notes.size(), note.event().because());
            }
            return false;
        }
        if (lost > 0) {
            LOG.warn("The event queue has room again; {} events were lost", lost);
            lost = 0;
        }
        put(note);
        return true;
    }

    /** What there is no slot for is delivered from memory, if at all. */
    private void put(Note note) {
        notes.put(note.number(), new Kept(note, shelf));
        if (notes.size() <= slots()) {
            shelf.keep(note);
        }
    }

    private long room() {
        return troubled.getAsBoolean() ? slots() : Math.max(slots(), USUAL);
    }

    private long slots() {
        return settings.slots() == Settings.Queue.UNLIMITED ? USUAL : settings.slots();
    }

    /** Something of it is delivered, or refused for ever. */
    void settled(long number, UnaryOperator<Note> part) {
        Kept kept = notes.get(number);
        if (kept != null) {
            var left = new Kept(part.apply(kept.note()), kept.shelf());
            kept.shelf().keep(left.note());
            notes.put(number, left);
            if (left.note().settled()) {
                notes.remove(number);
            }
        }
    }
}
