package jmonit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jmonit.catalog.Look;
import jmonit.model.Amount;
import jmonit.model.Answer;
import jmonit.model.Comparison;
import jmonit.model.Condition;
import jmonit.model.Limits;
import jmonit.model.MachineServices;
import jmonit.model.Presence;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.os.FakeInterfaces;
import jmonit.os.Link;
import jmonit.os.Link.Duplex;
import jmonit.os.Link.Traffic;
import org.junit.jupiter.api.Test;

class NetworkSamplerTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final FakeInterfaces interfaces = new FakeInterfaces().with("eth0", FakeInterfaces.link(1000, 2000));
    private final NetworkSampler sampler = new NetworkSampler(interfaces);

    @Test
    void tellsTrafficOfTheLastCycleAndInAll() {
        var first = look(MachineServices.network("eth0"), Trace.NONE, 0);
        interfaces.with("eth0", FakeInterfaces.link(26_000, 2000));

        var readings = look(MachineServices.network("eth0"), first.trace(), 2).readings();

        assertEquals(Optional.of(12_500.0), readings.amount("upload", Unit.BYTES_PER_SECOND));
        assertEquals(Optional.of(125.0), readings.amount("upload", Unit.PACKETS_PER_SECOND));
        assertEquals(Optional.of(10.0), readings.amount("saturation.upload", Unit.PERCENT));
        assertEquals(Optional.of(0.0), readings.amount("download", Unit.BYTES_PER_SECOND));
        assertEquals(Optional.of(2000.0), readings.amount("download.total", Unit.BYTES));
    }

    @Test
    void tellsNoSaturationOfALinkWithoutSpeed() {
        interfaces.with("lo", new Link(true, 0, Duplex.UNKNOWN, new Traffic(1, 1, 0), new Traffic(1, 1, 0)));

        var readings = look(MachineServices.network("lo"), Trace.NONE, 0).readings();

        assertEquals(Optional.empty(), readings.amount("saturation.upload", Unit.PERCENT));
        assertEquals(Optional.of("up"), readings.text("link.state"));
    }

    @Test
    void findsAnInterfaceByItsAddress() {
        interfaces.address("10.0.0.1", "eth0");

        assertEquals(Presence.HERE, look(MachineServices.address("10.0.0.1"), Trace.NONE, 0).presence());
        assertEquals(new Presence.Unreadable("link data collection failed -- Address 10.0.0.2 not found"),
                look(MachineServices.address("10.0.0.2"), Trace.NONE, 0).presence());
    }

    @Test
    void saysThatThereIsNoSuchInterface() {
        assertEquals(new Presence.Unreadable(
                "link data collection failed -- Cannot read /sys/class/net/nosuch0/operstate -- No such file or directory"),
                look(MachineServices.network("nosuch0"), Trace.NONE, 0).presence());
    }

    @Test
    void sumsUpByTheClockAndOverAReset() {
        var service = MachineServices.network("eth0", total(1), total(2));
        var first = look(service, Trace.NONE, 0);
        interfaces.with("eth0", FakeInterfaces.link(1500, 2000));
        var second = look(service, first.trace(), 59);
        interfaces.with("eth0", FakeInterfaces.link(100, 0));
        var third = look(service, second.trace(), 60);
        interfaces.with("eth0", FakeInterfaces.link(300, 0));
        var fourth = look(service, third.trace(), 70);

        assertEquals(Map.of(0, new Answer.Sum(0), 1, new Answer.Sum(0)), first.answers());
        assertEquals(Map.of(0, new Answer.Sum(500), 1, new Answer.Sum(500)), second.answers());
        assertEquals(Map.of(0, new Answer.Sum(0), 1, new Answer.Sum(500)), third.answers());
        assertEquals(Map.of(0, new Answer.Sum(200), 1, new Answer.Sum(700)), fourth.answers());
    }

    @Test
    void keepsNoHistoryNobodyAsksFor() {
        assertEquals("", look(MachineServices.network("eth0"), Trace.NONE, 0).trace().note("history"));
    }

    private static Condition total(int minutes) {
        return new Condition.Total("total.upload", Comparison.GREATER, Amount.of(1, Unit.BYTES), Duration.ofMinutes(minutes),
                minutes + " minute(s)");
    }

    private Sample look(Service service, Trace trace, long seconds) {
        return sampler.look(new Look(service, new Limits(Map.of(), Map.of()), trace, NOON.plusSeconds(seconds)));
    }
}
