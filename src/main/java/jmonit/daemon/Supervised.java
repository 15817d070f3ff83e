package jmonit.daemon;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.model.ControlFile;
import jmonit.os.OwnSignal;
import jmonit.os.Supervisor;

/** Keeps whoever supervises the daemon informed: that it is there, what it watches, that it still does, and that it ends. */
public final class Supervised {

    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    /** Signs of life for each one that is asked for: one may be late, another lost. */
    private static final int SIGNS = 3;

    private final Supervisor supervisor;
    /** Empty until there is somebody to ask, which may take as long as a start delay. */
    private final AtomicReference<Optional<Desk>> desk = new AtomicReference<>(Optional.empty());

    public Supervised(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    /** These faces; what is watched is told beside them. */
    public Faces faces(Faces inner) {
        return new Faces() {

            @Override
            public void prepare() {
                inner.prepare();
            }

            @Override
            public void show(ControlFile controlFile, Instant since, Desk asked) {
                inner.show(controlFile, since, asked);
                desk.set(Optional.of(asked));
                tell("STATUS=Watching " + controlFile.services().size() + " services");
            }

            @Override
            public void settle() throws InterruptedException {
                inner.settle();
            }

            @Override
            public void close() {
                inner.close();
            }
        };
    }

    /** This work; its beginning and its end are told beside it. */
    public Work work(Work inner) {
        return new Work() {

            @Override
            public boolean once() {
                return inner.once();
            }

            @Override
            public boolean act(String wish, List<String> services) {
                return inner.act(wish, services);
            }

            @Override
            public void watch() {
                tell("READY=1");
                supervisor.patience().ifPresentOrElse(patience -> alive(inner, patience.dividedBy(SIGNS)), inner::watch);
                tell("STOPPING=1");
            }

            @Override
            public void told(OwnSignal signal) {
                inner.told(signal);
            }
        };
    }

    private void alive(Work work, Duration every) {
        try (var pulse = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("jmonit-watchdog").factory())) {
            pulse.scheduleWithFixedDelay(() -> sign(every), 0, every.toNanos(), TimeUnit.NANOSECONDS);
            watch(work, pulse);
        }
    }

    private static void watch(Work work, ScheduledExecutorService pulse) {
        try {
            work.watch();
        } finally {
            pulse.shutdownNow();
        }
    }

    private void sign(Duration within) {
        if (answers(within)) {
            tell("WATCHDOG=1");
        } else {
            LOG.error("The watch does not go on: it has not answered for {} seconds", within.toSeconds());
        }
    }

    private boolean answers(Duration within) {
        try {
            Optional<Desk> asked = desk.get();
            return asked.isEmpty() || asked.get().answers(within);
        } catch (InterruptedException e) {
            // The end of the watch: nobody is to be told then.
            Thread.currentThread().interrupt();
            return true;
        } catch (RuntimeException e) {
            // It answers, if only with a fault; and a pulse that throws would never beat again.
            LOG.error("A fault in jmonit: the watch goes on, but cannot be shown", e);
            return true;
        }
    }

    /** Not to be heard is no reason to stop watching. */
    private void tell(String news) {
        try {
            supervisor.tell(news);
        } catch (IOException e) {
            LOG.warn("Whoever supervises this daemon cannot be told \"{}\" -- {}", news, e.getMessage());
        }
    }
}
