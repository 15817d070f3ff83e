package jmonit.rule;

import static jmonit.model.MachineServices.over;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jmonit.model.Amount;
import jmonit.model.Answer;
import jmonit.model.Comparison;
import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.MachineServices;
import jmonit.model.Presence;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.rule.Verdict.Clear;
import jmonit.rule.Verdict.Tripped;
import jmonit.rule.Verdict.Unknown;
import org.junit.jupiter.api.Test;

class NetworkJudgeTest {

    private static final Condition DOWN = new Condition.Link(false);
    private static final Condition UP = new Condition.Link(true);
    private static final Presence FAILED = new Presence.Unreadable("link data collection failed -- Address 10.77.0.1 not found");

    private final NetworkJudge judge = new NetworkJudge();

    @Test
    void tellsWhetherTheLinkIsUp() {
        assertEquals(new Clear("link up"), verdict(DOWN, up()));
        assertEquals(new Tripped("link up"), verdict(UP, up()));
        assertEquals(new Tripped("link down"), verdict(DOWN, new Notes().text("link.state", "down")));
        assertEquals(new Clear("link down"), verdict(UP, new Notes().text("link.state", "down")));
    }

    @Test
    void takesALinkThatCannotBeReadForDown() {
        assertEquals(new Tripped("link data collection failed -- Address 10.77.0.1 not found"), absent(DOWN));
        assertEquals(new Clear("link data collection failed -- Address 10.77.0.1 not found"), absent(UP));
        assertEquals(new Unknown("link data collection failed -- Address 10.77.0.1 not found"), absent(over("saturation", Unit.PERCENT, 1)));
    }

    @Test
    void judgesNothingElseWhileTheLinkIsDown() {
        assertEquals(new Unknown("link down"), verdict(over("upload", Unit.BYTES_PER_SECOND, 1), new Notes().text("link.state", "down")));
    }

    @Test
    void alwaysTellsOfErrors() {
        var standing = judge.standing(MachineServices.network("eth0"));

        assertEquals(List.of(new Condition.Sound("upload errors"), new Condition.Sound("download errors")),
                standing.stream().map(rule -> rule.when()).toList());
        assertEquals(new Tripped("3 upload errors detected"), verdict(new Condition.Sound("upload errors"), up().count("upload.errors", 3)));
        assertEquals(new Clear("download errors check succeeded"),
                verdict(new Condition.Sound("download errors"), up().count("download.errors", 0)));
    }

    @Test
    void wordsRates() {
        assertEquals(new Tripped("upload 21.5 kB matches limit [upload rate > 1 kB in last 1 second]"),
                verdict(over("upload", Unit.BYTES_PER_SECOND, 1024), up().amount("upload", Unit.BYTES_PER_SECOND, 22_000)));
        assertEquals(new Clear("download packets check succeeded [current download packets 0 in last 1 second]"),
                verdict(over("download", Unit.PACKETS_PER_SECOND, 1), up().amount("download", Unit.PACKETS_PER_SECOND, 0)));
    }

    @Test
    void wordsSums() {
        assertEquals(new Tripped("total upload 41.8 kB matches limit [upload rate > 1 kB in last 2 minute]"),
                total("total.upload", Unit.BYTES, 1024, "2 minute(s)", 42_800));
        assertEquals(new Tripped("total download packets 56 matches limit [download packets > 1 in last 5 hour]"),
                total("total.download", Unit.PACKETS, 1, "5 hour(s)", 56));
        assertEquals(new Clear("total upload check succeeded [current upload rate 0 B in last 24 hour]"),
                total("total.upload", Unit.BYTES, 1024, "24 hour(s)", 0));
    }

    @Test
    void judgesBothDirectionsOfAFullDuplexLink() {
        var limit = over("saturation", Unit.PERCENT, 50);

        assertEquals(new Tripped("link upload saturation of 60.0% matches limit [saturation > 50.0%]"), verdict(limit, saturation(60, 70)));
        assertEquals(new Tripped("link download saturation of 70.0% matches limit [saturation > 50.0%]"), verdict(limit, saturation(6, 70)));
        assertEquals(new Clear("link upload saturation check succeeded [current upload saturation 6.0%]"), verdict(limit, saturation(6, 7)));
    }

    @Test
    void addsUpTheDirectionsOfAHalfDuplexLink() {
        assertEquals(new Tripped("link saturation of 60.0% matches limit [saturation > 50.0%]"),
                verdict(over("saturation", Unit.PERCENT, 50), saturation(30, 30).text("link.duplex", "half")));
    }

    @Test
    void hasNoOpinionOfALinkWithoutSpeed() {
        assertEquals(new Unknown("the link has no speed"), verdict(over("saturation", Unit.PERCENT, 50), up()));
    }

    @Test
    void tellsWhenSpeedOrModeChange() {
        assertEquals(new Unknown("nothing to compare with yet"), changed("", 1_000_000_000, "full"));
        assertEquals(new Clear("link mode has not changed since last cycle [current mode is full-duplex]"),
                changed("1000000000 full", 1_000_000_000, "full"));
        assertEquals(new Tripped("link speed changed to 100 Mb/s"), changed("1000000000 full", 100_000_000, "half"));
        assertEquals(new Tripped("link mode is now half-duplex"), changed("1000000000 full", 1_000_000_000, "half"));
    }

    @Test
    void judgesTheLinkFirst() {
        var order = Stream.of(over("download", Unit.PACKETS_PER_SECOND, 1), over("upload", Unit.PACKETS_PER_SECOND, 1),
                over("download", Unit.BYTES_PER_SECOND, 1), over("upload", Unit.BYTES_PER_SECOND, 1), over("saturation", Unit.PERCENT, 1),
                new Condition.Changed("link"), DOWN).sorted(Comparator.comparing(judge::rank)).map(judge::kind).toList();

        assertEquals(List.of(EventKind.LINK, EventKind.SPEED, EventKind.SATURATION, EventKind.BYTEOUT, EventKind.PACKETOUT, EventKind.BYTEIN,
                EventKind.PACKETIN), order);
    }

    private static Notes up() {
        return new Notes().text("link.state", "up");
    }

    private static Notes saturation(double upload, double download) {
        return up().amount("saturation.upload", Unit.PERCENT, upload).amount("saturation.download", Unit.PERCENT, download);
    }

    private Verdict changed(String memory, long speed, String mode) {
        return judgement(new Condition.Changed("link"), here(up().count("link.speed", speed).text("link.duplex", mode)), memory).verdict();
    }

    private Verdict total(String metric, Unit unit, double limit, String spoken, double sum) {
        var condition = new Condition.Total(metric, Comparison.GREATER, Amount.of(limit, unit), Duration.ofMinutes(2), spoken);
        return judgement(condition, new Sample(Presence.HERE, up().readings(), Map.of(0, new Answer.Sum(sum)), Trace.NONE), "").verdict();
    }

    private Verdict absent(Condition condition) {
        return judgement(condition, Sample.absent(FAILED, Trace.NONE), "").verdict();
    }

    private Verdict verdict(Condition condition, Notes notes) {
        return judgement(condition, here(notes), "").verdict();
    }

    private static Sample here(Notes notes) {
        return new Sample(Presence.HERE, notes.readings(), Map.of(), Trace.NONE);
    }

    private Judgement judgement(Condition condition, Sample sample, String memory) {
        var service = MachineServices.network("eth0", condition);
        return judge.judge(new Question(service, service.rules().getFirst(), 0, sample, memory, Instant.EPOCH));
    }
}
