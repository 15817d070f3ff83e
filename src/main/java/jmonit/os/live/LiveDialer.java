package jmonit.os.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import jmonit.model.Endpoint;
import jmonit.os.Dialer;
import jmonit.os.Wire;

/** Connections of this machine. Blocks virtual threads without holding up others; owns the threads that look names up and end late waits. */
public final class LiveDialer implements Dialer, AutoCloseable {

    private final Resolver resolver = new Resolver();
    private final Authorities authorities = new Authorities();
    private final Deadlines deadlines = new Deadlines();
    private final boolean enduring;

    public LiveDialer() {
        this(false);
    }

    private LiveDialer(boolean enduring) {
        this.enduring = enduring;
    }

    /** Its wires may be asked again after a wait that was too long, for as long as a day: for who knows himself when to give up. */
    public static LiveDialer enduring() {
        return new LiveDialer(true);
    }

    @Override
    public Wire dial(Endpoint endpoint, Duration patience) throws IOException, InterruptedException {
        // Java spins a class for a switch over types when it first comes to it: a quarter of the time of a command that only dials once.
        return endpoint instanceof Endpoint.Unix(String path, boolean udp) ? unix(path, udp, patience)
                : network((Endpoint.Inet) endpoint, patience);
    }

    private Wire network(Endpoint.Inet inet, Duration patience) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var addresses = resolve(inet, patience);
        return first(inet, addresses, patience, Resolver.literal(inet.host()) ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begun));
    }

    private List<InetAddress> resolve(Endpoint.Inet inet, Duration patience) throws IOException, InterruptedException {
        try {
            return resolver.addresses(inet.host(), inet.family(), patience);
        } catch (IOException e) {
            throw new Unresolved(inet, e.getMessage(), e);
        }
    }

    /** The first address that takes the connection; if none does, what the last one said. */
    private Wire first(Endpoint.Inet inet, List<InetAddress> addresses, Duration patience, Duration resolve) throws IOException {
        var left = addresses.iterator();
        while (true) {
            try {
                return one(inet, new InetSocketAddress(left.next(), inet.port()), patience, resolve);
            } catch (IOException e) {
                if (!left.hasNext() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            } catch (IllegalArgumentException e) {
                throw new IOException("no port is above 65535", e);
            }
        }
    }

    private Wire one(Endpoint.Inet inet, InetSocketAddress to, Duration patience, Duration resolve) throws IOException {
        return inet.udp() ? DatagramWire.to(to, inet.source(), patience, resolve)
                : StreamWire.to(to, inet.source(), new TimedSocket(patience, enduring, deadlines), resolve, authorities);
    }

    private Wire unix(String path, boolean udp, Duration patience) throws IOException {
        try {
            return udp ? UnixDatagramWire.to(path) : UnixStreamWire.to(path, patience, enduring);
        } catch (IOException e) {
            throw new IOException("Cannot create unix socket for " + path + " -- " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        resolver.close();
        deadlines.close();
    }
}
