package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Snapshot;
import jmonit.os.Ticker;

class LiveStreamTest {

    private static final String ALL = "event: services\ndata: Filter[group=, type=, state=, name=] Viewer[user=me, readOnly=true]\n\n";

    private final Stage stage = new Stage();
    private final List<String> sent = new ArrayList<>();
    private final Term term = new Term();

    /** What happens in each pause; after that the reader is gone. */
    private List<String> told(long heard, List<Runnable> pauses) {
        LiveStream live = live(heard, pauses);
        assertThrows(InterruptedException.class, () -> live.write(this::send));
        return sent;
    }

    /** The same for a stream that ends by itself. */
    private List<String> toldToTheEnd(List<Runnable> pauses) throws Exception {
        live(LiveStream.NOTHING, pauses).write(this::send);
        return sent;
    }

    private void send(byte[] bytes) {
        sent.add(new String(bytes, StandardCharsets.UTF_8));
    }

    private LiveStream live(long heard, List<Runnable> pauses) {
        var left = new ArrayList<>(pauses);
        var ticker = new Ticker() {
            @Override
            public Duration elapsed() {
                return Duration.ZERO;
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                if (left.isEmpty()) {
                    throw new InterruptedException("the end");
                }
                left.removeFirst().run();
            }
        };
        return new LiveStream(new LiveStream.Source(stage, stage, stage, ticker, term), new Viewer("me", true), heard);
    }

    private void now(List<Snapshot.View> views, List<Event> events) {
        stage.shown = new Snapshot(stage.shown.at(), stage.shown.settings(), views, events);
    }

    private static Event event(int number) {
        return new Event(Instant.EPOCH.plusNanos(number * 1000L), "a", "process", EventKind.PID, Event.Side.CHANGED, "event " + number, "alert",
                new Origin("/m", 1));
    }

    private static Snapshot.View looking(Snapshot.View view) {
        return new Snapshot.View(view.service(), view.monitoring(), view.failures(), view.seen(), view.at(),
                new Snapshot.Work("", true, false, 0));
    }

    @Test
    void beginsWithAllThereIs() {
        assertEquals(List.of("retry: 2000\n\n", ALL), told(LiveStream.NOTHING, List.of()));
    }

    @Test
    void tellsOnlyOfWhatChanged() {
        var views = stage.shown.services();

        told(LiveStream.NOTHING, List.of(() -> { }, () -> now(List.of(views.get(0), looking(views.get(1)), views.get(2)), List.of()), () -> { }));

        assertEquals("event: change\ndata: changed [b c]\n\n", sent.getLast());
        assertEquals(3, sent.size());
    }

    @Test
    void tellsEachNewEventOnce() {
        now(stage.shown.services(), List.of(event(1)));

        told(LiveStream.NOTHING, List.of(() -> { }, () -> now(stage.shown.services(), List.of(event(1), event(2), event(3))), () -> { }));

        assertEquals(List.of("event: event\nid: 2\ndata: event 2\n\n", "event: event\nid: 3\ndata: event 3\n\n"), sent.subList(2, sent.size()));
    }

    @Test
    void tellsWhatWasMissed() {
        now(stage.shown.services(), List.of(event(1), event(2)));

        told(1, List.of());

        assertEquals("event: event\nid: 2\ndata: event 2\n\n", sent.getLast());
    }

    @Test
    void endsWhenTheConfigurationIsAnother() throws Exception {
        toldToTheEnd(List.of(() -> { }, () -> now(List.of(Stage.view("other")), List.of())));

        assertEquals("event: reload\ndata: {}\n\n", sent.getLast());
    }

    @Test
    void endsWhenOthersMayComeInFromNowOn() throws Exception {
        toldToTheEnd(List.of(term::end));

        assertEquals("event: reload\ndata: {}\n\n", sent.getLast());
    }

    @Test
    void aNewRouterEndsTheTermOfTheOldOne() {
        var api = new Api(new LiveStream.Source(stage, stage, stage, new ManualTicker(), term), new Streams());
        Router old = new Router(new Signature("jmonit", "1", true), new PrivateDoor("me"), new Csrf(Csrf.Excuse.NOBODY),
                new Router.Content(stage, stage, new ConsoleSite(), api));

        new Switchboard(old).change(old);

        assertTrue(term.over());
    }

    @Test
    void breathesWhileNothingHappens() {
        List<Runnable> quiet = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            quiet.add(() -> { });
        }

        assertEquals(List.of(": \n\n", ": \n\n"), told(LiveStream.NOTHING, quiet).subList(2, sent.size()));
    }

    @Test
    void givesItsPlaceBackWhenTheReaderIsGone() throws Exception {
        var streams = new Streams();
        for (int i = 0; i < 3 * Streams.MOST; i++) {
            Feed feed = streams.open(_ -> {
                throw new IOException("gone");
            }).orElseThrow().feed().getFirst();
            assertThrows(IOException.class, () -> feed.write(_ -> { }));
        }
        for (int i = 0; i < Streams.MOST; i++) {
            hold(streams);
        }

        assertTrue(streams.open(_ -> { }).isEmpty());
    }

    /** A stream whose reader stays: its thread is the test's, so the place is kept by never coming back. */
    private static void hold(Streams streams) throws Exception {
        var begun = new java.util.concurrent.CountDownLatch(1);
        Feed feed = streams.open(_ -> {
            begun.countDown();
            new java.util.concurrent.CountDownLatch(1).await();
        }).orElseThrow().feed().getFirst();
        Thread.ofVirtual().start(() -> {
            try {
                feed.write(_ -> { });
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        begun.await();
    }
}
