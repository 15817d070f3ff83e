package jmonit.cli.link;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import jmonit.model.Endpoint;
import jmonit.os.Dialer;
import jmonit.os.Wire;

/** Asks one daemon: each question over a connection of its own, of which the first is there from the beginning. One thread. */
public final class Line implements AutoCloseable {

    /** A daemon that lives takes a connection at once; while it thinks, this is how often we look up. */
    private static final Duration NEAR = Duration.ofSeconds(1);
    private static final Duration FAR = Duration.ofSeconds(3);

    private final Dialer dialer;
    private final Site site;
    private final Deque<Wire> ready = new ArrayDeque<>();

    /** Nobody answered there, or nobody to be trusted. The message is Monit's, the reason its last part. */
    public static final class Unreached extends IOException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Unreached(String message, String reason, IOException cause) {
            super(message, cause);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    private Line(Dialer dialer, Site site) {
        this.dialer = dialer;
        this.site = site;
    }

    public static Line open(Dialer dialer, Site site) throws IOException {
        var line = new Line(dialer, site);
        line.ready.add(line.connected());
        return line;
    }

    public Site site() {
        return site;
    }

    public Answer ask(Question question) throws IOException {
        return ask(question, Patience.USUAL);
    }

    public Answer ask(Question question, Patience patience) throws IOException {
        try (Wire wire = ready.isEmpty() ? connected() : ready.remove()) {
            wire.send(question.bytes(site));
            return new AnswerReader(wire, site.shown(), patience).read();
        }
    }

    private Wire connected() throws IOException {
        Wire wire = dialled();
        if (!site.tls().used()) {
            return wire;
        }
        try {
            return wire.encrypted(site.tls(), site.host()).wire();
        } catch (IOException e) {
            wire.close();
            throw unreached(e);
        }
    }

    private Wire dialled() throws IOException {
        try {
            return dialer.dial(site.endpoint(), site.control() ? NEAR : FAR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException e) {
            throw unreached(e);
        }
    }

    private Unreached unreached(IOException cause) {
        String said = String.valueOf(cause.getMessage());
        int dashes = said.lastIndexOf(" -- ");
        String reason = dashes < 0 ? said : said.substring(dashes + " -- ".length());
        return new Unreached(switch (site.endpoint()) {
            case Endpoint.Inet _ -> said.startsWith("Cannot resolve") ? said : "Cannot connect to " + site.shown() + " -- " + said;
            case Endpoint.Unix _ -> "Unix socket " + site.shown() + " connection error -- " + reason;
        }, reason, cause);
    }

    @Override
    public void close() {
        ready.forEach(Wire::close);
        ready.clear();
    }
}
