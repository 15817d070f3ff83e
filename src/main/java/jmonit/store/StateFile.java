package jmonit.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jmonit.engine.Memory;
import jmonit.engine.Remembered;
import jmonit.os.Keeper;

/**
 * The state on disk: two files that are written in turns, so that one is whole when we are killed while we write the other. Not one that is
 * renamed: that would change the time of its directory, which may be watched, each time.
 */
public final class StateFile implements Memory {

    private final Keeper keeper;
    private final String path;
    private final StateText text = new StateText();
    /** How often it was written, in all its life. */
    private long written;

    public StateFile(Keeper keeper, String path) {
        this.keeper = keeper;
        this.path = path;
    }

    /** Nothing when there is none yet; an exception when there is one that cannot be used. */
    @Override
    public Remembered load() throws IOException {
        Optional<StateReader.State> twin = twin();
        Optional<StateReader.State> first = first(twin.isPresent());
        Optional<StateReader.State> newest = Stream.concat(first.stream(), twin.stream()).max(Comparator.comparingLong(StateReader.State::written));
        written = newest.map(StateReader.State::written).orElse(0L);
        return newest.map(StateReader.State::remembered).orElse(Remembered.NOTHING);
    }

    /** What stands under our own name may be Monit's, and whoever goes back to Monit wants it; unless the other file says that it was us. */
    private Optional<StateReader.State> first(boolean ours) throws IOException {
        Optional<byte[]> content = keeper.kept(path);
        if (content.isEmpty() || content.get().length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(StateReader.read(new String(content.get(), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            if (ours && begun(new String(content.get(), StandardCharsets.UTF_8))) {
                return Optional.empty();
            }
            throw new IOException("the state file " + path + " " + e.getMessage() + "; it is kept as " + keeper.aside(path), e);
        }
    }

    @Override
    public void prepare() throws IOException {
        for (String file : List.of(place(0), place(1))) {
            keeper.make(file);
        }
    }

    private static boolean begun(String text) {
        return text.startsWith(StateText.FIRST) || StateText.FIRST.startsWith(text);
    }

    private Optional<StateReader.State> twin() throws IOException {
        try {
            return keeper.kept(place(0)).filter(c -> c.length > 0).map(c -> StateReader.read(new String(c, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            // Begun and not finished: the other one is whole.
            return Optional.empty();
        }
    }

    private String place(long number) {
        return number % 2 == 0 ? path + ".twin" : path;
    }

    @Override
    public void save(Remembered remembered) throws IOException {
        keeper.keep(place(written + 1), text.of(remembered, written + 1));
        written++;
    }
}
