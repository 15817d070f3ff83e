package jmonit.channel;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jmonit.channel.Alerts.Occasion;
import jmonit.model.Event;
import jmonit.model.Fact;
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
    private final Gathering gathering;
    private volatile List<Route> routes = List.of();
    private Outgoing outgoing = Outgoing.NONE;
    private Patience patience = Patience.ENDLESS;

    Postroom(Alerts.Machine machine, Alerts.Sender sender, Consumer<Runnable> line) {
        this.machine = machine;
        this.sender = sender;
        this.office = new Office(machine.sockets(), sender);
        this.line = line;
        this.watermark = new Watermark(machine.disk().keeper(), machine.disk().mark());
        this.queue = new Queue(machine.disk().spools(), this::troubled);
        this.gathering = new Gathering(office, queue);
        this.mail = new MailRoute(machine.ticker(), backlog(),
                (note, m) -> line.accept(() -> queue.settled(note.number(), n -> n.without(m))));
    }

    private boolean troubled() {
        return mail.troubled() || routes.stream().anyMatch(Route::troubled);
    }

    private <T> Backlog<T> backlog() {
        var backlog = new Backlog<T>(new Backoff(ROAD.getFirst(), ROAD.getLast(), machine.chance()),
                new Backoff(EACH.getFirst(), EACH.getLast(), machine.chance()));
        backlog.bound(patience);
        return backlog;
    }

    /** Where a queue is begun with, from when on it is responsible. */
    void mark(Occasion occasion) {
        boolean lasting = !occasion.controlFile().settings().mail().queue().directory().isEmpty();
        if (lasting && watermark.last().isEmpty()) {
            occasion.events().forEach(watermark::rise);
        }
    }

    void serve(Occasion occasion) {
        Settings settings = occasion.controlFile().settings();
        release();
        office.serve(occasion.controlFile(), occasion.system());
        patience = new Patience(settings.mail().queue().each(), settings.mail().queue().keep(), machine.clock());
        mail.serve(office.servers(), patience);
        routes.forEach(Route::close);
        List<Route> collectors = settings.mmonits().stream().map(m -> route(m, occasion)).toList();
        outgoing = Outgoing.of(occasion.controlFile(), collectors.stream().map(Route::address).toList());
        Stream<Route> outlets = settings.outlets().stream().map(o -> route(o, occasion));
        routes = Stream.concat(collectors.stream(), outlets).toList();
        List<Note> held = queue.all();
        List<Note> found = queue.open(settings.mail().queue());
        held.forEach(this::sendNews);
        found.forEach(n -> deliver(n, n.held()));
        missed(occasion);
        occasion.events().forEach(e -> deliver(e, office.recipients(e), true, List::of));
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
        watermark.last().ifPresentOrElse(last -> occasion.past().stream().filter(e -> e.id() > last && !queue.holds(e)).forEach(e -> tell(e, List::of)),
                () -> occasion.events().forEach(watermark::rise));
    }

    void tell(Event event, Supplier<List<Fact>> facts) {
        // That something has not changed any more is in the log, but nobody is told; as in Monit.
        if (event.side() != Event.Side.UNCHANGED) {
            deliver(event, office.recipients(event), true, facts);
        }
        if (queue.lasting()) {
            watermark.rise(event);
        }
    }

    void remind(Event event, int cycle, Supplier<List<Fact>> facts) {
        deliver(event, office.reminded(event, cycle), false, facts);
    }

    private void deliver(Event event, List<Recipient> recipients, boolean news, Supplier<List<Fact>> facts) {
        boolean context = office.context() && !recipients.isEmpty();
        var told = new Told(List.of(event), context ? facts.get() : List.of());
        boolean held = !office.grouping().isZero() && !recipients.isEmpty();
        var note = new Note(queue.number(event), told, office.mails(told, recipients), outgoing.listeners(event, recipients, news)).holding(held);
        if (!note.settled() && queue.take(note)) {
            deliver(note, held);
        }
    }

    /** What may share a message with others waits for these; collectors and incidents do not. */
    private void deliver(Note note, boolean held) {
        if (held && !office.grouping().isZero()) {
            sendNews(note, a -> !outgoing.groups(a));
            gather(note);
        } else {
            send(held ? queue.begin(note) : note);
        }
    }

    private void gather(Note note) {
        if (gathering.add(note)) {
            Duration wait = office.grouping();
            long group = gathering.group();
            Thread.ofVirtual().name("jmonit-grouping").start(() -> await(wait, group));
        }
        if (gathering.full()) {
            release();
        }
    }

    private void await(Duration wait, long group) {
        try {
            machine.ticker().pause(wait);
            line.accept(() -> waited(group));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A reload, or as many as fit, may have sent it before. */
    private void waited(long group) {
        if (gathering.group() == group) {
            release();
        }
    }

    /** What was gathered goes out now. */
    void release() {
        gathering.release(outgoing, n -> {
            n.mails().forEach(m -> mail.add(n, m));
            sendNews(n, outgoing::groups);
        });
    }

    private void send(Note note) {
        note.mails().forEach(m -> mail.add(note, m));
        sendNews(note);
    }

    private void sendNews(Note note) {
        sendNews(note, _ -> true);
    }

    /** A collector that is not there any more does not hear of it. */
    private void sendNews(Note note, Predicate<String> which) {
        for (String address : note.collectors().stream().filter(which).toList()) {
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
