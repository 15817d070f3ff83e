package jmonit.protocol.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jmonit.protocol.RealServer;

/** A folder that any user may write to, with two self-signed certificates, {@code fresh} and {@code expired}, and the servers started there. */
record Site(Path folder, Queue<RealServer> started) implements AutoCloseable {

    /** Makes the certificates, which all sites below share. */
    static Site make(Path folder) throws IOException, InterruptedException {
        open(folder);
        RealServer.run(folder, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=plum", "-days", "30", "-keyout",
                folder + "/fresh.key", "-out", folder + "/fresh.crt");
        RealServer.run(folder, "openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=plum", "-keyout", folder + "/expired.key", "-out",
                folder + "/request");
        RealServer.run(folder, "openssl", "x509", "-req", "-in", folder + "/request", "-signkey", folder + "/expired.key", "-days", "-1", "-out",
                folder + "/expired.crt");
        for (var name : new String[] {"fresh", "expired"}) {
            var crt = folder.resolve(name + ".crt");
            var key = folder.resolve(name + ".key");
            Files.writeString(folder.resolve(name + ".pem"), Files.readString(key) + Files.readString(crt));
        }
        return new Site(folder, new ConcurrentLinkedQueue<>());
    }

    Site below(String name) throws IOException {
        var own = open(Files.createDirectory(folder.resolve(name)));
        try (var made = Files.newDirectoryStream(folder, "{fresh,expired}.*")) {
            for (var file : made) {
                Files.setPosixFilePermissions(Files.copy(file, own.resolve(file.getFileName())), PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
        return new Site(own, started);
    }

    /** For servers that would write into the same file. */
    Site in(String name) throws IOException {
        return new Site(open(Files.createDirectory(folder.resolve(name))), started);
    }

    private static Path open(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** A file; FOLDER stands for this folder, PORT1 … for the ports. */
    String write(String name, String text, int... ports) throws IOException {
        var filled = text.replace("FOLDER", folder.toString());
        for (var i = 0; i < ports.length; i++) {
            filled = filled.replace("PORT" + (i + 1), ports[i] + "");
        }
        var file = Files.writeString(folder.resolve(name), filled);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--")).toString();
    }

    RealServer start(String program, String... arguments) throws IOException {
        var server = RealServer.start(folder, program, arguments);
        started.add(server);
        return server;
    }

    String run(String program, String... arguments) throws IOException, InterruptedException {
        return RealServer.run(folder, program, arguments);
    }

    void suspend() throws IOException, InterruptedException {
        for (var server : started) {
            server.suspend();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (var server : started) {
            server.close();
        }
    }
}
