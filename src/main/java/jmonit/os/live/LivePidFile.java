package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jmonit.os.PidFile;

/**
 * Pidfiles that are locked as long as their process lives; the kernel forgets the lock of a dead one. Whoever only asks
 * holds a shared lock for an instant, so taking the file is tried a few times.
 */
public final class LivePidFile implements PidFile {

    private static final int TRIES = 20;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int LONGEST = 64;

    @Override
    public OptionalLong keeper(String path) throws IOException {
        if (!Files.isRegularFile(Path.of(path))) {
            return OptionalLong.empty();
        }
        try (var file = FileChannel.open(Path.of(path), StandardOpenOption.READ)) {
            var lock = file.tryLock(0, Long.MAX_VALUE, true);
            return lock == null ? OptionalLong.of(number(path)) : OptionalLong.empty();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw Failure.to("read", path, e);
        }
    }

    /** 0 where the file holds no number. */
    private static long number(String path) throws IOException {
        var text = new String(new LiveFiles().read(path, LONGEST), UTF_8).strip();
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    @Override
    public Claim take(String path) throws IOException {
        for (var left = TRIES; left > 0; left--) {
            var file = LockedFile.open(path);
            if (file.isPresent() && file.get().hasName()) {
                return kept(file.get(), path);
            }
            // Removed by its keeper between our opening and locking it: the next one is ours.
            file.ifPresent(LockedFile::release);
            LockSupport.parkNanos(PAUSE);
        }
        return new Claim.Taken(number(path));
    }

    private static Claim kept(LockedFile file, String path) throws IOException {
        try {
            refuseBesideMonit(path);
            file.write(ProcessHandle.current().pid() + "\n");
            return new Ours(file);
        } catch (IOException e) {
            file.release();
            throw e;
        }
    }

    /** Monit does not lock its pidfile. Two that restart the same services would be worse than one that does not start. */
    private static void refuseBesideMonit(String path) throws IOException {
        // A file that is no pidfile at all is none of Monit's.
        var pid = Files.size(Path.of(path)) > LONGEST ? 0 : number(path);
        var name = Path.of("/proc/" + pid + "/comm");
        if (Files.exists(name) && Files.readString(name).equals("monit\n")) {
            throw new IOException("Monit runs with process id " + pid + " and keeps " + path + ": stop it first, with \"monit quit\"");
        }
    }

    private record Ours(LockedFile file) implements Claim.Kept {

        @Override
        public void close() {
            file.removeAndRelease();
        }
    }
}
