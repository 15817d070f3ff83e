package jmonit.os;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jmonit.os.Link.Duplex;
import jmonit.os.Link.Traffic;

/** Network interfaces as a test wants them. */
public final class FakeInterfaces implements Interfaces {

    private final Map<String, Link> links = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    public FakeInterfaces with(String name, Link link) {
        links.put(name, link);
        return this;
    }

    public FakeInterfaces address(String address, String name) {
        addresses.put(address, name);
        return this;
    }

    /** A link of 1 Mb/s that is up and has had no errors. */
    public static Link link(long sent, long received) {
        return new Link(true, 1_000_000, Duplex.FULL, new Traffic(sent, sent / 100, 0), new Traffic(received, received / 100, 0));
    }

    @Override
    public Optional<String> withAddress(String address) {
        return Optional.ofNullable(addresses.get(address));
    }

    @Override
    public Link link(String name) throws IOException {
        if (!links.containsKey(name)) {
            throw new IOException("Cannot read /sys/class/net/" + name + "/operstate -- No such file or directory");
        }
        return links.get(name);
    }
}
