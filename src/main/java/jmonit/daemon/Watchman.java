package jmonit.daemon;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.engine.Message;
import jmonit.engine.Monitor;
import jmonit.engine.Now;
import jmonit.model.Snapshot;
import jmonit.os.HomeZone;
import jmonit.os.Ticker;

/** The one thread that moves the engine: takes messages, hands out what the engine wants. */
final class Watchman {

    private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
    /** More than all looks, actions and requests that can be under way. */
    private static final int ROOM = 1 << 16;
    private static final int AT_ONCE = 256;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration CALM = Duration.ofSeconds(1);
    /** How long what is under way at the end may take, and no longer than an operating system waits for us. */
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final BlockingQueue<Letter> inbox = new LinkedBlockingQueue<>(ROOM);
    private final Board board = new Board();
    private final InstantSource clock;
    private final Ticker ticker;
    private final CountDownLatch called = new CountDownLatch(1);
    private volatile boolean stopping;
    /** A message was not handled, so what was due still is: only its thread knows, and lets a moment pass. */
    private boolean faulty;

    Watchman(InstantSource clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
    }

    /** From a thread of a look or an action: whoever is faster than the engine waits for it. */
    void take(Message message) {
        try {
            inbox.put(new Letter.News(message));
        } catch (InterruptedException e) {
            // Only at the end, when nobody reads the message any more.
            Thread.currentThread().interrupt();
        }
    }

    /** From a thread that must not wait: a signal that finds no room finds a daemon that is busy anyway. */
    void tell(Message message) {
        if (!offer(message)) {
            LOG.error("There is no room for another message to the engine");
        }
    }

    /** Whether there was room for it. */
    boolean offer(Message message) {
        return inbox.offer(new Letter.News(message));
    }

    /** How everything is now, most often without asking the engine. */
    Snapshot show() throws InterruptedException {
        Optional<Snapshot> current = board.current();
        return current.isPresent() ? current.get().at(clock.instant()) : asked();
    }

    private Snapshot asked() throws InterruptedException {
        return asked(LONGEST).orElseThrow(() -> new IllegalStateException("the engine does not answer"));
    }

    /** Whether the engine does anything at all. */
    boolean answers(Duration within) throws InterruptedException {
        return asked(within).isPresent();
    }

    private Optional<Snapshot> asked(Duration patience) throws InterruptedException {
        var answer = new CompletableFuture<Snapshot>();
        if (!inbox.offer(new Letter.Question(answer), patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault in jmonit: what is known cannot be shown", e);
        }
    }

    void stop() {
        stopping = true;
        called.countDown();
        tell(new Message.Tick());
    }

    /** Whoever wants everything checked now does not want to wait for the end of a delay either. */
    void wake() {
        called.countDown();
        tell(new Message.Woken());
    }

    /** Waits as long as that or until it is called; whether there is still something to watch. */
    boolean delayed(Duration delay) throws InterruptedException {
        if (called.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.debug("The start delay is cut short");
        }
        return !stopping;
    }

    Now now() {
        var wall = clock.instant();
        return new Now(wall, ticker.elapsed(), LocalDateTime.ofInstant(wall, HomeZone.id()));
    }

    Duration elapsed() {
        return ticker.elapsed();
    }

    void watch(Monitor monitor, Hands hands) throws InterruptedException {
        while (!stopping) {
            turn(monitor, hands, earlier(monitor.nextDue(), hands.nextDue()).minus(ticker.elapsed()));
            if (monitor.nextDue().compareTo(ticker.elapsed()) <= 0) {
                handle(new Message.Tick(), monitor, hands);
                hands.rest(monitor);
            }
        }
        finish(monitor, hands);
    }

    /** What is being done is done to its end, but nothing new is begun. */
    private void finish(Monitor monitor, Hands hands) throws InterruptedException {
        Duration end = ticker.elapsed().plus(FAREWELL);
        monitor.retire();
        while (monitor.acting() && ticker.elapsed().compareTo(end) < 0) {
            turn(monitor, hands, earlier(end, hands.nextDue()).minus(ticker.elapsed()));
        }
    }

    /** One look at everything, and what has to be done about it. */
    void once(Monitor monitor, Hands hands) throws InterruptedException {
        handle(new Message.Tick(), monitor, hands);
        hands.rest(monitor);
        while (!stopping && !monitor.idle()) {
            turn(monitor, hands, LONGEST);
        }
    }

    /** What was asked for before, and nothing else. */
    void act(Monitor monitor, Hands hands) throws InterruptedException {
        monitor.retire();
        turn(monitor, hands, Duration.ZERO);
        while (!stopping && monitor.acting()) {
            turn(monitor, hands, LONGEST);
        }
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void turn(Monitor monitor, Hands hands, Duration patience) throws InterruptedException {
        Duration wait = faulty ? CALM : earlier(patience, LONGEST);
        faulty = false;
        Optional<Letter> first = Optional.ofNullable(inbox.poll(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS));
        var letters = new ArrayList<Letter>(first.stream().toList());
        inbox.drainTo(letters, AT_ONCE);
        for (Letter letter : letters) {
            switch (letter) {
                case Letter.News(Message message) -> handle(message, monitor, hands);
                case Letter.Question(var answer) -> answer(answer, monitor);
            }
        }
        hands.rest(monitor);
    }

    /** A mistake of ours in what is shown must not end the watch either. */
    private void answer(CompletableFuture<Snapshot> answer, Monitor monitor) {
        try {
            answer.complete(snapshot(monitor));
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private Snapshot snapshot(Monitor monitor) {
        return board.current().orElseGet(() -> board.pin(monitor.snapshot(clock.instant())));
    }

    /** A mistake of ours about one message must not end the watch. */
    private void handle(Message message, Monitor monitor, Hands hands) {
        board.changes();
        try {
            hands.carryOut(monitor.handle(message, now()));
        } catch (RuntimeException | Error e) {
            faulty = true;
            LOG.error("A fault in jmonit: {} was not handled", message.getClass().getSimpleName(), e);
        }
    }
}
