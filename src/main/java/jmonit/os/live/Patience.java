package jmonit.os.live;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits a bounded time for system calls that may hang for ever, such as statvfs(2) on a dead NFS server, which no interrupt ends. They
 * run on a few platform threads: while one hangs, later questions about its path fail at once.
 */
final class Patience implements AutoCloseable {

    private static final int THREADS = 16;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Duration deadline;
    private final Map<String, Future<?>> hanging = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, THREADS, IDLE.toMillis(), TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(), Thread.ofPlatform().name("jmonit-volume").daemon().factory());

    Patience(Duration deadline) {
        this.deadline = requireNonNull(deadline, "deadline");
    }

    <T> T ask(String path, Callable<T> question) throws IOException {
        if (hangs(path)) {
            throw new IOException(path + " still does not answer");
        }
        var task = new FutureTask<>(question);
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            throw new IOException(path + " is not asked while " + hanging.size() + " other filesystems do not answer", e);
        }
        return answer(path, task);
    }

    private boolean hangs(String path) {
        hanging.values().removeIf(Future::isDone);
        return hanging.containsKey(path);
    }

    private <T> T answer(String path, Future<T> task) throws IOException {
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            hanging.put(path, task);
            throw new IOException(path + " has not answered for " + deadline.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            hanging.put(path, task);
            Thread.currentThread().interrupt();
            throw new IOException(path + " has not answered in time", e);
        }
    }

    private static IOException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case IOException expected -> new IOException(expected.getMessage(), expected);
            case RuntimeException ours -> throw ours;
            case Error ours -> throw ours;
            case Throwable other -> throw new IllegalStateException(other);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
