package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

import jmonit.os.Supervisor;

/** Listens at the Unix socket that the environment names. */
public final class LiveSupervisor implements Supervisor {

    private final String socket;
    private final Optional<Duration> patience;

    private LiveSupervisor(String socket, Optional<Duration> patience) {
        this.socket = socket;
        this.patience = patience;
    }

    /** What this environment tells the process of this number. */
    public static Supervisor of(Map<String, String> environment, long pid) {
        String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
        return switch (socket.isEmpty() ? ' ' : socket.charAt(0)) {
            case '/' -> new LiveSupervisor(socket, patience(environment, pid));
            // A name outside the file system: to the kernel it begins with a zero.
            case '@' -> new LiveSupervisor('\0' + socket.substring(1), patience(environment, pid));
            default -> NOBODY;
        };
    }

    private static Optional<Duration> patience(Map<String, String> environment, long pid) {
        String own = Long.toString(pid);
        String time = environment.getOrDefault("WATCHDOG_USEC", "");
        boolean meant = environment.getOrDefault("WATCHDOG_PID", own).equals(own) && time.matches("[1-9][0-9]{0,14}");
        return meant ? Optional.of(Duration.of(Long.parseLong(time), ChronoUnit.MICROS)) : Optional.empty();
    }

    @Override
    public void tell(String news) throws IOException {
        try (var wire = NativeSocket.open(NativeSocket.UNIX, NativeSocket.DATAGRAM, 0)) {
            wire.connect(socket);
            wire.send(news.getBytes(UTF_8));
        }
    }

    @Override
    public Optional<Duration> patience() {
        return patience;
    }
}
