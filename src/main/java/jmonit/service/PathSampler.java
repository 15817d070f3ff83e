package jmonit.service;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Presence;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.os.Accounts;
import jmonit.os.Disk;
import jmonit.os.Errands;
import jmonit.os.FileFacts.Kind;
import jmonit.os.FileStatus;

/** Looks at a path that should be of a certain kind. The disk is asked within an errand, as a network share may never answer. */
final class PathSampler implements Sampler {

    private final Kindred wanted;
    private final Disk disk;
    private final Errands errands;
    private final Attributes attributes;
    private final Closer closer;

    /** Which kinds are right, and how the log says that none is there, or another. */
    record Kindred(Set<Kind> kinds, String missing, String wrong) {
    }

    /** Looks closer at what has been found to be there. */
    interface Closer {

        Sample look(Look look, FileStatus status, Notes notes) throws InterruptedException;
    }

    PathSampler(Kindred wanted, Disk disk, Errands errands, Accounts accounts, Closer closer) {
        this.wanted = wanted;
        this.disk = disk;
        this.errands = errands;
        this.attributes = new Attributes(accounts);
        this.closer = closer;
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

    private Sample ask(Look look, String path) throws InterruptedException {
        try {
            var status = disk.status(path);
            if (status.isEmpty()) {
                return absent(look, new Presence.Missing(wanted.missing()));
            }
            return wanted.kinds().contains(status.get().kind())
                    ? closer.look(look, status.get(), attributes.of(look.service(), status.get()))
                    : absent(look, new Presence.WrongKind(wanted.wrong()));
        } catch (IOException e) {
            return absent(look, new Presence.Unreadable(e.getMessage()));
        }
    }

    private static Sample absent(Look look, Presence presence) {
        return Sample.absent(presence, look.trace());
    }
}
