package jmonit.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that was done about a service, and how it went.
 *
 * @param deed "start", or "exec: '/bin/page'"
 * @param how how its program ended, in words; empty where it did not run, or runs still
 * @param because what is said about it where it failed
 */
public record Attempt(String deed, Instant at, Progress progress, Duration took, String how, String because) {

    public enum Progress {
        UNDER_WAY, DONE, FAILED
    }

    public static Attempt begun(String deed, Instant at) {
        return new Attempt(deed, at, Progress.UNDER_WAY, Duration.ZERO, "", "");
    }

    public Attempt ended(Progress end, Duration duration, String words, String reason) {
        return new Attempt(deed, at, end, duration, words, reason);
    }
}
