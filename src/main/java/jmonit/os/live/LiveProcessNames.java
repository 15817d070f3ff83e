package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.os.ProcessNames;

/** The processes in {@code /proc}. */
public final class LiveProcessNames implements ProcessNames {

    private static final int PARENT = 1;
    private static final int STARTED = 19;

    private final Path proc;
    private final long self;

    public LiveProcessNames() {
        this(Path.of("/proc"), ProcessHandle.current().pid());
    }

    LiveProcessNames(Path proc, long self) {
        this.proc = proc;
        this.self = self;
    }

    @Override
    public List<Named> list() throws IOException {
        var names = new ArrayList<Named>();
        for (var name : new LiveFiles().list(proc.toString()).stream().filter(n -> n.matches("\\d+")).sorted().toList()) {
            named(Long.parseLong(name)).filter(n -> n.pid() != self).ifPresent(names::add);
        }
        return List.copyOf(names);
    }

    /** Empty for a process that is gone again, or that we may not look at. */
    private Optional<Named> named(long pid) {
        var folder = proc.resolve(Long.toString(pid));
        try {
            var stat = new String(Files.readAllBytes(folder.resolve("stat")), UTF_8);
            var end = stat.lastIndexOf(')');
            var columns = stat.substring(end + 2).split(" ");
            var command = new String(Files.readAllBytes(folder.resolve("cmdline")), UTF_8).replace('\0', ' ').strip();
            return Optional.of(new Named(pid, Long.parseLong(columns[PARENT]), Long.parseLong(columns[STARTED]),
                    command.isEmpty() ? stat.substring(stat.indexOf('(') + 1, end) : command));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
