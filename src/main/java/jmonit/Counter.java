package jmonit;

import java.util.List;

import jmonit.daemon.Desk;
import jmonit.engine.Request.Wish;
import jmonit.http.Panel;
import jmonit.model.Snapshot;

/** The daemon's desk, as the web server wants it; {@code closing} ends the web server. */
record Counter(Desk desk, Runnable closing) implements Panel {

    @Override
    public Snapshot show() throws InterruptedException {
        return desk.show();
    }

    /** Those who ask here do not wait; a reply that is there already says that the engine did not take the wish. */
    @Override
    public String ask(Wish wish, List<String> services) {
        return desk.ask(wish, services).stream().map(reply -> reply.getNow("")).filter(r -> !r.isEmpty()).findFirst().orElse("");
    }

    @Override
    public void order(Verb verb) {
        switch (verb) {
            case VALIDATE -> desk.order(Desk.Order.VALIDATE);
            case RELOAD -> desk.order(Desk.Order.RELOAD);
            case QUIT -> desk.order(Desk.Order.QUIT);
            case STOP -> closing.run();
        }
    }
}
