package jmonit.os.live;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import jmonit.os.Syslog;

/** The socket of the system log, normally {@code /dev/log}: a kind of socket Java does not have. */
public final class LiveSyslog implements Syslog {

    private static final MemorySegment SENDTO = LibC.function("sendto");
    private static final int UNIX = 1;
    private static final int DATAGRAM_CLOEXEC = 2 | 02000000;
    private static final int DONT_WAIT_NO_SIGNAL = 0x40 | 0x4000;
    private static final int NAME = 2;
    private static final int LONGEST_NAME = 107;
    private static final int AGAIN = 11;

    private final String path;
    private final int socket;

    public LiveSyslog(String path) throws IOException {
        if (path.getBytes(UTF_8).length > LONGEST_NAME) {
            throw new IOException("no socket can have so long a name: " + path);
        }
        this.path = path;
        this.socket = Reason.checked(LibC.ask(LibC.function("socket"), UNIX, DATAGRAM_CLOEXEC, 0, 0, 0, 0), "open a socket");
    }

    /** Sent to the name each time: a system log that was restarted has another socket. */
    @Override
    public void send(byte[] packet) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var content = arena.allocateFrom(JAVA_BYTE, packet);
            var address = arena.allocate(NAME + LONGEST_NAME + 1L, Short.BYTES);
            address.set(JAVA_SHORT, 0, (short) UNIX);
            address.setString(NAME, path);
            int answer = LibC.ask(SENDTO, socket, content.address(), packet.length, DONT_WAIT_NO_SIGNAL,
                    address.address(), address.byteSize());
            if (answer != -AGAIN) {
                Reason.checked(answer, "write to the system log at " + path);
            }
        }
    }

    @Override
    public void close() {
        LibC.ask(LibC.function("close"), socket, 0, 0, 0, 0, 0);
    }
}
