package jmonit.service;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Answer;
import jmonit.model.Digest;
import jmonit.model.Presence;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.os.Accounts;
import jmonit.os.Disk;
import jmonit.os.Errands;
import jmonit.os.FileFacts.Kind;
import jmonit.os.FileStatus;

/** Looks at a file, or a socket. Its bytes are read only where a rule asks for a checksum or for content, and only if they may be new. */
public final class FileSampler implements Sampler {

    private static final PathSampler.Kindred WANTED =
            new PathSampler.Kindred(Set.of(Kind.FILE, Kind.SOCKET), "file doesn't exist", "is neither a regular file nor a socket");

    private final PathSampler path;
    private final Checksums checksums;
    private final ContentTests content;

    public FileSampler(Disk disk, Errands errands, Accounts accounts) {
        this.path = new PathSampler(WANTED, disk, errands, accounts, new Closer());
        this.checksums = new Checksums(disk);
        this.content = new ContentTests(disk);
    }

    @Override
    public Sample look(Look look) throws InterruptedException {
        return path.look(look);
    }

    @Override
    public boolean aside(Look look, Consumer<Sampler> eye) {
        return path.aside(look, eye);
    }

    @Override
    public void retain(Set<String> names) {
        path.retain(names);
        content.retain(names);
    }

    private final class Closer implements PathSampler.Closer {

        @Override
        public Sample look(Look look, FileStatus status, Notes notes) throws InterruptedException {
            return closer(look, status, notes);
        }

        /** Lines that were found are news only once, and the sum of a file that was just written may be out of date. */
        @Override
        public boolean lasts(Service service, Sample sample) {
            boolean summedUp = sample.readings().text(Checksums.NOTE).isPresent() && !sample.trace().note(Checksums.NOTE).isEmpty();
            return sample.answers().isEmpty() && (summedUp || Checksums.asked(service).isEmpty());
        }
    }

    private Sample closer(Look look, FileStatus status, Notes notes) throws InterruptedException {
        if (status.kind() != Kind.FILE) {
            return PathSampler.attributes(look, status, notes);
        }
        var trace = new HashMap<String, String>(look.trace().notes());
        var digest = Checksums.asked(look.service());
        if (digest.isPresent()) {
            sum(look, status, digest.get(), notes, trace);
        }
        var answers = ContentTests.asked(look.service()) ? search(look, status, notes, trace) : Map.<Integer, Answer>of();
        return new Sample(Presence.HERE, notes.readings(), answers, new Trace(trace));
    }

    private void sum(Look look, FileStatus status, Digest digest, Notes notes, Map<String, String> trace) throws InterruptedException {
        try {
            var sum = checksums.sum(Attributes.path(look.service()), status, digest, look.trace().note(Checksums.NOTE), look.now());
            notes.text("checksum", sum.hex()).text("checksum.type", digest.name());
            trace.put(Checksums.NOTE, sum.note());
        } catch (IOException e) {
            notes.absent("checksum", Unit.COUNT, e.getMessage());
        }
    }

    private Map<Integer, Answer> search(Look look, FileStatus status, Notes notes, Map<String, String> trace) throws InterruptedException {
        var outcome = content.ask(look, Attributes.path(look.service()), status);
        trace.putAll(outcome.notes());
        boolean found = outcome.answers().values().stream().anyMatch(a -> a instanceof Answer.Lines lines && lines.count() > 0);
        notes.text("content.match", found ? "yes" : "no");
        return outcome.answers();
    }
}
