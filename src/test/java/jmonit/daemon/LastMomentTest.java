package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.engine.Deed;
import jmonit.engine.Step;
import jmonit.model.Command;
import jmonit.model.ControlFile;
import jmonit.model.Readings;
import jmonit.model.RunAs;
import jmonit.model.Trace;
import jmonit.os.FakeFiles;
import jmonit.os.FakePrograms;
import jmonit.os.live.LiveTicker;

class LastMomentTest {

    private static final ControlFile CONTROL_FILE =
            Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", "check system plum\n"), "plum").controlFile();

    private final FakePrograms programs = new FakePrograms(time -> LockSupport.parkNanos(time.toNanos()));

    @Test
    void startsTheProgramOfAnExecActionBeforeItEnds() {
        var performer = new Performer(new Means(programs, InstantSource.system(), new LiveTicker()), Map.of(),
                new ActionEnvironment(Map.of(), "plum", ZoneOffset.UTC), _ -> { });

        performer.perform(List.of(page()), CONTROL_FILE.settings().limits(), () -> { });
        performer.close();

        assertEquals(List.of("/bin/page"), programs.started().stream().map(l -> l.program()).toList());
    }

    private static Step page() {
        var command = new Command(List.of("/bin/page"), RunAs.MYSELF, Duration.ZERO);
        return new Step(0, CONTROL_FILE.services().getFirst(), Deed.EXEC, command, "", "", Readings.NONE, Trace.NONE, false);
    }
}
