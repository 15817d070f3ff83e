package jmonit.os.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import jmonit.os.Errands;

/**
 * A few threads of the platform. A virtual thread that hangs in stat(2) would hold one of the few carriers that all others need; here, each
 * thread that is left behind is replaced, until too many are.
 */
public final class LiveErrands implements Errands, AutoCloseable {

    private static final int MOST_LEFT_BEHIND = 64;

    private final Map<String, Task<?>> busy = new ConcurrentHashMap<>();
    private final AtomicBoolean watched = new AtomicBoolean();
    private final String kind;
    private final Duration patience;
    private final AtomicInteger leftBehind = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final ReentrantLock size = new ReentrantLock();
    private final int usual;
    private final ThreadPoolExecutor threads;

    /**
     * @param kind     what its errands are about, for the names of its threads
     * @param patience when none has come back for so long and others wait, those under way are left behind
     */
    public LiveErrands(String kind, Duration patience) {
        this(kind, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4), patience);
    }

    LiveErrands(String kind, int usual, Duration patience) {
        this.kind = kind;
        this.usual = usual;
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(usual, usual, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("jmonit-" + kind + "-" + started.incrementAndGet()).unstarted(work);
    }

    @Override
    public <T> T run(String matter, Errand<T> errand) throws IOException, InterruptedException {
        if (leftBehind.get() >= MOST_LEFT_BEHIND) {
            throw new IOException(MOST_LEFT_BEHIND + " looks at files hang, so no more are begun");
        }
        var task = new Task<>(matter, errand);
        if (busy.putIfAbsent(matter, task) != null) {
            throw new IOException("an earlier look has not come back, its disk does not answer");
        }
        return await(task, threads.submit(task::call));
    }

    @Override
    public boolean begin(String matter, Runnable errand) {
        var task = new Task<Boolean>(matter, () -> {
            errand.run();
            return true;
        });
        if (leftBehind.get() >= MOST_LEFT_BEHIND || busy.putIfAbsent(matter, task) != null) {
            return false;
        }
        threads.execute(task);
        if (!watched.getAndSet(true)) {
            Thread.ofVirtual().name("jmonit-" + kind + "-watch").start(this::watch);
        }
        return true;
    }

    /** Until nothing is under way. */
    private void watch() {
        do {
            watchWhileBusy();
            watched.set(false);
            // One that began just now relied on us.
        } while (!busy.isEmpty() && !threads.isShutdown() && !watched.getAndSet(true));
    }

    private void watchWhileBusy() {
        long before = -1;
        while (!busy.isEmpty() && !threads.isShutdown()) {
            long done = threads.getCompletedTaskCount();
            if (done == before && !threads.getQueue().isEmpty()) {
                busy.values().forEach(Task::leaveRunning);
            }
            before = done;
            LockSupport.parkNanos(patience.toNanos());
        }
    }

    private static <T> T await(Task<T> task, Future<T> outcome) throws InterruptedException {
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            outcome.cancel(true);
            task.leave();
            throw e;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(Throwable cause) throws InterruptedException {
        return switch (cause) {
            case InterruptedException e -> throw e;
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException("an errand threw what it may not", cause);
        };
    }

    /** How many errands were given up and are not back. */
    int leftBehind() {
        return leftBehind.get();
    }

    private void count(int more) {
        size.lock();
        try {
            int wanted = usual + leftBehind.addAndGet(more);
            // The core may never be larger than the most.
            threads.setCorePoolSize(Math.min(wanted, threads.getMaximumPoolSize()));
            threads.setMaximumPoolSize(wanted);
            threads.setCorePoolSize(wanted);
        } finally {
            size.unlock();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private enum State { WAITING, RUNNING, LEFT, OVER }

    /** An errand on its way. Whoever of both sides comes second knows what the first has done. */
    private final class Task<T> implements Runnable {

        private final String matter;
        private final Errand<T> errand;
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

        Task(String matter, Errand<T> errand) {
            this.matter = matter;
            this.errand = errand;
        }

        /** Where nobody waits for what comes of it. */
        @Override
        public void run() {
            try {
                call();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        T call() throws InterruptedException {
            if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
                throw new InterruptedException("given up before it began");
            }
            try {
                return errand.run();
            } finally {
                if (state.getAndSet(State.OVER) == State.LEFT) {
                    count(-1);
                }
                busy.remove(matter);
            }
        }

        void leave() {
            if (state.compareAndSet(State.WAITING, State.OVER)) {
                busy.remove(matter);
                return;
            }
            leaveRunning();
        }

        void leaveRunning() {
            if (state.get() != State.RUNNING) {
                return;
            }
            // Counted first, so that who comes back cannot take itself off before it is on the list.
            count(1);
            if (!state.compareAndSet(State.RUNNING, State.LEFT)) {
                count(-1);
            }
        }
    }
}
