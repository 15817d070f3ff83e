package jmonit.os.live;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A socket of a kind Java does not have. Never blocks, but for {@link #readable}, which belongs on a platform thread. */
final class NativeSocket implements AutoCloseable {

    static final int UNIX = 1;
    static final int INET = 2;
    static final int INET6 = 10;
    static final int DATAGRAM = 2;
    static final int RAW = 3;

    private static final MemorySegment SOCKET = LibC.function("socket");
    private static final MemorySegment BIND = LibC.function("bind");
    private static final MemorySegment CONNECT = LibC.function("connect");
    private static final MemorySegment SEND = LibC.function("sendto");
    private static final MemorySegment RECEIVE = LibC.function("recv");
    private static final MemorySegment OPTION = LibC.function("setsockopt");
    private static final MemorySegment POLL = LibC.function("poll");
    private static final MemorySegment CONTROL = LibC.function("ioctl");
    private static final MemorySegment CLOSE = LibC.function("close");
    private static final MemorySegment ERROR_TEXT = LibC.function("strerror");
    private static final int NONBLOCKING_AND_CLOSED_ON_EXEC = 04000 | 02000000;
    private static final int STAMP = 0x8907;
    private static final int SOCKET_LEVEL = 1;
    private static final int ROOM = 8;
    private static final int ROOM_OF_ROOT = 33;
    private static final int NO_SIGNAL = 0x4000;
    private static final short POLL_IN = 1;
    private static final int LONGEST_PATH = 108;
    private static final int LONGEST_ERROR = 256;

    private final int descriptor;

    private NativeSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    static NativeSocket open(int family, int type, int protocol) throws IOException {
        return new NativeSocket(checked(LibC.ask(SOCKET, family, type | NONBLOCKING_AND_CLOSED_ON_EXEC, protocol, 0, 0, 0)));
    }

    void option(int level, int name, byte[] value) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var text = arena.allocateFrom(JAVA_BYTE, value);
            checked(LibC.ask(OPTION, descriptor, level, name, text.address(), value.length, 0));
        }
    }

    void bind(InetAddress local) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var name = name(arena, local);
            checked(LibC.ask(BIND, descriptor, name.address(), name.byteSize(), 0, 0, 0));
        }
    }

    void connect(String path) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var name = name(arena, path);
            checked(LibC.ask(CONNECT, descriptor, name.address(), name.byteSize(), 0, 0, 0));
        }
    }

    /** To where the socket is connected. */
    void send(byte[] bytes) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var text = arena.allocateFrom(JAVA_BYTE, bytes);
            checked(LibC.ask(SEND, descriptor, text.address(), bytes.length, NO_SIGNAL, 0, 0));
        }
    }

    /** Says when it was sent. */
    Instant send(byte[] bytes, InetAddress to) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var text = arena.allocateFrom(JAVA_BYTE, bytes);
            var name = name(arena, to);
            var sent = Instant.now();
            checked(LibC.ask(SEND, descriptor, text.address(), bytes.length, NO_SIGNAL, name.address(), name.byteSize()));
            return sent;
        }
    }

    /** How much may wait to be received; the machine may allow less. */
    void room(int bytes) throws IOException {
        var value = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(bytes).array();
        try {
            option(SOCKET_LEVEL, ROOM_OF_ROOT, value);
        } catch (IOException e) {
            option(SOCKET_LEVEL, ROOM, value);
        }
    }

    /** When the kernel took in what was received last: the threads here may have been late. Asked for the first time, it begins to note it. */
    Instant arrived() {
        try (var arena = Arena.ofConfined()) {
            var time = arena.allocate(JAVA_LONG, 2);
            var answer = LibC.ask(CONTROL, descriptor, STAMP, time.address(), 0, 0, 0);
            return answer < 0 ? Instant.now() : Instant.ofEpochSecond(time.get(JAVA_LONG, 0), time.get(JAVA_LONG, JAVA_LONG.byteSize()));
        }
    }

    /** Whether something came within so many milliseconds. Blocks the thread itself. */
    boolean readable(int milliseconds) {
        try (var arena = Arena.ofConfined()) {
            var question = arena.allocate(JAVA_INT.byteSize() + 2 * JAVA_SHORT.byteSize(), JAVA_INT.byteAlignment());
            question.set(JAVA_INT, 0, descriptor);
            question.set(JAVA_SHORT, JAVA_INT.byteSize(), POLL_IN);
            return LibC.ask(POLL, question.address(), 1, milliseconds, 0, 0, 0) > 0;
        }
    }

    /** What has come, of at most so many bytes; nothing when nothing has. */
    byte[] receive(int most) {
        try (var arena = Arena.ofConfined()) {
            var room = arena.allocate(most);
            var count = LibC.ask(RECEIVE, descriptor, room.address(), most, 0, 0, 0);
            return count <= 0 ? new byte[0] : room.asSlice(0, count).toArray(JAVA_BYTE);
        }
    }

    @Override
    public void close() {
        LibC.ask(CLOSE, descriptor, 0, 0, 0, 0, 0);
    }

    private static MemorySegment name(Arena arena, String path) throws IOException {
        var bytes = path.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= LONGEST_PATH) {
            throw new IOException("File name too long");
        }
        // A path ends with a zero; a name outside the file system begins with one, and every byte counts.
        int end = path.startsWith("\0") ? 0 : 1;
        var name = arena.allocate(JAVA_SHORT.byteSize() + bytes.length + end, JAVA_INT.byteAlignment());
        name.set(JAVA_SHORT, 0, (short) UNIX);
        MemorySegment.copy(bytes, 0, name, JAVA_BYTE, JAVA_SHORT.byteSize(), bytes.length);
        return name;
    }

    /** {@code sockaddr_in} has the address after the port, {@code sockaddr_in6} after port and flow. */
    private static MemorySegment name(Arena arena, InetAddress address) {
        var bytes = address.getAddress();
        var six = bytes.length == 16;
        var name = arena.allocate(six ? 28 : 16, JAVA_INT.byteAlignment());
        name.set(JAVA_SHORT, 0, (short) (six ? INET6 : INET));
        MemorySegment.copy(bytes, 0, name, JAVA_BYTE, six ? 8 : 4, bytes.length);
        if (address instanceof java.net.Inet6Address scoped) {
            name.set(JAVA_INT, 24, scoped.getScopeId());
        }
        return name;
    }

    private static int checked(int answer) throws IOException {
        if (answer < 0) {
            throw new IOException(errorText(-answer));
        }
        return answer;
    }

    @SuppressWarnings("restricted")
    private static String errorText(int error) {
        var text = LibC.call(ERROR_TEXT, error, 0, 0, 0, 0, 0);
        return MemorySegment.ofAddress(text).reinterpret(LONGEST_ERROR).getString(0);
    }
}
