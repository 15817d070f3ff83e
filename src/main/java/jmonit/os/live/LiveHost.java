package jmonit.os.live;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import jmonit.os.Accounts;
import jmonit.os.Host;

/** This machine, as its kernel and the environment describe it. */
public final class LiveHost implements Host {

    private static final Path SELF = Path.of("/proc/self");

    private final Path hostname;
    private final Accounts accounts;
    private final Map<String, String> environment;

    public LiveHost(Accounts accounts) {
        this(Path.of("/proc/sys/kernel/hostname"), accounts, System.getenv());
    }

    public LiveHost(Path hostname, Accounts accounts, Map<String, String> environment) {
        this.hostname = requireNonNull(hostname, "hostname");
        this.accounts = requireNonNull(accounts, "accounts");
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        try {
            return new String(Files.readAllBytes(hostname), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(Failure.to("read the host name from", hostname.toString(), e));
        }
    }

    @Override
    public long uid() {
        try {
            return Integer.toUnsignedLong((int) Files.getAttribute(SELF, "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(Failure.to("read the running user from", SELF.toString(), e));
        }
    }

    @Override
    public String userName() {
        var uid = uid();
        var account = accounts.user(uid);
        return account.isPresent() ? account.get().name() : Long.toString(uid);
    }

    @Override
    public String home() {
        var home = environment.getOrDefault("HOME", "");
        return home.isEmpty() ? accountHome() : home;
    }

    private String accountHome() {
        var account = accounts.user(uid());
        // Where login(1) puts a user without a home.
        return account.isEmpty() || account.get().home().isEmpty() ? "/" : account.get().home();
    }

    @Override
    public String directory() {
        return Path.of("").toAbsolutePath().toString();
    }
}
