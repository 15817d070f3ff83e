package jmonit.os.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Waits for all children and for what they write, on one thread: where a hundred are started together, a thread for each takes longer than
 * to start it. It is no virtual one, as the kernel holds it, and it is there only while there are children.
 */
final class ChildWatch {

    private static final long STACK = 256 << 10;
    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final Duration UNTOLD = Duration.ofMillis(50);
    /** A token is the child's number and which of its lines it is. */
    private static final int LINES = 4;
    private static final int NONE = -1;

    private final boolean pidfds;
    private final Map<Long, Child> children = new ConcurrentHashMap<>();
    /** Those of which nothing tells when they have ended: looking now and then must do. */
    private final Map<Long, Child> untold = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    /** So many there are, or will be in a moment. */
    private int expected;
    private Optional<Epoll> epoll = Optional.empty();

    /** There is no pidfd in a strict sandbox. */
    ChildWatch() {
        this(Pidfd.available());
    }

    ChildWatch(boolean pidfds) {
        this.pidfds = pidfds;
    }

    /** Before a child is born, so that somebody waits for it from the beginning: where it is to be added then. */
    Epoll expect() throws IOException {
        lock.lock();
        try {
            if (epoll.isEmpty()) {
                var fresh = new Epoll();
                Thread.ofPlatform().daemon().name("jmonit-programs").stackSize(STACK).start(() -> run(fresh));
                epoll = Optional.of(fresh);
            }
            expected++;
            return epoll.get();
        } finally {
            lock.unlock();
        }
    }

    /** One that was expected has ended, or was not born. */
    void expectNoMore() {
        lock.lock();
        expected--;
        lock.unlock();
    }

    private boolean over() {
        lock.lock();
        try {
            epoll = expected == 0 ? Optional.empty() : epoll;
            return expected == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Tells of the end of a process; negative where there is none. */
    int end(long pid) {
        return pidfds ? Pidfd.open(pid) : NONE;
    }

    /** One that was expected. */
    void add(Child child, Epoll epoll) {
        var number = last.incrementAndGet();
        children.put(number, child);
        try {
            child.lines().tell(epoll, number * LINES);
        } catch (IOException _) {
            untold.put(number, child);
        }
    }

    private void run(Epoll epoll) {
        try (epoll; var room = ChildLines.room()) {
            for (var ready = await(epoll); ready.length > 0 || !over(); ready = await(epoll)) {
                for (var token : ready) {
                    said(token, epoll, room);
                }
                untold.forEach((number, child) -> heard(number, child, lines -> lines.asked(room)));
            }
        }
    }

    private long[] await(Epoll epoll) {
        return epoll.await(pidfds && untold.isEmpty() ? LINGER : UNTOLD);
    }

    private void said(long token, Epoll epoll, Room room) {
        var number = token / LINES;
        Optional.ofNullable(children.get(number))
                .ifPresent(child -> heard(number, child, lines -> lines.said((int) (token % LINES), epoll, token, room)));
    }

    private void heard(long number, Child child, Predicate<ChildLines> over) {
        if (child.heard(over)) {
            children.remove(number);
            untold.remove(number);
            expectNoMore();
        }
    }
}
