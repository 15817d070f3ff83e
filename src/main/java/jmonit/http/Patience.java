package jmonit.http;

import java.io.IOException;
import java.nio.channels.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long a connection may take for what it does. One thread works, another one watches and cuts it off when it has been too slow. */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final BlockingQueue<Duration> limits = new LinkedBlockingQueue<>();

    /** From now on that much time. */
    void allow(Duration time) {
        limits.add(time);
    }

    void over() {
        limits.add(Duration.ZERO);
    }

    /** Closes the channel in the end, however it comes. */
    void watch(Channel client, Duration first) {
        try (client) {
            for (Duration limit = first; limit.isPositive();) {
                limit = Optional.ofNullable(limits.poll(limit.toMillis(), TimeUnit.MILLISECONDS)).orElse(Duration.ZERO);
            }
        } catch (IOException e) {
            LOG.debug("A connection could not be closed -- {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
