package jmonit.os.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import jmonit.os.FileFacts;
import jmonit.os.Files;

/** Asks for a bounded time only: a control file that speaks of a dead disk must not keep the daemon from starting. */
public final class PatientFiles implements Files {

    private final Files files;
    private final Patience patience;

    public PatientFiles(Files files, Duration deadline) {
        this.files = files;
        this.patience = new Patience(deadline);
    }

    /** What is known of one file of a directory that hangs is known of the others. */
    private <T> T ask(String path, Callable<T> question) throws IOException {
        int slash = path.lastIndexOf('/');
        return patience.ask(slash > 0 ? path.substring(0, slash) : path, question);
    }

    @Override
    public Optional<FileFacts> facts(String path) throws IOException {
        return ask(path, () -> files.facts(path));
    }

    @Override
    public byte[] read(String path, long limit) throws IOException {
        return ask(path, () -> files.read(path, limit));
    }

    @Override
    public List<String> list(String directory) throws IOException {
        return ask(directory, () -> files.list(directory));
    }

    @Override
    public boolean readable(String path) {
        return well(path, () -> files.readable(path));
    }

    @Override
    public boolean writable(String path) {
        return well(path, () -> files.writable(path));
    }

    @Override
    public boolean executable(String path) {
        return well(path, () -> files.executable(path));
    }

    private boolean well(String path, Callable<Boolean> question) {
        try {
            return ask(path, question);
        } catch (IOException _) {
            // Whoever asks for its facts is told why.
            return false;
        }
    }

    /** Takes as long as the file is large. */
    @Override
    public String digest(String path, String algorithm) throws IOException {
        return files.digest(path, algorithm);
    }

    @Override
    public void replace(String path, byte[] content) throws IOException {
        files.replace(path, content);
    }
}
