package jmonit.history;

import java.io.IOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells once when something begins to fail, and once when it is over. One thread. */
final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private final String begin;
    private final String end;
    private boolean there;

    Trouble(String begin, String end) {
        this.begin = begin;
        this.end = end;
    }

    void met(IOException e) {
        if (!there) {
            LOG.error("{} -- {}", begin, e.getMessage());
        }
        there = true;
    }

    void fault(RuntimeException e) {
        if (!there) {
            LOG.error("{} because of a fault in jmonit", begin, e);
        }
        there = true;
    }

    void over() {
        if (there) {
            LOG.info(end);
        }
        there = false;
    }
}
