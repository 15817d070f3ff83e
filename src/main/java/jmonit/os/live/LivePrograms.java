package jmonit.os.live;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;

import jmonit.os.Accounts;
import jmonit.os.Ended;
import jmonit.os.Launch;
import jmonit.os.Programs;
import jmonit.os.Running;

/** Programs of this machine, started with posix_spawn(3); as another user through setpriv(1), which keeps the process id. */
public final class LivePrograms implements Programs {

    private static final int SIGCHLD = 17;
    private static final int DEFAULT = 0;

    private final OtherUser users;
    private final ChildWatch watch = new ChildWatch();

    public LivePrograms(Accounts accounts) {
        users = new OtherUser(requireNonNull(accounts, "accounts"));
        // Whoever started us may have had SIGCHLD ignored: then the kernel would reap our children, and their status would be lost.
        LibC.call(LibC.function("signal"), SIGCHLD, DEFAULT, 0, 0, 0, 0);
    }

    @Override
    public Running start(Launch launch) {
        try {
            return launch.as().isMyself() ? Child.start(launch, watch) : disguised(launch);
        } catch (IOException e) {
            return new NeverRan(Ended.refused(e.getMessage()));
        }
    }

    private Running disguised(Launch launch) throws IOException {
        var changed = changed(launch);
        try {
            return new OtherUser.Disguised(Child.start(changed, watch), launch.program());
        } catch (IOException e) {
            throw new IOException("cannot run " + changed.program() + " to become another user: " + e.getMessage(), e);
        }
    }

    private Launch changed(Launch launch) throws IOException {
        var words = new ArrayList<String>(users.prefix(launch.as()));
        words.addAll(launch.words());
        var environment = new HashMap<>(launch.environment());
        users.home(launch.as()).ifPresent(home -> environment.put("HOME", home));
        return new Launch(words, launch.as(), environment, launch.limit(), launch.input());
    }

    private record NeverRan(Ended ended) implements Running {

        @Override
        public long pid() {
            return 0;
        }

        @Override
        public Optional<Ended> await(Duration patience) {
            return Optional.of(ended);
        }

        @Override
        public Optional<Ended> kill(Duration grace) {
            return Optional.of(ended);
        }
    }
}
