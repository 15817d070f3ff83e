package jmonit.daemon;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import jmonit.BuiltIn;
import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.config.Reading;
import jmonit.diagnostic.Severity;
import jmonit.model.ControlFile;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.Sample;
import jmonit.model.Unit;
import jmonit.os.FakeFiles;

/** What tests of the daemon play with. */
final class Cast {

    private static final long PATIENCE = 20_000_000_000L;

    private Cast() {
    }

    static ControlFile controlFile(String text) {
        var result = Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", text), "plum");
        if (result.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
            throw new IllegalArgumentException(result.diagnostics().toString());
        }
        // Without the machine itself, which every control file watches.
        return new ControlFile(result.controlFile().settings(),
                result.controlFile().services().stream().filter(s -> !s.type().equals("system")).toList());
    }

    /** A process that is there when a test says so; counts how often it is looked at. */
    static final class FakeProcess implements Sampler {

        final AtomicInteger looks = new AtomicInteger();
        private final BooleanSupplier there;

        FakeProcess(BooleanSupplier there) {
            this.there = there;
        }

        @Override
        public Sample look(Look look) {
            looks.incrementAndGet();
            return there.getAsBoolean() ? running() : Sample.absent(new Presence.Missing("process is not running"), look.trace());
        }
    }

    static Sample running() {
        return new Sample(Presence.HERE, new Readings.Notes().amount("pid", Unit.COUNT, 7).amount("start", Unit.COUNT, 7).readings(),
                Map.of(), jmonit.model.Trace.NONE);
    }

    /** For what happens on another thread; true as soon as it has. */
    static boolean happens(BooleanSupplier what) {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end && !what.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
        return what.getAsBoolean();
    }
}
