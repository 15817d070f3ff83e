package jmonit.daemon;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.daemon.ControlFileSource.Found;
import jmonit.model.ControlFile;

/** Reads the control file again, on a thread of its own. */
final class Reload {

    private static final Logger LOG = LoggerFactory.getLogger(Duty.class);

    private final ControlFileSource source;
    private final Consumer<ControlFile> taker;
    /** Held while the control file is read, which is I/O, but nobody else waits for it. */
    private final ReentrantLock reading = new ReentrantLock();

    Reload(ControlFileSource source, Consumer<ControlFile> taker) {
        this.source = source;
        this.taker = taker;
    }

    /** How it ended: empty for well, else the reason why what ran before goes on as it was. */
    CompletableFuture<String> begin() {
        var outcome = new CompletableFuture<String>();
        Thread.ofVirtual().name("jmonit-reload").start(() -> outcome.complete(outcome()));
        return outcome;
    }

    /** One at a time, so that the last one told is the one that read the file last. */
    private String outcome() {
        reading.lock();
        try {
            return switch (source.read()) {
                case Found.Good(ControlFile controlFile) -> {
                    taker.accept(controlFile);
                    yield "";
                }
                case Found.Bad(String why) -> why;
            };
        } catch (RuntimeException | Error e) {
            LOG.error("The control file is not read again because of a fault in jmonit", e);
            return "the control file is not read again because of a fault in jmonit, see its log";
        } finally {
            reading.unlock();
        }
    }
}
