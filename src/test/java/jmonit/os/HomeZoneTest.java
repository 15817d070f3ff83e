package jmonit.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;

import org.junit.jupiter.api.Test;

class HomeZoneTest {

    private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00Z");

    @Test
    void knowsSummer() {
        assertEquals(ZoneOffset.ofHours(2), HomeZone.of(TimeZone.getTimeZone("Europe/Berlin")).getRules().getOffset(SUMMER));
        assertEquals(ZoneOffset.ofHours(1), HomeZone.of(TimeZone.getTimeZone("Europe/London")).getRules().getOffset(SUMMER));
        assertEquals(ZoneId.of("America/New_York"), HomeZone.of(TimeZone.getTimeZone("America/New_York")));
    }

    @Test
    void looksUpNoRulesForTheTimeOfTheWorld() {
        for (String name : List.of("UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "Universal")) {
            assertEquals(ZoneOffset.UTC, HomeZone.of(TimeZone.getTimeZone(name)), name);
            assertTrue(ZoneId.of(name).getRules().isFixedOffset(), name);
            assertEquals(ZoneOffset.UTC, ZoneId.of(name).getRules().getOffset(SUMMER), name);
        }
    }
}
