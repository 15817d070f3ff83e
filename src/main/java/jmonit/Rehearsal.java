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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What the launcher runs once, to record what everyday commands load: a control file is checked, and a daemon is asked that only says the
 * same again and again. Its arguments are a control file to check, one whose set httpd names a socket, and that socket.
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
        String controlFile = arguments[1];
        Path socket = Path.of(arguments[2]);
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofPlatform().daemon().start(() -> serve(server));
            Main.run("-V");
            Main.run("-tv", "-c", arguments[0]);
            Main.run("summary", "-c", controlFile);
            Main.run("-B", "status", "-c", controlFile);
            Main.run("__complete", "services", "-c", controlFile);
            Main.run("start", "system", "-c", controlFile);
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
