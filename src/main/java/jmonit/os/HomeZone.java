package jmonit.os;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TimeZone;

/** The time zone of this machine. */
public final class HomeZone {

    private static final Set<String> UNIVERSAL = Set.of("UTC", "UCT", "GMT", "GMT0", "Greenwich", "Universal", "Zulu",
            "Etc/UTC", "Etc/UCT", "Etc/GMT", "Etc/GMT0", "Etc/Greenwich", "Etc/Universal", "Etc/Zulu");

    private HomeZone() {
    }

    public static ZoneId id() {
        return of(TimeZone.getDefault());
    }

    /** For a zone with a name Java opens every jar, in search of more rules for zones; where none are needed, it is not asked. */
    static ZoneId of(TimeZone zone) {
        return UNIVERSAL.contains(zone.getID()) ? ZoneOffset.UTC : zone.toZoneId();
    }
}
