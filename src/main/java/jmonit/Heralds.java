package jmonit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jmonit.channel.Alerts;
import jmonit.channel.Report;
import jmonit.daemon.Crier;
import jmonit.daemon.Desk;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.MMonit;
import jmonit.model.Snapshot;

/** Tells by mail and to collectors what happens; these also hear how everything is, from whoever knows at that moment. */
final class Heralds implements Crier {

    private final Alerts alerts;
    private final Passport passport;
    private final AtomicReference<Witness> witness = new AtomicReference<>(() -> {
        throw new IllegalStateException("nothing is known yet");
    });

    private interface Witness {
        Snapshot show() throws InterruptedException;
    }

    Heralds(Alerts alerts, Passport passport) {
        this.alerts = alerts;
        this.passport = passport;
    }

    @Override
    public void serve(ControlFile controlFile, Desk desk, Occasion occasion) {
        witness.set(desk::show);
        Instant since = Instant.now();
        alerts.serve(new Alerts.Occasion(controlFile, occasion.system(), collector -> report(collector, since), occasion.events(), occasion.past()));
    }

    private Report report(MMonit collector, Instant since) {
        return news -> passport.report(now(), since, collector.registersCredentials(), news);
    }

    private Snapshot now() throws IOException, InterruptedException {
        try {
            return witness.get().show();
        } catch (IllegalStateException e) {
            throw new IOException("how everything is cannot be told: " + e.getMessage(), e);
        }
    }

    @Override
    public void tell(Event event) {
        alerts.tell(event);
    }

    @Override
    public void remind(Event event, int cycle) {
        alerts.remind(event, cycle);
    }

    @Override
    public void close(Snapshot last, List<Event> events) {
        witness.set(() -> last);
        events.forEach(alerts::tell);
        alerts.close();
    }
}
