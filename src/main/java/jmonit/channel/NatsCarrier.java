package jmonit.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import jmonit.model.Event;
import jmonit.model.Outlet;
import jmonit.model.Tls;
import jmonit.model.Url;
import jmonit.model.Way;
import jmonit.nats.JetStream;
import jmonit.nats.Login;
import jmonit.nats.NatsKey;
import jmonit.nats.NatsTalk;
import jmonit.os.Dialer;
import jmonit.os.Files;
import jmonit.os.Ticker;
import jmonit.os.Wire;

/** Publishes to a stream of NATS, over a connection that stays as long as it is used. */
final class NatsCarrier implements Carrier {

    /** A server ends connections on which nobody answers it for minutes. */
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final long LARGEST_FILE = 1 << 16;
    private static final int LONGEST_PART = 200;

    private final Means means;
    private final Outlet outlet;
    private final Way.Nats way;
    private final Tls tls;
    private final String host;
    private final List<NatsTalk> open = new ArrayList<>();
    private Duration used = Duration.ZERO;

    /** How everything is. */
    interface Status {
        List<byte[]> documents() throws IOException, InterruptedException;
    }

    /** What it needs. */
    record Means(Dialer dialer, Files files, Ticker ticker, Status status) {
    }

    NatsCarrier(Means means, Outlet outlet, Way.Nats way, Tls all, String host) {
        this.means = means;
        this.outlet = outlet;
        this.way = way;
        this.tls = outlet.tls().over(all);
        this.host = host;
    }

    @Override
    public Reply tell(Told told) throws IOException, InterruptedException {
        Event event = told.first();
        String subject = way.subject() + ".events." + part(host) + "." + part(event.service());
        return publish(new JetStream.Item(subject, number(event), Webhook.document(told, host)));
    }

    /** The same after a restart, and of no other machine. */
    private String number(Event event) {
        var sum = new CRC32C();
        sum.update((event.service() + "\n" + event.kind() + "\n" + event.side() + "\n" + event.because()).getBytes(StandardCharsets.UTF_8));
        return part(host) + "-" + event.id() + "-" + Long.toHexString(sum.getValue());
    }

    @Override
    public Optional<Reply> remind() throws IOException, InterruptedException {
        Optional<Reply> last = Optional.empty();
        int count = 0;
        for (byte[] document : means.status().documents()) {
            String subject = way.subject() + ".status." + part(host) + (++count == 1 ? "" : "." + count);
            last = Optional.of(publish(new JetStream.Item(subject, "", document)));
            if (!(last.get() instanceof Reply.Taken)) {
                return last;
            }
        }
        return last;
    }

    /** Whatever a name holds, it is one part of a subject. */
    private static String part(String name) {
        return Headline.shortened(name.replaceAll("[^\\p{L}\\p{N}_-]", "_"), LONGEST_PART);
    }

    private Reply publish(JetStream.Item item) throws IOException, InterruptedException {
        if (!open.isEmpty() && means.ticker().elapsed().minus(used).compareTo(SILENCE) > 0) {
            close();
        }
        if (!open.isEmpty()) {
            try {
                return reply(published(item));
            } catch (IOException e) {
                // The server may have been started anew meanwhile; it knows by the number what it has already.
                close();
            }
        }
        return reply(published(item));
    }

    private JetStream.Outcome published(JetStream.Item item) throws IOException, InterruptedException {
        try {
            JetStream.Outcome outcome = new JetStream(talk()).publish(item, way.stream());
            used = means.ticker().elapsed();
            return outcome;
        } catch (IOException e) {
            close();
            throw new IOException(Wire.NO_ANSWER.equals(e.getMessage()) ? "no answer in time" : e.getMessage(), e);
        }
    }

    private static Reply reply(JetStream.Outcome outcome) {
        return switch (outcome) {
            case JetStream.Outcome.Stored _ -> new Reply.Taken();
            case JetStream.Outcome.Not(String because) -> new Reply.Later(because, Duration.ZERO);
            case JetStream.Outcome.Never(String because) -> new Reply.Refused(because);
        };
    }

    private NatsTalk talk() throws IOException, InterruptedException {
        if (open.isEmpty()) {
            open.add(first());
            if (!way.stream().isEmpty()) {
                new JetStream(open.getFirst()).ensure(way.stream(), way.subject() + ".>");
            }
        }
        return open.getFirst();
    }

    /** Of the servers that are there. */
    private NatsTalk first() throws IOException, InterruptedException {
        var reasons = new ArrayList<String>();
        for (Url url : Stream.concat(Stream.of(outlet.url()), way.others().stream()).toList()) {
            try {
                return NatsTalk.open(means.dialer(), new NatsTalk.Door(url, tls, outlet.timeout()), new NatsTalk.Caller(login(url), "jmonit on " + host));
            } catch (IOException e) {
                reasons.add((way.others().isEmpty() ? "" : url.host() + ":" + url.port() + ": ") + e.getMessage());
            }
        }
        throw new IOException(String.join("; ", reasons));
    }

    private Login login(Url url) throws IOException {
        if (!way.login().credentials().isEmpty()) {
            return NatsKey.signed(text(way.login().credentials()), way.login().credentials());
        }
        if (!way.login().seed().isEmpty()) {
            return NatsKey.key(text(way.login().seed()), way.login().seed());
        }
        String token = outlet.secret().isEmpty() && url.password().isEmpty() ? url.user() : outlet.secret();
        if (!token.isEmpty()) {
            return new Login.Token(token);
        }
        return url.user().isEmpty() ? Login.NOBODY : new Login.Password(url.user(), url.password());
    }

    /** Each time anew: whoever changes it need not tell us. */
    private String text(String path) throws IOException {
        return new String(means.files().read(path, LARGEST_FILE), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        open.forEach(NatsTalk::close);
        open.clear();
    }
}
