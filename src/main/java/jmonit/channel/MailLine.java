package jmonit.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import jmonit.model.MailServer;

/** The conversation of one thread with a mail server, while there is one; another after a few mails. */
final class MailLine implements AutoCloseable {

    /** A conversation without anything to say is over. */
    static final Duration SILENCE = Duration.ofSeconds(2);
    /** Exim leaves what comes after it to its next queue run, on Debian half an hour later. */
    private static final int MOST_MAILS = 10;

    private final Supplier<MailRoute.Servers> servers;
    private final List<Post.Talk> open = new ArrayList<>();
    private Duration silence = Duration.ZERO;
    private int mails;
    private boolean surplus;

    MailLine(Supplier<MailRoute.Servers> servers) {
        this.servers = servers;
    }

    boolean open() {
        return !open.isEmpty();
    }

    boolean silent() {
        return silence.compareTo(SILENCE) >= 0;
    }

    /** Nothing was said for that long, but for somebody who {@code called} in between. */
    void waited(Duration time, boolean called) {
        silence = called ? Duration.ZERO : silence.plus(time);
    }

    /** Whether there are too many of us. */
    boolean surplus() {
        return surplus;
    }

    void retire() {
        surplus = true;
    }

    Post.Talk talk() throws IOException, InterruptedException {
        silence = Duration.ZERO;
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
