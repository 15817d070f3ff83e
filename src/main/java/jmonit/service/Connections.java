package jmonit.service;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.catalog.Catalog;
import jmonit.catalog.Look;
import jmonit.catalog.Protocol;
import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Ping;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.os.Dialer;
import jmonit.os.Pinger;

/**
 * Asks servers. Pings come first: of a machine that does not answer one no port is tested. What does not depend on one another is asked at the
 * same time, each question on a virtual thread of its own.
 */
public final class Connections implements Connector {

    @FunctionalInterface
    private interface Query extends Callable<Answer> {

        @Override
        Answer call() throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Dialer dialer;
    private final Pinger pinger;
    private final Catalog catalog;

    public Connections(Dialer dialer, Pinger pinger, Catalog catalog) {
        this.dialer = requireNonNull(dialer, "dialer");
        this.pinger = requireNonNull(pinger, "pinger");
        this.catalog = requireNonNull(catalog, "catalog");
    }

    @Override
    public Map<Integer, Answer> ask(Look look) throws InterruptedException {
        var answers = together(pings(look.service()));
        if (answers.values().stream().anyMatch(Answer.Failed.class::isInstance)) {
            answers.putAll(skipped(look.service()));
        } else {
            answers.putAll(together(tests(look)));
        }
        return Map.copyOf(answers);
    }

    @Override
    public boolean asks(Service service) {
        return service.rules().stream().anyMatch(r -> r.when() instanceof Condition.Pinged || r.when() instanceof Condition.Connected);
    }

    private static Map<Integer, Answer> together(Map<Integer, Query> questions) throws InterruptedException {
        var answers = new HashMap<Integer, Answer>(questions.size());
        if (questions.size() <= 1) {
            for (var question : questions.entrySet()) {
                answers.put(question.getKey(), question.getValue().call());
            }
            return answers;
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var places = new ArrayList<>(questions.keySet());
            var asked = threads.invokeAll(places.stream().map(questions::get).toList());
            for (var i = 0; i < places.size(); i++) {
                answers.put(places.get(i), answer(asked.get(i)));
            }
        }
        return answers;
    }

    private static Answer answer(Future<Answer> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException("a connection test broke", e);
        }
    }

    // ---- pings

    private Map<Integer, Query> pings(Service service) {
        var questions = new HashMap<Integer, Query>();
        for (var i = 0; i < service.rules().size(); i++) {
            if (service.rules().get(i).when() instanceof Condition.Pinged(Ping ping, _)) {
                questions.put(i, () -> ping(host(service), ping));
            }
        }
        return questions;
    }

    private static String host(Service service) {
        return service.subject() instanceof Subject.Address(String host) ? host : "localhost";
    }

    private Answer ping(String host, Ping ping) throws InterruptedException {
        try {
            var took = pinger.ping(host, ping);
            return new Answer.Succeeded(took, "ping test succeeded [response time " + milliseconds(took) + "]");
        } catch (Pinger.Forbidden e) {
            return new Answer.Skipped("ping test skipped -- " + e.getMessage());
        } catch (IOException e) {
            return new Answer.Failed("ping test failed -- " + e.getMessage());
        }
    }

    /** Monit times an answer in milliseconds, and in seconds from a thousand on, always to three places. */
    private static String milliseconds(Duration took) {
        var time = took.toNanos() / 1e6;
        return time < 1000 ? String.format(java.util.Locale.ROOT, "%.3f ms", time) : String.format(java.util.Locale.ROOT, "%.3f s", time / 1000);
    }

    // ---- connections

    private static Map<Integer, Answer> skipped(Service service) {
        var answers = new HashMap<Integer, Answer>();
        for (var i = 0; i < service.rules().size(); i++) {
            if (service.rules().get(i).when() instanceof Condition.Connected) {
                answers.put(i, new Answer.Skipped("icmp ping failed, skipping any port connection tests"));
            }
        }
        return answers;
    }

    private Map<Integer, Query> tests(Look look) {
        var questions = new HashMap<Integer, Query>();
        var rules = look.service().rules();
        for (var i = 0; i < rules.size(); i++) {
            if (rules.get(i).when() instanceof Condition.Connected(Connection connection, _)) {
                questions.put(i, () -> test(connection, look));
            }
        }
        return questions;
    }

    private Answer test(Connection connection, Look look) throws InterruptedException {
        for (var attempt = 1; attempt < connection.retry(); attempt++) {
            try {
                return once(connection, look);
            } catch (IOException e) {
                interrupted();
                LOG.warn("'{}' {} (attempt {}/{})", look.service().name(), failure(connection, e), attempt, connection.retry());
            }
        }
        try {
            return once(connection, look);
        } catch (IOException e) {
            interrupted();
            return new Answer.Failed(failure(connection, e));
        }
    }

    private String failure(Connection connection, IOException cause) {
        if (cause instanceof Dialer.Unresolved unresolved && connection.endpoint() instanceof Endpoint.Inet inet) {
            // A line of Monit's own that log filters know.
            LOG.error("Cannot translate '{}' to IP address -- {}", inet.host(), unresolved.reason());
        }
        return "failed protocol test [" + protocol(connection).label() + "] at " + Place.of(connection) + " -- "
                + Complaint.of(String.valueOf(cause.getMessage()), connection);
    }

    /** A socket that is closed by an interrupt fails as any other: that is no answer of the server. */
    private static void interrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private Answer once(Connection connection, Look look) throws IOException, InterruptedException {
        try (var wire = new OpenWire(dialer.dial(connection.endpoint(), connection.timeout()))) {
            if (encryptsFirst(connection)) {
                wire.encrypted(connection.tls(), connection.endpoint() instanceof Endpoint.Inet inet ? inet.host() : "");
            }
            protocol(connection).conversation().hold(wire, connection, look.limits());
            return wire.answer("connection succeeded to " + Place.of(connection), look.now());
        }
    }

    private boolean encryptsFirst(Connection connection) {
        return connection.tls().used() && !connection.tls().startTls() && !protocol(connection).conversation().encryptsItself(connection);
    }

    private Protocol protocol(Connection connection) {
        return catalog.spoken(connection.speech().protocol());
    }
}
