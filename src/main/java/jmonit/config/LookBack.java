package jmonit.config;

import java.time.Duration;
import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.ControlFile;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Window;

/** Warns of windows that have more cycles than a rule remembers. */
final class LookBack {

    private final Duration poll;
    private final List<Service> services;
    private final Found found;

    LookBack(ControlFile controlFile, Found found) {
        this.poll = Duration.ofSeconds(controlFile.settings().poll().seconds());
        this.services = controlFile.services();
        this.found = found;
    }

    void check() {
        for (Service service : services) {
            Duration cycle = service.care().schedule().cycle(poll);
            if (cycle.isPositive()) {
                service.rules().forEach(rule -> check(rule, cycle));
            }
        }
    }

    private void check(Rule rule, Duration cycle) {
        for (Window window : List.of(rule.window(), rule.recovery())) {
            long cycles = window.cyclesOf(cycle);
            if (cycles > Window.MAX_CYCLES) {
                Duration remembered = cycle.multipliedBy(Window.MAX_CYCLES);
                found.add(Diagnostic.warning(rule.origin().file(), rule.origin().line(), "this window is longer than a rule remembers")
                        .help("it has " + cycles + " cycles of " + Numbers.time(cycle) + "; the last " + Window.MAX_CYCLES + " count, which is "
                                + Numbers.time(remembered)).see("windows"));
            }
        }
    }
}
