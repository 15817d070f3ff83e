package jmonit.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jmonit.model.Httpd.Access;
import jmonit.os.Ticker;

/** From where one may come in. Names are looked up again after a minute, and only for whom no network lets in. */
final class AllowList {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final List<Network> networks = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Found> known = new ConcurrentHashMap<>();
    private final boolean open;
    private final Names resolver;
    private final Ticker ticker;

    /** Looks a name up; a name nobody knows has no address. */
    interface Names {
        List<InetAddress> of(String name);
    }

    private record Found(List<InetAddress> addresses, Duration at) {
    }

    AllowList(List<Access> access, Names resolver, Ticker ticker) {
        this.resolver = resolver;
        this.ticker = ticker;
        this.open = access.stream().noneMatch(Access.Net.class::isInstance);
        access.forEach(a -> {
            if (a instanceof Access.Net(String spec)) {
                add(spec);
            }
        });
    }

    /** What is neither a network nor may be a name lets nobody in; an empty name would be this machine for Java. */
    private void add(String spec) {
        Network.of(spec).ifPresentOrElse(networks::add, () -> {
            if (!spec.isEmpty() && spec.indexOf('/') < 0) {
                names.add(spec);
            }
        });
    }

    static List<InetAddress> lookUp(String name) {
        try {
            return List.of(InetAddress.getAllByName(name));
        } catch (UnknownHostException e) {
            // Lets nobody in, and is asked again later.
            return List.of();
        }
    }

    boolean has(InetAddress address) {
        return open || networks.stream().anyMatch(n -> n.has(address)) || names.stream().anyMatch(n -> addresses(n).contains(address));
    }

    private List<InetAddress> addresses(String name) {
        // Two threads may look the same name up at once: no lock is held while a name server is asked.
        Found found = known.getOrDefault(name, new Found(List.of(), Duration.ofDays(-1)));
        if (ticker.elapsed().minus(found.at()).compareTo(FRESH) < 0) {
            return found.addresses();
        }
        List<InetAddress> fresh = resolver.of(name);
        known.put(name, new Found(fresh, ticker.elapsed()));
        return fresh;
    }
}
