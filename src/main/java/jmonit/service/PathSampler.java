package jmonit.service;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Condition;
import jmonit.model.Presence;
import jmonit.model.Principal;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.os.Accounts;
import jmonit.os.Disk;
import jmonit.os.Errands;
import jmonit.os.FileFacts.Kind;
import jmonit.os.FileStatus;

/**
 * Looks at a path that should be of a certain kind. The disk is asked within an errand, as a network share may never answer. As long as
 * nothing moves on the disk, the same sample is handed out again, which spares everyone who comes after.
 */
public final class PathSampler implements Sampler {

    private static final Kindred DIRECTORY = new Kindred(Set.of(Kind.DIRECTORY), "directory doesn't exist", "is not directory");
    private static final Kindred FIFO = new Kindred(Set.of(Kind.FIFO), "fifo doesn't exist", "is not fifo");

    private final Kindred wanted;
    private final Disk disk;
    private final Errands errands;
    private final Attributes attributes;
    private final Closer closer;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /** What a look at a service found, to be found again. */
    private record Seen(Service service, FileStatus status, Sample sample) {

        boolean holds(Look look, FileStatus now) {
            return service == look.service() && sample.trace() == look.trace() && status.equals(now);
        }
    }

    /** Which kinds are right, and how the log says that none is there, or another. */
    record Kindred(Set<Kind> kinds, String missing, String wrong) {
    }

    /** Looks closer at what has been found to be there. */
    interface Closer {

        Sample look(Look look, FileStatus status, Notes notes) throws InterruptedException;

        /** Whether another look would find the same, as long as the status is the same. */
        default boolean lasts(Service service, Sample sample) {
            return true;
        }
    }

    PathSampler(Kindred wanted, Disk disk, Errands errands, Accounts accounts, Closer closer) {
        this.wanted = wanted;
        this.disk = disk;
        this.errands = errands;
        this.attributes = new Attributes(accounts);
        this.closer = closer;
    }

    public static PathSampler directory(Disk disk, Errands errands, Accounts accounts) {
        return new PathSampler(DIRECTORY, disk, errands, accounts, PathSampler::attributes);
    }

    /** Never opens it, as it would wait for a writer. */
    public static PathSampler fifo(Disk disk, Errands errands, Accounts accounts) {
        return new PathSampler(FIFO, disk, errands, accounts, PathSampler::attributes);
    }

    /** Nothing beyond what every path has. */
    static Sample attributes(Look look, FileStatus status, Notes notes) {
        return new Sample(Presence.HERE, notes.readings(), Map.of(), look.trace());
    }

    @Override
    public Sample look(Look look) throws InterruptedException {
        var path = Attributes.path(look.service());
        try {
            return errands.run(look.service().name(), () -> ask(look, path));
        } catch (IOException e) {
            return absent(look, new Presence.Unreadable("cannot look at " + path + ": " + e.getMessage()));
        }
    }

    @Override
    public boolean aside(Look look, Consumer<Sampler> eye) {
        return errands.begin(look.service().name(), () -> eye.accept(l -> ask(l, Attributes.path(l.service()))));
    }

    @Override
    public void retain(Set<String> names) {
        seen.keySet().retainAll(names);
    }

    private Sample ask(Look look, String path) throws InterruptedException {
        try {
            var status = disk.status(path);
            if (status.isEmpty()) {
                return absent(look, new Presence.Missing(wanted.missing()));
            }
            return wanted.kinds().contains(status.get().kind()) ? here(look, status.get()) : absent(look, new Presence.WrongKind(wanted.wrong()));
        } catch (IOException e) {
            return absent(look, new Presence.Unreadable(e.getMessage()));
        }
    }

    private Sample here(Look look, FileStatus status) throws InterruptedException {
        var name = look.service().name();
        var last = seen.get(name);
        if (last != null && last.holds(look, status)) {
            return last.sample();
        }
        var sample = closer.look(look, status, attributes.of(look.service(), status));
        if (closer.lasts(look.service(), sample) && look.service().rules().stream().noneMatch(r -> asksForName(r.when()))) {
            seen.put(name, new Seen(look.service(), status, sample));
        } else {
            seen.remove(name);
        }
        return sample;
    }

    /** Who is called so may change while the path does not. */
    private static boolean asksForName(Condition condition) {
        return condition instanceof Condition.DiffersOwner(_, Principal.Named _);
    }

    private static Sample absent(Look look, Presence presence) {
        return Sample.absent(presence, look.trace());
    }
}
