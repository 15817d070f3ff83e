package jmonit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.engine.Effect;
import jmonit.engine.Message;
import jmonit.engine.Monitor;
import jmonit.engine.Now;
import jmonit.engine.Remembered;
import jmonit.model.ControlFile;
import jmonit.model.Snapshot;
import jmonit.rule.Judge;

/** The engine with real looks, one after the other, and without anything being done about what they find. */
final class Cycles {

    private final ControlFile controlFile;
    private final Map<String, Sampler> samplers;
    private final Monitor monitor;
    private Duration elapsed = Duration.ZERO;

    Cycles(ControlFile controlFile, Map<String, Sampler> samplers, Map<String, Judge> judges) {
        this.controlFile = controlFile;
        this.samplers = samplers;
        this.monitor = new Monitor(controlFile, judges, Remembered.NOTHING, false, now());
    }

    private Now now() {
        var wall = Instant.now();
        return new Now(wall, elapsed, LocalDateTime.ofInstant(wall, ZoneId.systemDefault()));
    }

    /** All that is due in one cycle. */
    void pass() throws InterruptedException {
        var waiting = new ArrayDeque<Message>(List.of(new Message.Tick()));
        while (!waiting.isEmpty()) {
            for (Effect effect : monitor.handle(waiting.poll(), now())) {
                if (effect instanceof Effect.Look(long number, var service, var trace)) {
                    var look = new Look(service, controlFile.settings().limits(), trace, Instant.now());
                    waiting.add(new Message.Looked(number, service, samplers.get(service.type()).look(look)));
                }
            }
        }
        elapsed = elapsed.plusSeconds(controlFile.settings().poll().seconds());
    }

    Snapshot snapshot() {
        return monitor.snapshot(Instant.now());
    }
}
