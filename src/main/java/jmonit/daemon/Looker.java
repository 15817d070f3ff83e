package jmonit.daemon;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.engine.Message;
import jmonit.model.Limits;
import jmonit.model.Presence;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Trace;

/** Looks at services, each on a virtual thread of its own; so many at a time and no more. */
final class Looker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Looker.class);

    private final Map<String, Sampler> samplers;
    private final InstantSource clock;
    private final Consumer<Message> inbox;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("jmonit-look-", 1).factory());
    private final Semaphore places;
    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

    Looker(Map<String, Sampler> samplers, InstantSource clock, int places, Consumer<Message> inbox) {
        this.samplers = samplers;
        this.clock = clock;
        this.places = new Semaphore(places);
        this.inbox = inbox;
    }

    void look(long number, Service service, Limits limits, Trace trace) {
        threads.execute(() -> {
            try {
                inbox.accept(new Message.Looked(number, service, sample(service, limits, trace)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Sample sample(Service service, Limits limits, Trace trace) throws InterruptedException {
        // A look that was given up may still be under way, and no sampler looks twice at the same service at once.
        Semaphore mine = turns.computeIfAbsent(service.name(), _ -> new Semaphore(1));
        mine.acquire();
        try {
            return inPlace(service, limits, trace);
        } finally {
            mine.release();
        }
    }

    private Sample inPlace(Service service, Limits limits, Trace trace) throws InterruptedException {
        places.acquire();
        try {
            return samplers.get(service.type()).look(new Look(service, limits, trace, clock.instant()));
        } catch (RuntimeException | Error e) {
            // A mistake of ours in one check (a stack that overflows, too) must not end the others, nor this service's next ones.
            LOG.error("'{}' could not be checked because of a fault in jmonit", service.name(), e);
            return Sample.absent(new Presence.Unreadable("could not be checked because of a fault in jmonit"), trace);
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
