package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSyslogTest {

    private static final int ROOM = 1024;

    @TempDir
    private Path folder;

    @Test
    void sendsAPacketToWhoeverHasTheNameNow() throws IOException {
        var name = folder.resolve("log").toString();

        try (var syslog = new LiveSyslog(name); var receiver = new Receiver(name)) {
            syslog.send("<14>first".getBytes(UTF_8));
            syslog.send("<14>grüße".getBytes(UTF_8));

            assertEquals("<14>first", receiver.receive());
            assertEquals("<14>grüße", receiver.receive());
        }
    }

    @Test
    void losesWhatThereIsNoRoomForInsteadOfWaiting() throws IOException {
        var name = folder.resolve("log").toString();

        try (var syslog = new LiveSyslog(name); var _ = new Receiver(name)) {
            for (var i = 0; i < 5000; i++) {
                syslog.send("x".repeat(ROOM).getBytes(UTF_8));
            }
        }
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        var name = folder.resolve("log").toString();

        try (var syslog = new LiveSyslog(name)) {
            assertEquals("cannot write to the system log at " + name + ": No such file or directory",
                    assertThrows(IOException.class, () -> syslog.send(new byte[] {'x'})).getMessage());
        }
    }

    /** The other end, which Java does not have either. */
    private static final class Receiver implements AutoCloseable {

        private final int socket;

        Receiver(String name) throws IOException {
            socket = Reason.checked(LibC.ask(LibC.function("socket"), 1, 2, 0, 0, 0, 0), "open a socket");
            try (var arena = Arena.ofConfined()) {
                var address = arena.allocate(110, 2);
                address.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
                address.setString(2, name);
                Reason.checked(LibC.ask(LibC.function("bind"), socket, address.address(), address.byteSize(), 0, 0, 0), "bind");
            }
        }

        String receive() throws IOException {
            try (var arena = Arena.ofConfined()) {
                var room = arena.allocate(ROOM);
                int length = Reason.checked(LibC.ask(LibC.function("recv"), socket, room.address(), ROOM, 0x40, 0, 0), "receive");
                return new String(room.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), UTF_8);
            }
        }

        @Override
        public void close() {
            LibC.ask(LibC.function("close"), socket, 0, 0, 0, 0, 0);
        }
    }
}
