package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.os.Wire;

class LiveDialerTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final byte[] PING = {'p', 'i', 'n', 'g'};

    @TempDir
    private Path directory;

    private final LiveDialer dialer = new LiveDialer();

    @AfterEach
    void close() {
        dialer.close();
    }

    @Test
    void talksOverTcp() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var wire = dial(tcp(server.getLocalPort())); var other = server.accept()) {
            wire.send(PING);
            assertArrayEquals(PING, other.getInputStream().readNBytes(PING.length));

            other.getOutputStream().write(PING);
            assertArrayEquals(PING, received(wire));

            other.close();
            assertEquals(-1, wire.receive(new byte[1]));
        }
    }

    private static byte[] received(Wire wire) throws IOException {
        var into = new byte[PING.length];
        assertEquals(PING.length, wire.receive(into));
        return into;
    }

    @Test
    void waitsForAnAnswerNoLongerThanItsPatience() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress()); var wire = dial(tcp(server.getLocalPort()))) {
            assertEquals(Wire.NO_ANSWER, assertThrows(IOException.class, () -> wire.receive(new byte[1])).getMessage());
            assertTrue(wire.elapsed().compareTo(PATIENCE) >= 0);
        }
    }

    /** A command waits for minutes until a service is started, and shows meanwhile that it waits. */
    @Test
    void canBeAskedAgainWhereItEndures() throws Exception {
        try (var patient = LiveDialer.enduring(); var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var wire = patient.dial(tcp(server.getLocalPort()), SHORT); var other = server.accept()) {
            waitsEachTime(wire);
            other.getOutputStream().write(PING);

            assertArrayEquals(PING, received(wire));
        }
    }

    @Test
    void canBeAskedAgainOverAUnixSocketThatEndures() throws Exception {
        var path = directory.resolve("s");
        try (var patient = LiveDialer.enduring(); var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
                var wire = patient.dial(new Endpoint.Unix(path.toString(), false), SHORT); var other = server.accept()) {
            waitsEachTime(wire);
            other.write(ByteBuffer.wrap(PING));

            assertArrayEquals(PING, received(wire));
        }
    }

    /** More often than a conversation has waits that does not endure. */
    private static void waitsEachTime(Wire wire) {
        var times = 15;
        for (var time = 0; time < times; time++) {
            assertEquals(Wire.NO_ANSWER, assertThrows(IOException.class, () -> wire.receive(new byte[1])).getMessage());
        }
        assertTrue(wire.elapsed().compareTo(SHORT.multipliedBy(times)) >= 0);
    }

    @Test
    void saysThatAConnectionIsRefused() throws Exception {
        assertEquals("Connection refused", failure(tcp(freePort())));
    }

    @Test
    void saysThatNobodyTookTheConnectionInTime() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var first = SocketChannel.open(server.getLocalSocketAddress()); var second = SocketChannel.open(server.getLocalSocketAddress())) {
            assertTrue(first.isConnected() && second.isConnected());

            assertEquals("Connection timed out", failure(tcp(server.getLocalPort())));
        }
    }

    @Test
    void saysWhyANameHasNoAddress() {
        assertEquals("Cannot resolve [127.0.0.1]:80 -- Address family for hostname not supported",
                failure(new Endpoint.Inet("127.0.0.1", 80, Family.IPV6, false, "")));
        assertEquals("Cannot resolve [no such name]:80 -- Name or service not known",
                failure(new Endpoint.Inet("no such name", 80, Family.ANY, false, "")));
    }

    @Test
    void comesFromTheAddressItIsTold() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                var wire = dial(new Endpoint.Inet("127.0.0.1", server.getLocalPort(), Family.ANY, false, "127.0.0.5"));
                var other = server.accept()) {
            wire.send(PING);

            assertEquals(InetAddress.ofLiteral("127.0.0.5"), other.getInetAddress());
        }
    }

    @Test
    void saysThatItCannotComeFromAnAddressOfAnotherMachine() {
        assertEquals("Cannot bind to outgoing address -- Cannot assign requested address",
                failure(new Endpoint.Inet("127.0.0.1", 80, Family.ANY, false, "10.99.88.77")));
    }

    @Test
    void noticesThatDatagramsAreRefused() throws Exception {
        try (var wire = dial(new Endpoint.Inet("127.0.0.1", freePort(), Family.ANY, true, ""))) {
            wire.send(new byte[1]);

            assertEquals("Connection refused", assertThrows(IOException.class, () -> wire.listen(PATIENCE)).getMessage());
        }
    }

    @Test
    void takesSilenceForAnOpenDatagramPort() throws Exception {
        try (var server = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
                var wire = dial(new Endpoint.Inet("127.0.0.1", server.getLocalPort(), Family.ANY, true, ""))) {
            wire.send(PING);
            wire.listen(Duration.ofMillis(20));

            var packet = new DatagramPacket(new byte[9], 9);
            server.receive(packet);
            assertEquals(PING.length, packet.getLength());
            server.send(new DatagramPacket(PING, PING.length, packet.getSocketAddress()));
            assertArrayEquals(PING, received(wire));
        }
    }

    @Test
    void talksOverAUnixSocket() throws Exception {
        var path = directory.resolve("s");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
                var wire = dial(new Endpoint.Unix(path.toString(), false)); var other = server.accept()) {
            wire.send(PING);
            other.read(ByteBuffer.allocate(PING.length));
            other.write(ByteBuffer.wrap(PING));

            assertArrayEquals(PING, received(wire));
            assertEquals(Wire.NO_ANSWER, assertThrows(IOException.class, () -> wire.receive(new byte[1])).getMessage());
        }
    }

    @Test
    void saysWhatIsWrongWithAUnixSocket() throws Exception {
        var dead = directory.resolve("dead");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(dead)).close();
        var none = directory.resolve("none");

        assertEquals("Cannot create unix socket for " + none + " -- No such file or directory", failure(new Endpoint.Unix(none.toString(), false)));
        assertEquals("Cannot create unix socket for " + none + " -- No such file or directory", failure(new Endpoint.Unix(none.toString(), true)));
        assertEquals("Cannot create unix socket for " + dead + " -- Connection refused", failure(new Endpoint.Unix(dead.toString(), false)));
    }

    @Test
    void doesNotWaitInTheQueueOfABusyUnixSocket() throws Exception {
        var address = UnixDomainSocketAddress.of(directory.resolve("full"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address, 1);
                var first = SocketChannel.open(address); var second = SocketChannel.open(address)) {
            assertTrue(server.isOpen() && first.isConnected() && second.isConnected());

            assertEquals("Cannot create unix socket for " + address + " -- Resource temporarily unavailable",
                    failure(new Endpoint.Unix(address.toString(), false)));
        }
    }

    @Test
    void sendsDatagramsToAUnixSocket() throws Exception {
        var path = directory.resolve("stream");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path))) {
            assertTrue(server.isOpen());

            assertEquals("Cannot create unix socket for " + path + " -- Protocol wrong type for socket", failure(new Endpoint.Unix(path.toString(), true)));
        }
    }

    @Test
    void endsWhenItIsInterrupted() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var wire = dialer.dial(tcp(server.getLocalPort()), Duration.ofMinutes(5))) {
            var reader = Thread.ofVirtual().start(() -> assertThrows(IOException.class, () -> wire.receive(new byte[1])));
            reader.interrupt();

            assertTrue(reader.join(Duration.ofSeconds(5)));
        }
    }

    private Wire dial(Endpoint endpoint) throws IOException, InterruptedException {
        return dialer.dial(endpoint, PATIENCE);
    }

    private String failure(Endpoint endpoint) {
        return assertInstanceOf(IOException.class, assertThrows(Exception.class, () -> dial(endpoint))).getMessage();
    }

    private static Endpoint tcp(int port) {
        return new Endpoint.Inet(InetAddress.getLoopbackAddress().getHostAddress(), port, Family.ANY, false, "");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
