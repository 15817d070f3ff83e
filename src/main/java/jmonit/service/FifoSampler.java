package jmonit.service;

import java.util.Set;
import java.util.function.Consumer;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Sample;
import jmonit.os.Accounts;
import jmonit.os.Disk;
import jmonit.os.Errands;
import jmonit.os.FileFacts.Kind;

/** Looks at a named pipe; never opens it, as it would wait for a writer. */
public final class FifoSampler implements Sampler {

    private static final PathSampler.Kindred WANTED =
            new PathSampler.Kindred(Set.of(Kind.FIFO), "fifo doesn't exist", "is not fifo");

    private final PathSampler path;

    public FifoSampler(Disk disk, Errands errands, Accounts accounts) {
        this.path = new PathSampler(WANTED, disk, errands, accounts, PathSampler::attributes);
    }

    @Override
    public Sample look(Look look) throws InterruptedException {
        return path.look(look);
    }

    @Override
    public boolean aside(Look look, Consumer<Sampler> eye) {
        return path.aside(look, eye);
    }
}
