package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jmonit.model.Context;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;

class ChronicleTest {

    private final Chronicle chronicle = new Chronicle(List.of(), new Hush(new Wards(Map.of())));

    private void happens(long second, int count) {
        Instant at = Instant.EPOCH.plusSeconds(second);
        var turn = new Turn(new Now(at, Duration.ofSeconds(second), LocalDateTime.MIN));
        for (int i = 0; i < count; i++) {
            chronicle.announce(new Event(at, "f", "file", EventKind.SIZE, Event.Side.FAILED, second + "", "alert", new Origin("/m", 1)), Context.NONE, turn);
        }
    }

    @Test
    void remembersEverythingOfABurstUntilItIsTold() {
        happens(100, 1000);
        happens(102, 1000);

        assertEquals(2000, chronicle.events().size());
        assertEquals(200, chronicle.shown().size());
        assertEquals("102", chronicle.shown().getFirst().because());
    }

    @Test
    void forgetsABurstOnceItIsTold() {
        happens(100, 1000);
        happens(104, 1);

        assertEquals(200, chronicle.events().size());
        assertEquals("104", chronicle.shown().getLast().because());
    }
}
