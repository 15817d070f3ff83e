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

/**
 * Looks at services, each on a virtual thread of its own; so many at a time and no more. What samplers look at on threads of their own needs
 * no place.
 */
final class Looker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Looker.class);

    private final Map<String, Sampler> samplers;
    private final InstantSource clock;
    private final Consumer<Message> inbox;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("jmonit-look").factory());
    private final Semaphore places;
    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

    Looker(Map<String, Sampler> samplers, InstantSource clock, int places, Consumer<Message> inbox) {
        this.samplers = samplers;
        this.clock = clock;
        this.places = new Semaphore(places);
        this.inbox = inbox;
    }

    void look(long number, Service service, Limits limits, Trace trace) {
        var look = new Look(service, limits, trace, clock.instant());
        if (!aside(number, look)) {
            threads.execute(() -> tell(number, look, () -> sample(look)));
        }
    }

    private interface Eye {
        Sample see() throws InterruptedException;
    }

    private void tell(long number, Look look, Eye eye) {
        try {
            inbox.accept(new Message.Looked(number, look.service(), eye.see()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A look that was given up may still be under way, and no sampler looks twice at the same service at once. */
    private Semaphore turn(Look look) {
        Semaphore known = turns.get(look.service().name());
        return known != null ? known : turns.computeIfAbsent(look.service().name(), _ -> new Semaphore(1));
    }

    private boolean aside(long number, Look look) {
        Semaphore mine = turn(look);
        if (!mine.tryAcquire()) {
            return false;
        }
        boolean begun = false;
        try {
            begun = samplers.get(look.service().type()).aside(look, sampler -> tell(number, look, () -> freeing(mine, look, sampler)));
            return begun;
        } finally {
            if (!begun) {
                mine.release();
            }
        }
    }

    private static Sample freeing(Semaphore place, Look look, Sampler sampler) throws InterruptedException {
        try {
            return seen(look, sampler);
        } finally {
            place.release();
        }
    }

    private Sample sample(Look look) throws InterruptedException {
        Semaphore mine = turn(look);
        mine.acquire();
        try {
            places.acquire();
            return freeing(places, new Look(look.service(), look.limits(), look.trace(), clock.instant()), samplers.get(look.service().type()));
        } finally {
            mine.release();
        }
    }

    private static Sample seen(Look look, Sampler sampler) throws InterruptedException {
        try {
            return sampler.look(look);
        } catch (RuntimeException | Error e) {
            // A mistake of ours in one check (a stack that overflows, too) must not end the others, nor this service's next ones.
            LOG.error("'{}' could not be checked because of a fault in jmonit", look.service().name(), e);
            return Sample.absent(new Presence.Unreadable("could not be checked because of a fault in jmonit"), look.trace());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
