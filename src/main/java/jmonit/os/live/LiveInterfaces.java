package jmonit.os.live;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import jmonit.os.Interfaces;
import jmonit.os.Link;
import jmonit.os.Link.Duplex;
import jmonit.os.Link.Traffic;

/** The interfaces in /sys/class/net; OSHI would take forty times as long and look at all of them for one. */
public final class LiveInterfaces implements Interfaces {

    private static final long MEGABIT = 1_000_000;

    private final Path root;

    public LiveInterfaces() {
        this(Path.of("/sys/class/net"));
    }

    LiveInterfaces(Path root) {
        this.root = requireNonNull(root, "root");
    }

    @Override
    public Optional<String> withAddress(String address) {
        try {
            var wanted = InetAddress.ofLiteral(address).getAddress();
            return NetworkInterface.networkInterfaces()
                    .filter(i -> i.inetAddresses().anyMatch(a -> Arrays.equals(a.getAddress(), wanted)))
                    .map(NetworkInterface::getName).findFirst();
        } catch (IllegalArgumentException | SocketException e) {
            // A name is the address of no interface; and without any interface there is no address either.
            return Optional.empty();
        }
    }

    @Override
    public Link link(String name) throws IOException {
        var directory = root.resolve(name);
        var state = text(directory.resolve("operstate"));
        var statistics = directory.resolve("statistics");
        return new Link(!state.equals("down"), speed(directory), duplex(directory), traffic(statistics, "tx"), traffic(statistics, "rx"));
    }

    private static long speed(Path directory) {
        try {
            return Math.max(0, Long.parseLong(text(directory.resolve("speed"))) * MEGABIT);
        } catch (IOException | NumberFormatException e) {
            // The kernel refuses the question for links without a speed.
            return 0;
        }
    }

    private static Duplex duplex(Path directory) {
        try {
            return switch (text(directory.resolve("duplex"))) {
                case "full" -> Duplex.FULL;
                case "half" -> Duplex.HALF;
                default -> Duplex.UNKNOWN;
            };
        } catch (IOException e) {
            // As with the speed.
            return Duplex.UNKNOWN;
        }
    }

    private static Traffic traffic(Path statistics, String direction) throws IOException {
        return new Traffic(count(statistics.resolve(direction + "_bytes")), count(statistics.resolve(direction + "_packets")),
                count(statistics.resolve(direction + "_errors")));
    }

    private static long count(Path file) throws IOException {
        return Long.parseUnsignedLong(text(file));
    }

    /** Failures are worded as Monit words them, without the name of the service. */
    private static String text(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).strip();
        } catch (NoSuchFileException e) {
            throw new IOException("Cannot read " + file + " -- No such file or directory", e);
        } catch (IOException e) {
            throw new IOException("Cannot read " + file + " -- " + e.getMessage(), e);
        }
    }
}
