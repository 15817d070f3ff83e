package jmonit.os;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Whoever started the daemon and watches over it, such as systemd. */
public interface Supervisor {

    /** Nobody does. */
    Supervisor NOBODY = new Supervisor() {

        @Override
        public void tell(String news) {
            // Nobody listens.
        }

        @Override
        public Optional<Duration> patience() {
            return Optional.empty();
        }
    };

    /** Lines like {@code READY=1}, in the words of sd_notify(3). Waits for nobody. */
    void tell(String news) throws IOException;

    /** How long it waits for {@code WATCHDOG=1} before it ends the daemon, where it does so at all. */
    Optional<Duration> patience();
}
