package jmonit.channel;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jmonit.channel.Alerts.Occasion;
import jmonit.model.Event;
import jmonit.model.MMonit;
import jmonit.model.Outlet;
import jmonit.model.Recipient;
import jmonit.model.Settings;
import jmonit.model.Way;

/** Sorts what comes in and sends it on its ways. One thread, but for what the ways report back, which is put in its line. */
final class Postroom {

    /** For the first attempt after a failure, and for all later ones at most. */
    private static final List<Duration> ROAD = List.of(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final List<Duration> EACH = List.of(Duration.ofSeconds(2), Duration.ofMinutes(5));

    /** Well below the five minutes after which Alertmanager takes for over what it does not hear of again. */
    private static final Duration LASTING = Duration.ofMinutes(1);

    private final Alerts.Machine machine;
    private final Alerts.Sender sender;
    private final Office office;
    private final Consumer<Runnable> line;
    private final MailRoute mail;
    private final Queue queue;
    private final Watermark watermark;
    private volatile List<Route> routes = List.of();
    private Outgoing outgoing = Outgoing.NONE;

    Postroom(Alerts.Machine machine, Alerts.Sender sender, Consumer<Runnable> line) {
        this.machine = machine;
        this.sender = sender;
        this.office = new Office(machine.sockets(), sender);
        this.line = line;
        this.watermark = new Watermark(machine.disk().keeper(), machine.disk().mark());
        this.queue = new Queue(machine.disk().spools(), this::troubled);
        this.mail = new MailRoute(machine.ticker(), backlog(),
                (note, m) -> line.accept(() -> queue.settled(note.number(), n -> n.without(m))));
    }

    private boolean troubled() {
        return mail.troubled() || routes.stream().anyMatch(Route::troubled);
    }

    private <T> Backlog<T> backlog() {
        return new Backlog<>(new Backoff(ROAD.getFirst(), ROAD.getLast(), machine.chance()),
                new Backoff(EACH.getFirst(), EACH.getLast(), machine.chance()));
    }

    void serve(Occasion occasion) {
        Settings settings = occasion.controlFile().settings();
        office.serve(occasion.controlFile(), occasion.system());
        mail.serve(office.servers());
        routes.forEach(Route::close);
        List<Route> collectors = settings.mmonits().stream().map(m -> route(m, occasion)).toList();
        outgoing = Outgoing.of(occasion.controlFile(), collectors.stream().map(Route::address).toList());
        Stream<Route> outlets = settings.outlets().stream().map(o -> route(o, occasion));
        routes = Stream.concat(collectors.stream(), outlets).toList();
        List<Note> held = queue.all();
        List<Note> found = queue.open(settings.mail().queue());
        held.forEach(this::sendNews);
        found.forEach(this::send);
        missed(occasion);
        occasion.events().forEach(e -> deliver(e, office.recipients(e), true));
        routes.forEach(Route::open);
    }

    private Route route(MMonit collector, Occasion occasion) {
        Settings settings = occasion.controlFile().settings();
        // One pass tells what happened, and nobody counts on the next.
        Duration cycle = occasion.events().isEmpty() ? Duration.ZERO : Duration.ofSeconds(Math.max(1, settings.poll().seconds()));
        var ends = new CollectorRoute.Ends(occasion.reporter().to(collector), new Collector(machine.dialer(), collector, settings.tls()),
                collector.url().toString(), cycle);
        return new CollectorRoute(ends, machine.ticker(), backlog(), (note, address) -> line.accept(() -> heard(note, address)));
    }

    private Route route(Outlet outlet, Occasion occasion) {
        Settings settings = occasion.controlFile().settings();
        var ends = new OutletRoute.Ends(new Carriers(machine, sender, occasion).of(outlet), outlet.address(),
                occasion.events().isEmpty() ? Duration.ZERO : lasting(outlet, settings));
        return new OutletRoute(ends, machine.ticker(), backlog(), (note, address) -> line.accept(() -> heard(note, address)));
    }

    /** How often somebody is told what lasts. */
    private static Duration lasting(Outlet outlet, Settings settings) {
        if (outlet.way() instanceof Way.Nats nats && nats.status().wanted()) {
            return nats.status().every().isZero() ? Duration.ofSeconds(Math.max(1, settings.poll().seconds())) : nats.status().every();
        }
        return outlet.kind() == Outlet.Kind.ALERTMANAGER ? LASTING : Duration.ZERO;
    }

    private void heard(Note note, String address) {
        queue.settled(note.number(), n -> n.without(address));
    }

    /** What happened before we were killed, when nobody had been told of it yet. */
    private void missed(Occasion occasion) {
        if (!queue.lasting()) {
            return;
        }
        watermark.last().ifPresentOrElse(last -> occasion.past().stream().filter(e -> e.id() > last && !queue.holds(e)).forEach(this::tell),
                () -> occasion.events().forEach(watermark::rise));
    }

    void tell(Event event) {
        // That something has not changed any more is in the log, but nobody is told; as in Monit.
        if (event.side() != Event.Side.UNCHANGED) {
            deliver(event, office.recipients(event), true);
        }
        if (queue.lasting()) {
            watermark.rise(event);
        }
    }

    void remind(Event event, int cycle) {
        deliver(event, office.reminded(event, cycle), false);
    }

    private void deliver(Event event, List<Recipient> recipients, boolean news) {
        var note = new Note(queue.number(event), event, office.mails(event, recipients), outgoing.listeners(event, recipients, news));
        if (!note.settled() && queue.take(note)) {
            send(note);
        }
    }

    private void send(Note note) {
        note.mails().forEach(m -> mail.add(note, m));
        sendNews(note);
    }

    /** A collector that is not there any more does not hear of it. */
    private void sendNews(Note note) {
        for (String address : note.collectors()) {
            Stream<Route> there = routes.stream().filter(c -> c.address().equals(address)).limit(1);
            there.findFirst().ifPresentOrElse(c -> c.add(note), () -> heard(note, address));
        }
    }

    /** Gives what is under way its time; any thread. How much is left. */
    int drain(Duration patience) throws InterruptedException {
        Duration end = machine.ticker().elapsed().plus(patience);
        int left = mail.drain(patience);
        for (Route route : routes) {
            left += route.drain(end.minus(machine.ticker().elapsed()));
        }
        return left;
    }

    boolean lasting() {
        return queue.lasting();
    }

    void close() {
        mail.close();
        routes.forEach(Route::close);
    }
}
