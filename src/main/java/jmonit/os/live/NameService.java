package jmonit.os.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

import jmonit.model.Family;

/**
 * getaddrinfo(3). Java's own look-up remembers answers and failures for a while, which a monitor must not, and forgets why one failed. Offsets
 * are those of {@code struct addrinfo} on 64-bit Linux.
 */
final class NameService {

    private static final MemorySegment LOOK_UP = LibC.function("getaddrinfo");
    private static final MemorySegment FREE = LibC.function("freeaddrinfo");
    private static final MemorySegment ERROR_TEXT = LibC.function("gai_strerror");
    private static final long STRUCT = 48;
    private static final long FAMILY = 4;
    private static final long TYPE = 8;
    private static final long NAME = 24;
    private static final long FULL_NAME = 32;
    private static final long NEXT = 40;
    private static final int CANONICAL = 2;
    private static final int LONGEST_NAME = 1025;
    private static final int STREAM = 1;
    private static final long INET_ADDRESS = 4;
    private static final long INET6_ADDRESS = 8;
    private static final long LARGEST_NAME = 28;
    private static final int LONGEST_ERROR = 256;

    private NameService() {
    }

    /** At least one address, in the order to try them. Blocks as long as the name service likes. */
    static List<InetAddress> addresses(String host, Family family) throws UnknownHostException {
        try (var arena = Arena.ofConfined()) {
            var hints = arena.allocate(STRUCT, Long.BYTES);
            hints.set(JAVA_INT, FAMILY, number(family));
            hints.set(JAVA_INT, TYPE, STREAM);
            var found = arena.allocate(ADDRESS);
            var error = (int) LibC.call(LOOK_UP, arena.allocateFrom(host).address(), 0, hints.address(), found.address(), 0, 0);
            if (error != 0) {
                throw new UnknownHostException(errorText(error));
            }
            return all(found.get(ADDRESS, 0).address());
        }
    }

    /** The name the name service has for it, with its domain where there is one. Blocks as {@link #addresses} does. */
    static String fullName(String host) throws UnknownHostException {
        try (var arena = Arena.ofConfined()) {
            var hints = arena.allocate(STRUCT, Long.BYTES);
            hints.set(JAVA_INT, 0, CANONICAL);
            hints.set(JAVA_INT, TYPE, STREAM);
            var found = arena.allocate(ADDRESS);
            var error = (int) LibC.call(LOOK_UP, arena.allocateFrom(host).address(), 0, hints.address(), found.address(), 0, 0);
            if (error != 0) {
                throw new UnknownHostException(errorText(error));
            }
            long first = found.get(ADDRESS, 0).address();
            long name = at(first, STRUCT).get(ADDRESS, FULL_NAME).address();
            try {
                return name == 0 ? host : at(name, LONGEST_NAME).getString(0);
            } finally {
                LibC.call(FREE, first, 0, 0, 0, 0, 0);
            }
        }
    }

    private static int number(Family family) {
        return switch (family) {
            case ANY -> 0;
            case IPV4 -> NativeSocket.INET;
            case IPV6 -> NativeSocket.INET6;
        };
    }

    private static List<InetAddress> all(long first) throws UnknownHostException {
        try {
            var addresses = new ArrayList<InetAddress>();
            for (var entry = first; entry != 0; entry = at(entry, STRUCT).get(ADDRESS, NEXT).address()) {
                addresses.add(address(at(at(entry, STRUCT).get(ADDRESS, NAME).address(), LARGEST_NAME)));
            }
            return List.copyOf(addresses);
        } finally {
            LibC.call(FREE, first, 0, 0, 0, 0, 0);
        }
    }

    private static InetAddress address(MemorySegment name) throws UnknownHostException {
        var six = name.get(JAVA_BYTE, 0) == NativeSocket.INET6;
        var bytes = name.asSlice(six ? INET6_ADDRESS : INET_ADDRESS, six ? 16 : 4).toArray(JAVA_BYTE);
        return InetAddress.getByAddress(bytes);
    }

    private static String errorText(int error) {
        return at(LibC.call(ERROR_TEXT, error, 0, 0, 0, 0, 0), LONGEST_ERROR).getString(0);
    }

    @SuppressWarnings("restricted")
    private static MemorySegment at(long address, long size) {
        return MemorySegment.ofAddress(address).reinterpret(size);
    }
}
