package jmonit.protocol.state;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A test, as after {@code if failed} in a control file, and what is expected of Monit and of us. */
record Row(String name, String test, Kind kind, Set<State> alone) {

    enum Kind {
        /** Passes while the server is healthy; asked in all states. */
        RIGHT,
        /** Passes as long as the port is open; asked in all states. */
        OPEN,
        /** Passes while the server is healthy; not asked again. */
        ACCEPTED,
        /** Fails at a healthy server. */
        REFUSED,
        /** Asked of a server of another kind, and nobody says what comes of it, as long as both find the same. */
        ASTRAY
    }

    private static final Pattern PROTOCOL = Pattern.compile("protocol (\\S+)");
    private static final String HURRY = " with timeout 1 seconds";

    static Row right(String name, String test) {
        return new Row(name, test, Kind.RIGHT, Set.of());
    }

    static Row open(String name, String test) {
        return new Row(name, test, Kind.OPEN, Set.of());
    }

    static Row accepted(String name, String test) {
        return new Row(name, test, Kind.ACCEPTED, Set.of());
    }

    static Row refused(String name, String test) {
        return new Row(name, test, Kind.REFUSED, Set.of());
    }

    static Row astray(String name, String test) {
        return new Row(name, test + HURRY, Kind.ASTRAY, Set.of());
    }

    /** A protocol over TLS, asked at a place with a fresh certificate, at one with an expired one, both self-signed, and without TLS. */
    static List<Row> encrypted(String name, String fresh, String expired, String plain, String protocol) {
        var verify = protocol + " with ssl options {verify: enable}";
        var trusting = protocol + " with ssl options {verify: enable, selfsigned: allow}";
        var careless = protocol + " with ssl options {verify: disable}";
        return List.of(right(name + " over TLS", fresh + careless),
                refused(name + ": self-signed, verified", fresh + verify),
                accepted(name + ": self-signed, allowed", fresh + trusting),
                accepted(name + ": valid for days", fresh + careless + " certificate valid > 10 days"),
                refused(name + ": not valid for so many days", fresh + careless + " certificate valid > 90 days"),
                accepted(name + ": expired, not verified", expired + careless),
                refused(name + ": expired, verified", expired + trusting),
                refused(name + ": expired, valid for days", expired + careless + " certificate valid > 10 days"),
                refused(name + ": TLS at a port without", plain + careless + HURRY));
    }

    /** The same tests with a remark: Monit alone finds the opposite in these states. */
    Row monitAlone(State... states) {
        return new Row(name, test, kind, Set.of(states));
    }

    /** The word of a control file; none where nothing is said, or only with send and expect. */
    Optional<String> protocol() {
        var found = PROTOCOL.matcher(test);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    boolean askedIn(State state) {
        return state == State.HEALTHY || kind == Kind.RIGHT || kind == Kind.OPEN;
    }

    /** In a control file; a server that hangs shall not cost much. */
    String test(State state) {
        return state == State.HUNG && !test.endsWith(HURRY) ? test + HURRY : test;
    }

    /** What we shall find. */
    boolean passes(State state, boolean monits) {
        return switch (kind) {
            case OPEN -> state != State.STOPPED;
            case RIGHT, ACCEPTED -> state == State.HEALTHY;
            case REFUSED -> false;
            case ASTRAY -> monits != alone.contains(state);
        };
    }
}
