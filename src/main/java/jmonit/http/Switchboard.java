package jmonit.http;

import java.util.concurrent.atomic.AtomicReference;

/** The router of now: a reload puts another in its place, and the doors stay open. */
final class Switchboard {

    private final AtomicReference<Router> router;

    Switchboard(Router router) {
        this.router = new AtomicReference<>(router);
    }

    Router router() {
        return router.get();
    }

    void change(Router other) {
        router.getAndSet(other).retire();
    }
}
