package jmonit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jmonit.catalog.Look;
import jmonit.model.Limits;
import jmonit.model.MachineServices;
import jmonit.model.Presence;
import jmonit.model.Reading;
import jmonit.model.Sample;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.os.FakeVitals;
import org.junit.jupiter.api.Test;

class SystemSamplerTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void tellsMemoryAndSwapInBytesAndShares() {
        var sample = first(new SystemSampler(new FakeVitals(FakeVitals.state())));

        assertEquals(Optional.of(250.0), sample.readings().amount("memory", Unit.BYTES));
        assertEquals(Optional.of(25.0), sample.readings().amount("memory", Unit.PERCENT));
        assertEquals(Optional.of(25.0), sample.readings().amount("swap", Unit.PERCENT));
    }

    @Test
    void dividesTheLoadByTheCores() {
        var sample = first(new SystemSampler(new FakeVitals(FakeVitals.state())));

        assertEquals(Optional.of(1.0), sample.readings().amount("loadavg.1", Unit.LOAD));
        assertEquals(Optional.of(0.5), sample.readings().amount("loadavg.1.core", Unit.LOAD));
    }

    @Test
    void tellsWhenTheMachineWasStarted() {
        var sample = first(new SystemSampler(new FakeVitals(FakeVitals.state())));

        assertEquals(new Reading.Moment(NOON.minusSeconds(60)), sample.readings().of("boot"));
        assertEquals(Optional.of(60_000.0), sample.readings().amount("uptime", Unit.MILLISECONDS));
    }

    @Test
    void needsTwoLooksForTheKindsOfProcessorUse() {
        var sample = first(new SystemSampler(new FakeVitals(FakeVitals.state(100, 0, 50, 500))));

        assertInstanceOf(Reading.Absent.class, sample.readings().of("cpu.user", Unit.PERCENT));
        assertEquals(Optional.of(0.0), sample.readings().amount("cpu", Unit.PERCENT));
    }

    @Test
    void countsUserAndSystemAloneAsUseOfTheProcessor() {
        var sampler = new SystemSampler(new FakeVitals(FakeVitals.state(100, 0, 50, 500, 0, 0, 0, 0, 30), FakeVitals.state(120, 40, 60, 520,
                5, 0, 5, 0, 50)));

        var second = sampler.look(look(first(sampler).trace(), 1));

        assertEquals(Optional.of(20.0), second.readings().amount("cpu.user", Unit.PERCENT));
        assertEquals(Optional.of(40.0), second.readings().amount("cpu.nice", Unit.PERCENT));
        assertEquals(Optional.of(5.0), second.readings().amount("cpu.wait", Unit.PERCENT));
        assertEquals(Optional.of(20.0), second.readings().amount("cpu.guest", Unit.PERCENT));
        assertEquals(Optional.of(30.0), second.readings().amount("cpu", Unit.PERCENT));
    }

    @Test
    void beginsAnewAfterARestartOfTheMachine() {
        var sampler = new SystemSampler(new FakeVitals(FakeVitals.state(100, 0, 50, 500), FakeVitals.state(120, 0, 60, 520)));

        var second = sampler.look(look(first(sampler).trace(), 61));

        assertInstanceOf(Reading.Absent.class, second.readings().of("cpu.user", Unit.PERCENT));
    }

    @Test
    void saysWhyAMachineCannotBeRead() {
        var sample = first(new SystemSampler(new FakeVitals()));

        assertEquals(new Presence.Unreadable("cannot read /proc/stat: permission denied"), sample.presence());
    }

    private static Sample first(SystemSampler sampler) {
        return sampler.look(look(Trace.NONE, 0));
    }

    private static Look look(Trace trace, long seconds) {
        return new Look(MachineServices.system(), new Limits(Map.of(), Map.of()), trace, NOON.plusSeconds(seconds));
    }
}
