package jmonit.channel;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.Fact;
import jmonit.model.MMonit;
import jmonit.os.Dialer;
import jmonit.os.Files;
import jmonit.os.Keeper;
import jmonit.os.Programs;
import jmonit.os.Sockets;
import jmonit.os.Spool;
import jmonit.os.Ticker;

/** Where events are handed over. Whoever does never waits: a thread of ours, which is there when there is work, does the rest. */
public final class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");
    /** More events than this at once are no news but a flood. */
    private static final int MOST_UNREAD = 1 << 14;
    private static final long IDLE = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Postroom postroom;
    private final AtomicInteger unread = new AtomicInteger();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, IDLE, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("jmonit-alerts").daemon().factory());

    /**
     * What we need of the machine.
     *
     * @param chance numbers from 0 to 1 that nobody foresees
     */
    public record Machine(Sockets sockets, Dialer dialer, Disk disk, Ticker ticker, InstantSource clock, DoubleSupplier chance, Tools tools) {
    }

    /**
     * What some outlets need besides.
     *
     * @param environment the variables that programs find
     * @param pid our own
     */
    public record Tools(Programs programs, Files files, Map<String, String> environment, long pid) {

        public Tools {
            environment = Map.copyOf(environment);
        }
    }

    /**
     * Where things are kept.
     *
     * @param spools the directory of a path
     * @param mark the path of a file that tells how far we were
     */
    public record Disk(Function<String, Spool> spools, Keeper keeper, String mark) {
    }

    /**
     * How we present ourselves.
     *
     * @param mailer what mails name as the program that sent them
     * @param context whether what is known of an event is told along with it, unless the control file says
     */
    public record Sender(String mailer, ZoneId zone, boolean context) {
    }

    /** Who reports to a collector. */
    public interface Reporter {
        Report to(MMonit collector);

        /** What fails at this moment. */
        default List<Event> failures() throws IOException, InterruptedException {
            return List.of();
        }

        /** How everything is at this moment, as JSON, in as many documents as it takes. */
        default List<byte[]> status() throws IOException, InterruptedException {
            return List.of();
        }
    }

    public Alerts(Machine machine, Sender sender) {
        postroom = new Postroom(machine, sender, this::enqueue);
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * A control file comes into force.
     *
     * @param system what the machine is called
     * @param events that this begins the daemon or is a reload; none for a single pass
     * @param past what happened before the daemon began, some of which may not have been told
     */
    public record Occasion(ControlFile controlFile, String system, Reporter reporter, List<Event> events, List<Event> past) {

        public Occasion {
            events = List.copyOf(events);
            past = List.copyOf(past);
        }
    }

    public void serve(Occasion occasion) {
        if (!begun.getAndSet(true)) {
            // Before anything happens: whoever is killed in the first second has a mark all the same.
            postroom.mark(occasion);
        }
        enqueue(() -> postroom.serve(occasion));
    }

    public void tell(Event event) {
        tell(event, List::of);
    }

    /** {@code facts} are asked for only if somebody is told, and not by the caller's thread. */
    public void tell(Event event, Supplier<List<Fact>> facts) {
        accept(event, () -> postroom.tell(event, facts));
    }

    /** A failure lasts: {@code cycle} counts from its first, which is 1. */
    public void remind(Event event, int cycle, Supplier<List<Fact>> facts) {
        accept(event, () -> postroom.remind(event, cycle, facts));
    }

    private void accept(Event event, Runnable work) {
        if (unread.incrementAndGet() > MOST_UNREAD) {
            unread.decrementAndGet();
            LOG.error("'{}' There are too many events at once, nobody is told that {}", event.service(), event.because());
        } else {
            enqueue(() -> {
                unread.decrementAndGet();
                work.run();
            });
        }
    }

    private void enqueue(Runnable work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException | Error e) {
                    LOG.error("A fault in jmonit: an alert may be lost", e);
                }
            });
        } catch (RejectedExecutionException _) {
            // After the end; what is in the queue stays there.
        }
    }

    /** Waits a while for what can be delivered now. Nothing is told after that. */
    public void close() {
        try {
            enqueue(postroom::release);
            if (settle()) {
                int left = postroom.drain(FAREWELL);
                settle();
                told(left);
            } else {
                LOG.error("The event queue does not answer, some alerts may be lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        postroom.close();
        thread.shutdown();
    }

    private void told(int left) {
        if (left > 0 && postroom.lasting()) {
            LOG.info("{} messages wait in the event queue for the next start", left);
        } else if (left > 0) {
            LOG.warn("{} messages are lost: they could not be delivered, and there is no set eventqueue that keeps them", left);
        }
    }

    /** Whether all that was handed over is dealt with. */
    private boolean settle() throws InterruptedException {
        var done = new CountDownLatch(1);
        enqueue(done::countDown);
        return done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
