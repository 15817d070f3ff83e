package jmonit.os.live;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import jmonit.os.Ended;
import jmonit.os.Launch;
import jmonit.os.Running;

/** A child process, read and reaped by the thread of its watch. The lock keeps a signal from a process id that is no longer ours. */
final class Child implements Running {

    private static final MemorySegment KILL = LibC.function("kill");
    private static final MemorySegment WAITPID = LibC.function("waitpid");
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;
    private static final int SIGCONT = 18;
    private static final Duration KILLED = Duration.ofSeconds(2);

    private final CompletableFuture<Ended> ended = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final long begun = System.nanoTime();
    private final long deaths = Starvation.lately();
    private final ChildLines lines;
    private final PipeReader errors;
    private final PipeReader output;
    private final long pid;
    private boolean doomed;
    private boolean reaped;

    private Child(long pid, ChildLines lines, PipeReader errors, PipeReader output) {
        this.pid = pid;
        this.lines = lines;
        this.errors = errors;
        this.output = output;
    }

    static Child start(Launch launch, ChildWatch watch) throws IOException {
        var epoll = watch.expect();
        try {
            var child = born(launch, watch);
            watch.add(child, epoll);
            return child;
        } catch (IOException e) {
            watch.expectNoMore();
            throw e;
        }
    }

    private static Child born(Launch launch, ChildWatch watch) throws IOException {
        var errors = Pipe.open();
        try {
            return born(launch, watch, errors, Pipe.open());
        } catch (IOException e) {
            Pipe.close(errors.reading());
            throw e;
        } finally {
            Pipe.close(errors.writing());
        }
    }

    private static Child born(Launch launch, ChildWatch watch, Pipe errors, Pipe output) throws IOException {
        try {
            var pid = Spawn.of(launch, errors, output);
            var first = new PipeReader(errors.reading(), launch.limit());
            var second = new PipeReader(output.reading(), launch.limit());
            return new Child(pid, new ChildLines(pid, watch.end(pid), first, second), first, second);
        } catch (IOException e) {
            Pipe.close(output.reading());
            throw e;
        } finally {
            Pipe.close(output.writing());
        }
    }

    ChildLines lines() {
        return lines;
    }

    /** Its lines have something to say. Answers whether it is over and done with. */
    boolean heard(Predicate<ChildLines> over) {
        try {
            if (!over.test(lines)) {
                return false;
            }
            ended.complete(outcome());
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        }
        return true;
    }

    private Ended outcome() {
        lines.close();
        return new Ended(reap(), errors.text(), output.text(), Duration.ofNanos(System.nanoTime() - begun));
    }

    private Ended.How reap() {
        lock.lock();
        try (var room = Room.of(Room.FREE + Integer.BYTES)) {
            if (doomed) {
                // Those of its group that outlived SIGTERM; as long as it is a zombie, the group is surely its own.
                signal(SIGKILL);
            }
            room.bytes().putInt(Room.FREE, 0);
            LibC.ask(room, WAITPID, pid, room.at(Room.FREE), 0, 0, 0, 0);
            reaped = true;
            return how(room.bytes().getInt(Room.FREE));
        } finally {
            lock.unlock();
        }
    }

    private Ended.How how(int status) {
        var signal = status & 0x7f;
        boolean starved = signal == SIGKILL && !doomed && Starvation.deaths() > deaths;
        return signal == 0 ? new Ended.Exited(status >> 8 & 0xff) : new Ended.Killed(signal, (status & 0x80) != 0, starved);
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public Optional<Ended> await(Duration patience) throws InterruptedException {
        try {
            return Optional.of(ended.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the watch over process " + pid + " failed", e);
        }
    }

    @Override
    public Optional<Ended> kill(Duration grace) throws InterruptedException {
        if (grace.isPositive()) {
            doom(SIGTERM);
            // A stopped process takes no SIGTERM before it goes on.
            doom(SIGCONT);
        }
        var gone = await(grace);
        if (gone.isPresent()) {
            return gone;
        }
        doom(SIGKILL);
        return await(KILLED);
    }

    private void doom(int signal) {
        lock.lock();
        try {
            doomed = true;
            if (!reaped) {
                signal(signal);
            }
        } finally {
            lock.unlock();
        }
    }

    private void signal(int signal) {
        LibC.ask(KILL, -pid, signal, 0, 0, 0, 0);
    }
}
