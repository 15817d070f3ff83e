package jmonit.os.live;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import jmonit.os.LogFile;

/**
 * A log file on this machine. Whether its name still leads to it is looked up at most once a second. A stream and no
 * channel: a channel closes itself when the thread that writes is interrupted.
 */
public final class LiveLogFile implements LogFile {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final Object NO_KEY = new Object();

    private final Path path;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private FileOutputStream stream;
    private Object key;
    private long looked;
    /** The last line may have been written by half, as the disk was full: the next one must not be glued to it. */
    private boolean broken;

    /** Opens the file, so that whoever starts the program learns at once that it cannot be written. */
    public LiveLogFile(String path, LongSupplier nanoTime) throws IOException {
        this.path = Path.of(path);
        this.nanoTime = nanoTime;
        this.stream = open();
        this.key = key();
        this.looked = nanoTime.getAsLong();
    }

    private FileOutputStream open() throws IOException {
        try {
            return new FileOutputStream(path.toFile(), true);
        } catch (IOException e) {
            throw new IOException("cannot write the log file " + e.getMessage(), e);
        }
    }

    private Object key() {
        try {
            return Files.readAttributes(path, "unix:dev,ino");
        } catch (IOException e) {
            return NO_KEY;
        }
    }

    /** The lock is held over the writing: a line must not go to a file that is being closed, and the disk is local. */
    @Override
    public void append(byte[] text) throws IOException {
        lock.lock();
        try {
            follow();
            if (broken) {
                stream.write('\n');
            }
            broken = true;
            stream.write(text);
            broken = false;
        } finally {
            lock.unlock();
        }
    }

    private void follow() throws IOException {
        var now = nanoTime.getAsLong();
        if (now - looked < PAUSE) {
            return;
        }
        looked = now;
        if (!key().equals(key)) {
            var next = open();
            stream.close();
            stream = next;
            broken = false;
            key = key();
        }
    }

    @Override
    public void reopen() {
        lock.lock();
        try {
            looked = nanoTime.getAsLong() - PAUSE;
            key = new Object();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            stream.close();
        } catch (IOException e) {
            // Nothing is buffered, so nothing is lost.
        } finally {
            lock.unlock();
        }
    }
}
