package jmonit.format;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a snapshot does not hold: which daemon speaks, since when, and where it runs.
 *
 * @param logins what a receiver may log in with; nothing but an operator's explicit wish puts one in
 * @param hostGroups which groups of machines this one joins where it is received
 */
public record Instance(Program program, Incarnation incarnation, Place place, List<Login> logins, List<String> hostGroups) {

    public Instance {
        logins = List.copyOf(logins);
        hostGroups = List.copyOf(hostGroups);
    }

    /** One that joins none. */
    public Instance(Program program, Incarnation incarnation, Place place, List<Login> logins) {
        this(program, incarnation, place, logins, List.of());
    }

    /** The name and the version that readers are told: "Monit", "5.33.0". */
    public record Program(String name, String version) {
    }

    /** {@code id} stays for ever, {@code started} as long as the daemon lives; {@code began} is another with each start and each reload. */
    public record Incarnation(String id, Instant started, Instant began) {

        Duration age(Instant now) {
            return between(began, now);
        }

        /** Monit's texts tell this one, its documents the other. */
        Duration life(Instant now) {
            return between(started, now);
        }

        private static Duration between(Instant then, Instant now) {
            return now.isAfter(then) ? Duration.between(then, now) : Duration.ZERO;
        }
    }

    /** {@code zone} is the one moments are told in. */
    public record Place(String host, ZoneId zone, String controlFile, Platform platform) {
    }

    /** As uname(2) tells it; sizes in bytes. */
    public record Platform(String name, String release, String version, String machine, int processors, long memory, long swap) {
    }

    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
