package jmonit;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jmonit.config.ControlSocket;
import jmonit.os.live.LiveAccounts;
import jmonit.os.live.LiveHost;

/**
 * What the launcher runs once, to record what commands load. Whatever is recorded is loaded by each command, needed or not: so "ask" is for
 * those that only ask a daemon, and plays no more than that, and "cli" is for all others. The daemon in it says the same again and again.
 * Further arguments are a control file to check, one whose set httpd names a socket, and that socket.
 */
final class Rehearsal {

    private static final String TEXT = answer("text/plain", "Monit uptime: 0m\n\033[0;90m│\033[0m system \033[0;90m│\033[0m\n");
    private static final String JSON = answer("application/json",
            "{\"status\":\"ok\",\"services\":[{\"name\":\"system\",\"age\":1.5}],\"groups\":[],"
            + "\"results\":[{\"service\":\"system\",\"state\":\"done\",\"reason\":\"\"}]}");
    private static final int HEAD = 4096;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private Rehearsal() {
    }

    public static void main(String[] arguments) throws IOException {
        String controlFile = arguments[2];
        if (arguments[0].equals("ask")) {
            var control = control(controlFile);
            Files.createDirectories(Path.of(control.folder()), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            play(Path.of(control.path()), () -> ask(controlFile));
        } else {
            play(Path.of(arguments[3]), () -> {
                Main.run("-tv", "-c", arguments[1]);
                ask(controlFile);
            });
        }
    }

    private static ControlSocket control(String controlFile) {
        return ControlSocket.of(controlFile, new LiveHost(new LiveAccounts()), System.getenv().getOrDefault("XDG_RUNTIME_DIR", ""));
    }

    private static void ask(String controlFile) {
        Main.run("-V");
        Main.run("summary", "-c", controlFile);
        Main.run("-B", "status", "-c", controlFile);
        Main.run("__complete", "services", "-c", controlFile);
        Main.run("start", "system", "-c", controlFile);
    }

    private static void play(Path socket, Runnable part) throws IOException {
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofPlatform().daemon().start(() -> serve(server));
            part.run();
        } finally {
            Files.deleteIfExists(socket);
        }
    }

    private static String answer(String type, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 200 OK\r\nServer: jmonit\r\nContent-Length: " + length + "\r\nContent-Type: " + type + "\r\n\r\n" + body;
    }

    private static void serve(ServerSocketChannel server) {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                var question = ByteBuffer.allocate(HEAD);
                client.read(question);
                // Waiting is part of the play, too.
                LockSupport.parkNanos(PAUSE);
                String line = StandardCharsets.UTF_8.decode(question.flip()).toString();
                boolean json = line.startsWith("GET /") || line.startsWith("POST /api/");
                client.write(StandardCharsets.UTF_8.encode(json ? JSON : TEXT));
            } catch (IOException e) {
                // The rehearsal is over, or goes on without this answer.
            }
        }
    }
}
