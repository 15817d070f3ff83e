package jmonit.os.live;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import jmonit.model.Ping;
import jmonit.os.Pinger;

/** Pings of this machine. One socket for each version of ICMP, opened when it is first needed. */
public final class LivePinger implements Pinger, AutoCloseable {

    private final Resolver resolver = new Resolver();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<IcmpKind, Echoes> open = new EnumMap<>(IcmpKind.class);

    @Override
    public Duration ping(String host, Ping ping) throws IOException, InterruptedException {
        var address = resolver.addresses(host, ping.family(), ping.timeout()).getFirst();
        var echoes = echoes(IcmpKind.of(address));
        for (var attempt = 1; attempt < ping.count(); attempt++) {
            try {
                return one(echoes, address, ping, attempt);
            } catch (IOException e) {
                // One lost packet is no news while there are tries left.
            }
        }
        return one(echoes, address, ping, ping.count());
    }

    private static Duration one(Echoes echoes, InetAddress address, Ping ping, int attempt) throws IOException, InterruptedException {
        return echoes.ask(address, ping.source(), ping.size(), attempt, ping.timeout());
    }

    private Echoes echoes(IcmpKind kind) throws IOException {
        lock.lock();
        try {
            var echoes = open.get(kind);
            if (echoes == null) {
                echoes = Echoes.open(kind);
                open.put(kind, echoes);
            }
            return echoes;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            open.values().forEach(Echoes::close);
            open.clear();
        } finally {
            lock.unlock();
        }
        resolver.close();
    }
}
