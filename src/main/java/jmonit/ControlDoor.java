package jmonit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

import jmonit.config.ControlSocket;
import jmonit.config.Machine;
import jmonit.http.WebServer;

/** The socket of the command line, in a folder that nobody else can write to. */
record ControlDoor(ControlSocket socket, Machine machine) {

    WebServer open(WebServer.Service service, WebServer.Machine ports) throws IOException {
        makeFolder();
        return WebServer.alone(socket.path(), user(), service, ports);
    }

    String user() {
        return machine.host().userName();
    }

    private void makeFolder() throws IOException {
        try {
            Files.createDirectory(Path.of(socket.folder()), PosixFilePermissions.asFileAttribute(permissions()));
            // What the umask took away.
            Files.setPosixFilePermissions(Path.of(socket.folder()), permissions());
        } catch (FileAlreadyExistsException e) {
            // Of an earlier daemon, or somebody's trap: that is looked at now.
        }
        if (!socket.check(machine.files())) {
            throw new IOException("the folder " + socket.folder() + " vanished");
        }
    }

    private Set<PosixFilePermission> permissions() {
        var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
        if (socket.mode() == ControlSocket.MODE_OF_ROOT) {
            permissions.addAll(PosixFilePermissions.fromString("---r-xr-x"));
        }
        return permissions;
    }
}
