package jmonit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.model.Readings.Notes;

class ReadingsTest {

    @Test
    void tellOneValueForEachUnit() {
        var readings = new Notes().amount("memory", Unit.BYTES, 5).amount("memory", Unit.PERCENT, 7).readings();

        assertEquals(5, readings.amount("memory", Unit.BYTES).orElseThrow());
        assertEquals(7, readings.amount("memory", Unit.PERCENT).orElseThrow());
        assertEquals(new Reading.Absent("no reading of memory"), readings.of("memory"));
        assertFalse(readings.has("memory", Unit.COUNT));
    }

    @Test
    void keepWhatWasNotedLast() {
        var readings = new Notes().absent("pid", Unit.COUNT, "not yet").text("state", "running").count("pid", 7).readings();

        assertEquals(7, readings.amount("pid", Unit.COUNT).orElseThrow());
        assertEquals(List.of("pid", "state"), readings.values().keySet().stream().map(Readings.Key::metric).toList());
    }

    @Test
    void areAlikeWhenTheirValuesAre() {
        assertEquals(new Notes().count("pid", 7).text("state", "x").readings(), new Notes().text("state", "x").count("pid", 7).readings());
        assertNotEquals(new Notes().count("pid", 7).readings(), new Notes().count("pid", 8).readings());
        assertTrue(Readings.NONE.values().isEmpty());
    }
}
