package jmonit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jmonit.channel.Alerts;
import jmonit.channel.Report;
import jmonit.daemon.Crier;
import jmonit.daemon.Desk;
import jmonit.format.Circumstances;
import jmonit.format.Secrets;
import jmonit.model.Context;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.Fact;
import jmonit.model.MMonit;
import jmonit.model.Settings;
import jmonit.model.Snapshot;
import jmonit.os.HomeZone;

/** Tells by mail and to collectors what happens; these also hear how everything is, from whoever knows at that moment. */
final class Heralds implements Crier {

    private final Supplier<Alerts> office;
    private final Passport passport;
    private final AtomicReference<Witness> witness = new AtomicReference<>(() -> {
        throw new IllegalStateException("nothing is known yet");
    });

    /** None before a control file wants anybody to be told: most of what tells is never loaded then. */
    private volatile List<Alerts> alerts = List.of();

    private volatile Circumstances circumstances;

    private interface Witness {
        Snapshot show() throws InterruptedException;
    }

    Heralds(Supplier<Alerts> office, Passport passport) {
        this.office = office;
        this.passport = passport;
        this.circumstances = new Circumstances(passport.catalog(), new Secrets(List.of()), HomeZone.id());
    }

    private Circumstances circumstances(ControlFile controlFile) {
        return new Circumstances(passport.catalog(), Secrets.of(controlFile), HomeZone.id());
    }

    @Override
    public void serve(ControlFile controlFile, Desk desk, Occasion occasion) {
        witness.set(desk::show);
        circumstances = circumstances(controlFile);
        Alerts.Reporter reporter = new Reporter(occasion.since());
        if (alerts.isEmpty() && wanted(controlFile)) {
            alerts = List.of(office.get());
        }
        alerts.forEach(a -> a.serve(
                new Alerts.Occasion(controlFile, occasion.system(), reporter, occasion.events(), occasion.past())));
    }

    private static boolean wanted(ControlFile controlFile) {
        Settings settings = controlFile.settings();
        boolean recipients = !settings.mail().recipients().isEmpty() || controlFile.services().stream().anyMatch(s -> !s.recipients().isEmpty());
        return recipients || !settings.mmonits().isEmpty() || settings.outlets().stream().anyMatch(o -> o.kind().hearsAll())
                || !settings.mail().queue().directory().isEmpty();
    }

    /** Asks how everything is when it is to be told. */
    private final class Reporter implements Alerts.Reporter {

        private final Instant since;

        Reporter(Instant since) {
            this.since = since;
        }

        @Override
        public Report to(MMonit collector) {
            return report(collector, since);
        }

        @Override
        public List<Event> failures() throws IOException, InterruptedException {
            return now().services().stream().flatMap(v -> v.failures().stream().filter(f -> f.side() == Event.Side.FAILED)
                    .map(f -> event(v, f))).toList();
        }

        @Override
        public List<byte[]> status() throws IOException, InterruptedException {
            return passport.documents(now(), since);
        }

        private static Event event(Snapshot.View view, Snapshot.Failure failure) {
            return new Event(failure.since(), view.service().name(), view.service().type(), failure.kind(), failure.side(), failure.because(),
                    "", failure.origin(), failure.audience());
        }
    }

    private Report report(MMonit collector, Instant since) {
        return news -> passport.report(now(), since, collector, news);
    }

    private Snapshot now() throws IOException, InterruptedException {
        try {
            return witness.get().show();
        } catch (IllegalStateException e) {
            throw new IOException("how everything is cannot be told: " + e.getMessage(), e);
        }
    }

    @Override
    public void tell(Event event, Context context) {
        alerts.forEach(a -> a.tell(event, facts(event, context)));
    }

    @Override
    public void remind(Event event, int cycle, Context context) {
        alerts.forEach(a -> a.remind(event, cycle, facts(event, context)));
    }

    /** Worded once somebody is told. */
    private Supplier<List<Fact>> facts(Event event, Context context) {
        Circumstances words = circumstances;
        return () -> words.of(event, context);
    }

    @Override
    public void close(Snapshot last, List<Event> events) {
        witness.set(() -> last);
        events.forEach(e -> tell(e, Context.NONE));
        alerts.forEach(Alerts::close);
    }
}
