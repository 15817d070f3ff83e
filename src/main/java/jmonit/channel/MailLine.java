package jmonit.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jmonit.model.MailServer;
import jmonit.os.Ticker;

/** The conversation of one thread with a mail server, while there is one; another after a few mails. */
final class MailLine implements AutoCloseable {

    /** A conversation without anything to say is over. */
    private static final Duration SILENCE = Duration.ofSeconds(2);
    /** Exim leaves what comes after it to its next queue run, on Debian half an hour later. */
    private static final int MOST_MAILS = 10;

    private final Supplier<MailRoute.Servers> servers;
    private final Ticker ticker;
    private final List<Post.Talk> open = new ArrayList<>();
    private Duration spoke = Duration.ZERO;
    private int mails;
    private boolean surplus;

    MailLine(Supplier<MailRoute.Servers> servers, Ticker ticker) {
        this.servers = servers;
        this.ticker = ticker;
    }

    boolean open() {
        return !open.isEmpty();
    }

    /** How long it stays open for what comes {@code next}; empty when it was silent for too long. */
    Optional<Duration> patience(Optional<Duration> next, Duration now) {
        Duration end = spoke.plus(SILENCE);
        return Optional.of(next.filter(d -> d.compareTo(end) < 0).orElse(end).minus(now)).filter(Duration::isPositive);
    }

    /** Whether there are too many of us. */
    boolean surplus() {
        return surplus;
    }

    void retire() {
        surplus = true;
    }

    Post.Talk talk() throws IOException, InterruptedException {
        if (open.isEmpty()) {
            open.add(first(servers.get()));
        }
        return open.getFirst();
    }

    /** Of the first server that listens. */
    private static Post.Talk first(MailRoute.Servers servers) throws IOException, InterruptedException {
        var reasons = new ArrayList<String>();
        for (MailServer server : servers.list()) {
            try {
                return servers.post().greet(server);
            } catch (IOException e) {
                reasons.add(e.getMessage());
            }
        }
        throw new IOException(reasons.isEmpty() ? "there is no set mailserver" : String.join("; ", reasons));
    }

    /** One mail more was said; the next may need another conversation. */
    void delivered() {
        spoke = ticker.elapsed();
        if (++mails >= MOST_MAILS) {
            hangUp();
        }
    }

    void hangUp() {
        open.forEach(Post.Talk::close);
        open.clear();
        mails = 0;
    }

    @Override
    public void close() {
        hangUp();
    }
}
