package jmonit.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jmonit.os.FileFacts;
import jmonit.os.Files;
import jmonit.os.Host;

/**
 * Where the daemon of a control file listens to the command line. Both sides work it out from the path of the file alone, so that a daemon
 * can be told to reload a file that has mistakes.
 *
 * @param folder holds the socket, and is as safe as {@link #check} finds it
 * @param owner the user whose daemon this is
 */
public record ControlSocket(String folder, String path, long owner) {

    /** Others may look into the folder of root, so that they can be told to ask as root; nobody else's is anybody's business. */
    public static final int MODE_OF_ROOT = 0755;
    public static final int MODE = 0700;

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int WRITABLE_BY_OTHERS = 0022;

    /**
     * The one of the running user.
     *
     * @param runtimeFolder what $XDG_RUNTIME_DIR says, empty where it says nothing
     */
    public static ControlSocket of(String controlFile, Host host, String runtimeFolder) {
        long uid = host.uid();
        if (uid == 0) {
            return ofRoot(controlFile, host);
        }
        // A path that is not absolute is to be ignored, says who invented the variable.
        return in(runtimeFolder.startsWith("/") ? runtimeFolder + "/jmonit" : "/tmp/jmonit-" + uid, uid, controlFile, host);
    }

    public static ControlSocket ofRoot(String controlFile, Host host) {
        return in("/run/jmonit", 0, controlFile, host);
    }

    /** Those a client of the running user tries in turn. */
    public static List<ControlSocket> all(String controlFile, Host host, String runtimeFolder) {
        var own = of(controlFile, host, runtimeFolder);
        return own.owner() == 0 ? List.of(own) : List.of(own, ofRoot(controlFile, host));
    }

    private static ControlSocket in(String folder, long owner, String controlFile, Host host) {
        return new ControlSocket(folder, folder + "/" + name(Path.of(host.directory()).resolve(controlFile).normalize()) + ".sock", owner);
    }

    /** FNV-1a with 64 bits: a digest would take a command ten times as long, and only the owner of the folder could profit from a clash. */
    private static String name(Path controlFile) {
        long hash = OFFSET;
        for (byte b : controlFile.toString().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        return HexFormat.of().toHexDigits(hash);
    }

    public int mode() {
        return owner == 0 ? MODE_OF_ROOT : MODE;
    }

    /** Whether the folder is there; throws where somebody else could have put a socket of his own into it. */
    public boolean check(Files files) throws IOException {
        Optional<FileFacts> found = files.facts(folder);
        if (found.isPresent()) {
            String fault = fault(found.get());
            if (!fault.isEmpty()) {
                throw new IOException("no socket in " + folder + " is to be trusted: " + fault);
            }
        }
        return found.isPresent();
    }

    private String fault(FileFacts facts) {
        if (facts.link()) {
            return "it is a symbolic link";
        }
        if (facts.kind() != FileFacts.Kind.DIRECTORY) {
            return "it is " + facts.kind().words();
        }
        if (facts.uid() != owner) {
            return "it belongs to the user with the number " + facts.uid() + ", not " + owner;
        }
        return (facts.mode() & WRITABLE_BY_OTHERS) == 0 ? "" : "others may write into it";
    }
}
