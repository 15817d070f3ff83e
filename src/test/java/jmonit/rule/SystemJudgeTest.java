package jmonit.rule;

import static jmonit.model.MachineServices.over;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;

import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.MachineServices;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.Sample;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.rule.Verdict.Clear;
import jmonit.rule.Verdict.Tripped;
import jmonit.rule.Verdict.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemJudgeTest {

    private final SystemJudge judge = new SystemJudge();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cpu          | PERCENT      | 22.04     | 20     | cpu usage of 22.0% matches resource limit [cpu usage > 20.0%]
            cpu.user     | PERCENT      | 22.04     | 20     | cpu user usage of 22.0% matches resource limit [cpu user usage > 20.0%]
            cpu.wait     | PERCENT      | 1.5       | 1      | cpu I/O wait of 1.5% matches resource limit [cpu I/O wait > 1.0%]
            cpu.hardirq  | PERCENT      | 1.5       | 1      | cpu hardware IRQ usage of 1.5% matches resource limit [cpu hardware IRQ usage > 1.0%]
            cpu.guestnice| PERCENT      | 1.5       | 1      | cpu guest nice usage of 1.5% matches resource limit [cpu guest nice usage > 1.0%]
            memory       | PERCENT      | 2.1       | 0.5    | mem usage of 2.1% matches resource limit [mem usage > 0.5%]
            memory       | BYTES        | 526490010 | 1048576| mem amount of 502.1 MB matches resource limit [mem amount > 1 MB]
            swap         | PERCENT      | 2         | 1      | swap usage of 2.0% matches resource limit [swap usage > 1.0%]
            swap         | BYTES        | 2048      | 1024   | swap amount of 2 kB matches resource limit [swap amount > 1 kB]
            loadavg.1    | LOAD         | 0.66      | 0.25   | loadavg (1min) of 0.7 matches resource limit [loadavg (1min) > 0.2]
            loadavg.5.core | LOAD       | 0.66      | 0      | loadavg per core (5min) of 0.7 matches resource limit [loadavg per core (5min) > 0.0]
            filedescriptors | COUNT     | 849       | 10     | filedescriptors usage of 849 matches limit [filedescriptors > 10]
            filedescriptors | PERCENT   | 0.04      | 0      | filedescriptors usage of 0.0% matches limit [filedescriptors > 0.0%]
            uptime       | MILLISECONDS | 12452000  | 600000 | uptime test failed for plum -- current uptime is 12452 seconds
            """)
    void saysWhatIsPastItsLimit(String metric, Unit unit, double value, double limit, String because) {
        assertEquals(new Tripped(because), verdict(over(metric, unit, limit), metric, unit, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cpu.wait        | PERCENT      | 0.5    | cpu I/O wait check succeeded [current cpu I/O wait = 0.5%]
            memory          | BYTES        | 1024   | mem amount check succeeded [current mem amount = 1 kB]
            loadavg.15      | LOAD         | 0.7    | loadavg (15min) check succeeded [current loadavg (15min) = 0.7]
            filedescriptors | COUNT        | 849    | filedescriptors test succeeded [current filedescriptors usage = 849]
            filedescriptors | PERCENT      | 0.0    | filedescriptors usage test succeeded [current filedescriptors usage = 0.0%]
            uptime          | MILLISECONDS | 5000   | uptime test succeeded [current uptime = 5 seconds]
            """)
    void saysWhatIsWithinItsLimit(String metric, Unit unit, double value, String because) {
        assertEquals(new Clear(because), verdict(over(metric, unit, 1e12), metric, unit, value));
    }

    @Test
    void hasNoOpinionBeforeTheSecondLook() {
        assertEquals(new Unknown("cpu I/O wait check skipped (initializing)"),
                verdict(over("cpu.wait", Unit.PERCENT, 1), "memory", Unit.PERCENT, 1));
    }

    @Test
    void judgesUptimeAndFileDescriptorsLast() {
        assertTrue(judge.rank(over("swap", Unit.PERCENT, 1)) < judge.rank(over("uptime", Unit.MILLISECONDS, 1)));
        assertTrue(judge.rank(over("uptime", Unit.MILLISECONDS, 1)) < judge.rank(over("filedescriptors", Unit.COUNT, 1)));
        assertEquals(EventKind.UPTIME, judge.kind(over("uptime", Unit.MILLISECONDS, 1)));
        assertEquals(EventKind.RESOURCE, judge.kind(over("swap", Unit.PERCENT, 1)));
    }

    private Verdict verdict(Condition condition, String metric, Unit unit, double value) {
        var service = MachineServices.system(condition);
        var sample = new Sample(Presence.HERE, new Readings.Notes().amount(metric, unit, value).readings(), Map.of(), Trace.NONE);
        return judge.judge(new Question(service, service.rules().getFirst(), 0, sample, "", Instant.EPOCH)).verdict();
    }
}
