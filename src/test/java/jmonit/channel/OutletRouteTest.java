package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jmonit.model.Endpoint;
import jmonit.model.Event;
import jmonit.model.Family;
import jmonit.model.Outlet;
import jmonit.model.Tls;
import jmonit.os.FakeDialer;
import jmonit.os.FakeWire;
import jmonit.os.live.LiveTicker;

class OutletRouteTest {

    private static final Endpoint SERVER = new Endpoint.Inet("example.org", 80, Family.ANY, false, "");

    private final FakeDialer dialer = new FakeDialer();
    private final List<String> settled = new CopyOnWriteArrayList<>();
    private final List<OutletRoute> begun = new CopyOnWriteArrayList<>();

    private OutletRoute route(Duration cycle) {
        Outlet outlet = Happenings.controlFile("set webhook w url \"http://example.org/x\" template '$SERVICE'\n").settings().outlets().getFirst();
        var carrier = new WebCarrier(new Forgetful(new Webhook(outlet, "plum")), new Letterbox(dialer, outlet, Tls.NONE), List::of);
        var ends = new OutletRoute.Ends(carrier, outlet.address(), cycle);
        var soon = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), () -> 0.5);
        var route = new OutletRoute(ends, new LiveTicker(), new Backlog<>(soon, soon), (note, _) -> settled.add(note.event().service()));
        begun.add(route);
        return route;
    }

    /** Whom nothing is told that it does not hear of again. */
    private record Forgetful(Receiver news) implements Receiver {

        @Override
        public Letter letter(Told told) {
            return news.letter(told);
        }

        @Override
        public List<Letter> lasting(List<Event> events) {
            return List.of(new Letter("/lasts", new byte[0]));
        }
    }

    private static Note note(long number, String service) {
        return new Note(number, Happenings.event(number, service), List.of(), List.of("webhook w"));
    }

    private static boolean happens(BooleanSupplier what) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end && !what.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
        return what.getAsBoolean();
    }

    @AfterEach
    void close() {
        begun.forEach(OutletRoute::close);
    }

    @Test
    void sendsInOrderWhateverHappensOnTheWay() {
        FakeWire[] wires = {FakeWire.saying("HTTP/1.1 500 Oops\r\n\r\n"), FakeWire.failing("Connection reset"),
            FakeWire.saying("HTTP/1.1 200 OK\r\n\r\n"), FakeWire.saying("HTTP/1.1 200 OK\r\n\r\n")};
        dialer.with(SERVER, wires);
        var route = route(Duration.ZERO);
        route.add(note(1, "a"));
        route.add(note(2, "b"));
        route.open();

        assertTrue(happens(() -> settled.size() == 2));
        assertEquals(List.of("a", "b"), settled);
        assertTrue(wires[2].sent().endsWith("\r\na") && wires[3].sent().endsWith("\r\nb"));
    }

    @Test
    void sendsNothingTwiceThatIsRefused() {
        dialer.with(SERVER, FakeWire.saying("HTTP/1.1 400 Bad\r\n\r\n"), FakeWire.saying("HTTP/1.1 200 OK\r\n\r\n"));
        var route = route(Duration.ZERO);
        route.add(note(1, "a"));
        route.add(note(2, "b"));
        route.open();

        assertTrue(happens(() -> settled.size() == 2));
    }

    @Test
    void doesNotWaitAtTheEndForWhomItMustNotDisturb() throws InterruptedException {
        dialer.with(SERVER, FakeWire.saying("HTTP/1.1 429 Slow\r\nRetry-After: 600\r\n\r\n"));
        var route = route(Duration.ZERO);
        route.add(note(1, "a"));
        route.open();

        assertTrue(happens(route::troubled));
        assertEquals(1, route.drain(Duration.ofSeconds(30)));
        assertEquals(0, dialer.refused(SERVER));
    }

    @Test
    void tellsWhatLastsAgainAndAgain() {
        var wires = new FakeWire[] {FakeWire.saying("HTTP/1.1 200 OK\r\n\r\n"), FakeWire.saying("HTTP/1.1 200 OK\r\n\r\n")};
        dialer.with(SERVER, wires);

        route(Duration.ofMillis(2)).open();

        assertTrue(happens(() -> wires[1].closed()));
        assertTrue(wires[1].sent().startsWith("POST /lasts "));
    }

    @Test
    void goesOnWithOthersWhereOneIsNeverTaken() {
        FakeWire[] wires = {FakeWire.saying("HTTP/1.1 500 Oops\r\n\r\n"), FakeWire.saying("HTTP/1.1 500 Oops\r\n\r\n"),
            FakeWire.saying("HTTP/1.1 500 Oops\r\n\r\n"), FakeWire.saying("HTTP/1.1 200 OK\r\n\r\n")};
        dialer.with(SERVER, wires);
        var route = route(Duration.ZERO);
        route.add(note(1, "poison"));
        route.add(note(2, "good"));
        route.open();

        assertTrue(happens(() -> wires[3].closed()));
        assertTrue(wires[2].sent().endsWith("\r\npoison") && wires[3].sent().endsWith("\r\ngood") || settled.contains("poison") || settled.contains("good"));
    }

    @Test
    void aFaultInOneMessageDoesNotEndTheRoute() {
        var told = new CopyOnWriteArrayList<String>();
        Carrier carrier = what -> {
            told.add(what.first().service());
            if (told.size() == 1) {
                throw new StackOverflowError("a fault");
            }
            return new Reply.Taken();
        };
        var soon = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), () -> 0.5);
        var route = new OutletRoute(new OutletRoute.Ends(carrier, "webhook w", Duration.ZERO), new LiveTicker(), new Backlog<>(soon, soon),
                (note, _) -> settled.add(note.event().service()));
        begun.add(route);
        route.add(note(1, "a"));
        route.add(note(2, "b"));
        route.open();

        assertTrue(happens(() -> settled.size() == 2), () -> "settled is " + settled);
        assertEquals(List.of("a", "b"), told);
    }
}
