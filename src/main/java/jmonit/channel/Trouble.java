package jmonit.channel;

import java.util.concurrent.atomic.AtomicReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a trouble once, and of its end. Any thread. */
final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");

    private final AtomicReference<String> last = new AtomicReference<>("");

    /** {@code more} is said only along with what is new. */
    void is(String what, String more) {
        if (!last.getAndSet(what).equals(what)) {
            LOG.error("{}{}", what, more);
        }
    }

    void isOver(String words) {
        if (!last.getAndSet("").isEmpty()) {
            LOG.info(words);
        }
    }
}
