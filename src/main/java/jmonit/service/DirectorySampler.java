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

/** Looks at a directory. */
public final class DirectorySampler implements Sampler {

    private static final PathSampler.Kindred WANTED =
            new PathSampler.Kindred(Set.of(Kind.DIRECTORY), "directory doesn't exist", "is not directory");

    private final PathSampler path;

    public DirectorySampler(Disk disk, Errands errands, Accounts accounts) {
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
