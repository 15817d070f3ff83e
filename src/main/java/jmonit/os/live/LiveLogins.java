package jmonit.os.live;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.os.Accounts;
import jmonit.os.Logins;

/** The accounts of this machine: groups from libc, passwords through the PAM service {@code monit}. */
public final class LiveLogins implements Logins {

    private static final Logger LOG = LoggerFactory.getLogger(LiveLogins.class);
    private static final String SERVICE = "monit";
    /** More groups than the kernel lets anybody be in at once on most machines. */
    private static final int GROUPS = 4096;
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Accounts accounts;
    private final Supplier<Optional<Pam>> pam;
    private final Patience patience = new Patience(DEADLINE);

    public LiveLogins(Accounts accounts) {
        this(accounts, Pam::load);
    }

    LiveLogins(Accounts accounts, Supplier<Optional<Pam>> pam) {
        this.accounts = accounts;
        this.pam = pam;
    }

    @Override
    public boolean member(String user, String group) {
        if (user.indexOf('\0') >= 0) {
            return false;
        }
        var gid = accounts.group(group).map(g -> g.gid());
        var account = accounts.user(user);
        return gid.isPresent() && account.isPresent() && groups(user, account.get().gid()).anyMatch(g -> g == gid.get());
    }

    private static java.util.stream.LongStream groups(String user, long own) {
        try (var arena = Arena.ofConfined()) {
            var ids = arena.allocate(JAVA_INT, GROUPS);
            var count = arena.allocateFrom(JAVA_INT, GROUPS);
            LibC.call(LibC.function("getgrouplist"), arena.allocateFrom(user).address(), own, ids.address(), count.address(), 0, 0);
            int found = Math.clamp(count.get(JAVA_INT, 0), 0, GROUPS);
            return IntStream.of(ids.asSlice(0, (long) found * Integer.BYTES).toArray(JAVA_INT)).mapToLong(Integer::toUnsignedLong);
        }
    }

    /** Asked on a thread of its own: what PAM does, and how long, is up to its modules. */
    @Override
    public boolean admits(String user, String password) {
        if (user.isEmpty() || user.indexOf('\0') >= 0 || password.indexOf('\0') >= 0) {
            return false;
        }
        try {
            Optional<Pam> found = pam.get();
            if (found.isEmpty()) {
                LOG.error("Members of groups cannot log in -- this machine has no libpam.so.0");
            }
            return found.isPresent() && patience.ask("PAM for '" + user + "'", () -> found.get().admits(SERVICE, user, password));
        } catch (IOException e) {
            LOG.error("HttpRequest: {}", e.getMessage());
            return false;
        }
    }
}
