package jmonit.os.live;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import jmonit.os.Exits;
import jmonit.os.ProcessFacts;
import jmonit.os.ProcessId;

/**
 * The end of processes by pidfd_open(2): one thread waits for all of them. It is a platform thread, since a call into
 * the kernel that waits would hold a carrier of virtual threads. Whoever takes a watch out of the map closes its
 * descriptor.
 */
public final class LiveExits implements Exits {

    private static final MemorySegment EVENT_DESCRIPTOR = LibC.function("eventfd");
    private static final MemorySegment ADD_EVENT = LibC.function("eventfd_write");
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final long STACK = 256 << 10;
    private static final long END = 0;
    private static final Duration ROUND = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private record Watch(ProcessId process, int descriptor, Consumer<ProcessId> listener) {
    }

    private final Map<Long, Watch> watches = new ConcurrentHashMap<>();
    private final Map<ProcessId, Long> tokens = new ConcurrentHashMap<>();
    private final AtomicLong lastToken = new AtomicLong(END);
    private final LiveProcesses processes = new LiveProcesses();
    private final Epoll epoll;
    private final int end;
    private final Thread thread;

    public LiveExits() throws IOException {
        epoll = new Epoll();
        end = LibC.ask(EVENT_DESCRIPTOR, 0, CLOSE_ON_EXEC, 0, 0, 0, 0);
        epoll.add(end, END);
        thread = Thread.ofPlatform().name("jmonit-exits").daemon().stackSize(STACK).start(this::run);
    }

    @Override
    public void watch(ProcessId process, Consumer<ProcessId> listener) throws IOException {
        unwatch(process);
        var descriptor = Pidfd.open(process.pid());
        if (descriptor >= 0 && alive(process)) {
            add(new Watch(process, descriptor, listener));
            return;
        }
        if (descriptor >= 0) {
            Epoll.close(descriptor);
        } else if (-descriptor != Refusal.NO_SUCH_PROCESS) {
            throw new IOException("cannot watch for the end of process " + process.pid() + ": " + Refusal.of(-descriptor)
                    + "; it will be noticed at the next check");
        }
        listener.accept(process);
    }

    /** Asked while its descriptor is open: from then on the pid cannot be given to another without the descriptor telling. */
    private boolean alive(ProcessId process) {
        return processes.find(process.pid()).map(ProcessFacts::id).equals(Optional.of(process));
    }

    private void add(Watch watch) throws IOException {
        var token = lastToken.incrementAndGet();
        watches.put(token, watch);
        tokens.put(watch.process(), token);
        try {
            epoll.add(watch.descriptor(), token);
        } catch (IOException e) {
            take(token);
            throw e;
        }
    }

    @Override
    public void unwatch(ProcessId process) {
        Optional.ofNullable(tokens.get(process)).ifPresent(this::take);
    }

    private Optional<Watch> take(long token) {
        var taken = Optional.ofNullable(watches.remove(token));
        taken.ifPresent(watch -> {
            tokens.remove(watch.process(), token);
            // The kernel forgets a closed descriptor by itself.
            Epoll.close(watch.descriptor());
        });
        return taken;
    }

    private void run() {
        for (var ready = epoll.await(ROUND); !ended(ready); ready = epoll.await(ROUND)) {
            for (var token : ready) {
                take(token).ifPresent(LiveExits::tell);
            }
        }
    }

    /** A listener's mistake is shown, but the others are still told. */
    private static void tell(Watch watch) {
        try {
            watch.listener().accept(watch.process());
        } catch (RuntimeException mistake) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, mistake);
        }
    }

    private static boolean ended(long[] tokens) {
        for (var token : tokens) {
            if (token == END) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        LibC.call(ADD_EVENT, end, 1, 0, 0, 0, 0);
        try {
            if (thread.join(PATIENCE)) {
                epoll.close();
                Epoll.close(end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watches.keySet().forEach(this::take);
    }
}
