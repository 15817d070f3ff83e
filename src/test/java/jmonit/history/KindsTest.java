package jmonit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.Sample;
import jmonit.model.Trace;
import jmonit.model.Unit;

class KindsTest {

    private static List<String> of(Readings.Notes notes) {
        var taken = new ArrayList<String>();
        new Kinds(Scene.LABELS).measured(new Sample(Presence.HERE, notes.readings(), Map.of(), Trace.NONE), Map.of(),
                (kind, value) -> taken.add(kind.id() + "=" + value));
        return taken;
    }

    @Test
    void areNamedForMetricAndUnit() {
        assertEquals(List.of("cpu.percent=1.5", "threads=4.0", "disk.read.bytes_per_second=7.0", "loadavg.1.load=0.25",
                "odd_m_tric.load=1.0"),
                of(new Readings.Notes().amount("cpu", Unit.PERCENT, 1.5).count("threads", 4).amount("disk.read", Unit.BYTES_PER_SECOND, 7)
                        .amount("loadavg.1", Unit.LOAD, 0.25).amount("Odd métric", Unit.LOAD, 1)));
    }

    @Test
    void areNumbersThatMeasureSomething() {
        assertEquals(List.of("memory.bytes=5.0"), of(new Readings.Notes().count("pid", 1).count("uid of www-data", 33)
                .text("state", "running").moment("start", Instant.EPOCH).absent("cpu", Unit.PERCENT, "first look")
                .amount("memory", Unit.BYTES, 5).amount("memory.total", Unit.BYTES, 6).amount("read", Unit.BYTES, 7).count("disk.write", 8)
                .amount("odd", Unit.LOAD, Double.NaN).amount("odder", Unit.LOAD, Double.POSITIVE_INFINITY)));
    }
}
