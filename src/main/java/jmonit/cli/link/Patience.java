package jmonit.cli.link;

import java.time.Duration;

/**
 * How long an answer may take.
 *
 * @param idle for the next bytes of it
 * @param whole for all of it
 * @param waiting is told now and then that nothing came yet
 */
public record Patience(Duration idle, Duration whole, Runnable waiting) {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration WHOLE = Duration.ofSeconds(120);

    /** For what a daemon knows without thinking. */
    public static final Patience USUAL = new Patience(IDLE, WHOLE, () -> {
    });

    /** For what it may think about so long before it answers. */
    public static Patience of(Duration thinking, Runnable waiting) {
        return new Patience(IDLE.plus(thinking), WHOLE.plus(thinking), waiting);
    }
}
