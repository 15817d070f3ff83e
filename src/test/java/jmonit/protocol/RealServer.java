package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server from the packages of this machine, started for one test in the foreground, with a folder and a port of its own, and ended with all it
 * has started. {@code try (var redis = RealServer.start(folder, "redis-server", "--port", port + "").awaitPort(port)) { … }}
 */
public final class RealServer implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final List<String> PLACES = List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/local/bin", "/usr/local/sbin");

    private final Process process;
    private final Path output;

    private RealServer(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** The test is skipped where the program is missing; a name without a slash is looked for in the usual places. Runs in {@code folder}. */
    public static RealServer start(Path folder, String program, String... arguments) throws IOException {
        var output = folder.resolve("output-of-" + Path.of(program).getFileName());
        var command = Stream.concat(Stream.of(program(program)), Stream.of(arguments)).toList();
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile()).start();
        return new RealServer(process, output);
    }

    /** Where a program is; the test is skipped where it is nowhere. */
    public static String program(String name) {
        var paths = name.contains("/") ? Stream.of(Path.of(name)) : PLACES.stream().map(p -> Path.of(p, name));
        var found = paths.filter(Files::isExecutable).findFirst();
        assumeTrue(found.isPresent(), name + " is not installed");
        return found.orElseThrow().toString();
    }

    /** Runs a program to its end, such as one that makes keys or accounts, and returns what it said. */
    public static String run(Path folder, String program, String... arguments) throws IOException, InterruptedException {
        try (var server = start(folder, program, arguments)) {
            server.process.waitFor(PATIENCE, TimeUnit.NANOSECONDS);
            assertEquals(0, server.process.exitValue(), server::output);
            return server.output();
        }
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Until it takes connections on this port of 127.0.0.1. */
    public RealServer awaitPort(int port) throws InterruptedException {
        return await("no connection to port " + port, () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return true;
            }
        });
    }

    public RealServer awaitSocket(Path path) throws InterruptedException {
        return await("no connection to " + path, () -> {
            try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                return channel.connect(UnixDomainSocketAddress.of(path));
            }
        });
    }

    /** Until its output holds this text. */
    public RealServer awaitOutput(String text) throws InterruptedException {
        return await("it did not say \"" + text + "\"", () -> output().contains(text));
    }

    /** An {@link IOException} of {@code ready} means "not yet"; a server that ends before is complained about with all it said. */
    public RealServer await(String complaint, Callable<Boolean> ready) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE;
        while (!is(ready)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                var said = output();
                close();
                throw new AssertionError(complaint + ": " + said);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return this;
    }

    /** For what else a test waits; as above. */
    public static void until(String complaint, Callable<Boolean> ready) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE;
        while (!is(ready)) {
            assertTrue(System.nanoTime() < end, complaint);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean is(Callable<Boolean> ready) {
        try {
            return ready.call();
        } catch (IOException e) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hangs: its port still takes connections, nobody answers. */
    public void suspend() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        // Children may end between the question who they are and the signal.
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).map(h -> String.valueOf(h.pid()));
        var command = Stream.concat(Stream.of("/bin/kill", name), all).toList();
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor();
    }

    public String output() {
        try {
            return Files.readString(output, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever it was in the middle of: the folder is thrown away. */
    @Override
    public void close() throws InterruptedException {
        // The parent first, or it would start new children in the place of those that ended.
        var children = process.descendants().toList();
        process.destroyForcibly();
        process.waitFor(PATIENCE, TimeUnit.NANOSECONDS);
        children.forEach(ProcessHandle::destroyForcibly);
        // Asking whether they run is quick; Java notices the end of another's child only after a second.
        until("a process does not end: " + children, () -> children.stream().noneMatch(ProcessHandle::isAlive));
    }
}
