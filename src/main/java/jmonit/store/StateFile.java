package jmonit.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jmonit.engine.Memory;
import jmonit.engine.Remembered;
import jmonit.os.Keeper;

/** The state on disk. Whoever reads it finds the last one that was written whole. */
public final class StateFile implements Memory {

    private final Keeper keeper;
    private final String path;

    public StateFile(Keeper keeper, String path) {
        this.keeper = keeper;
        this.path = path;
    }

    /** Nothing when there is none yet; an exception when there is one that cannot be used. */
    @Override
    public Remembered load() throws IOException {
        Optional<byte[]> content = keeper.kept(path);
        if (content.isEmpty() || content.get().length == 0) {
            return Remembered.NOTHING;
        }
        try {
            return StateReader.read(new String(content.get(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // It may be Monit's own, and whoever goes back to Monit wants it.
            throw new IOException("the state file " + path + " " + e.getMessage() + "; it is kept as " + keeper.aside(path), e);
        }
    }

    @Override
    public void save(Remembered remembered) throws IOException {
        keeper.keep(path, StateText.of(remembered).getBytes(StandardCharsets.UTF_8));
    }
}
