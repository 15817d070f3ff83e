package jmonit.engine;

import java.util.ArrayList;
import java.util.List;

import jmonit.model.Audience;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Snapshot;

/** How a service looks to those who only look at it. */
final class Portrait {

    private Portrait() {
    }

    static Snapshot.View of(Ward ward, List<Snapshot.Quiet> quiet) {
        var work = new Snapshot.Work(ward.doing, ward.phase == Ward.Phase.LOOKING, ward.missed > 0, ward.missed);
        return new Snapshot.View(ward.service, monitoring(ward), failures(ward), ward.seen, ward.seenAt, work,
                new Snapshot.Calm(quiet, ward.acknowledged()));
    }

    static List<Snapshot.Failure> failures(Ward ward) {
        var failures = new ArrayList<Snapshot.Failure>();
        ward.rules.all().stream().filter(t -> ward.rules.state(t).failing()).forEach(t -> failures.add(failure(ward, t)));
        ward.broken.forEach(f -> failures.add(
                new Snapshot.Failure(EventKind.EXEC, Event.Side.FAILED, f.because(), ward.service.origin(), f.at(), List.of())));
        return failures;
    }

    private static Snapshot.Failure failure(Ward ward, Test test) {
        return new Snapshot.Failure(ward.rules.kind(test), test.changes() ? Event.Side.CHANGED : Event.Side.FAILED,
                ward.because(test.key()), test.rule().origin(), ward.rules.state(test).since(), List.of(test.rule()), heard(ward, test));
    }

    private static Audience heard(Ward ward, Test test) {
        Audience audience = ward.hearing.audience(test.key());
        return ward.hearing.withholds(ward.rules.kind(test), test.rule().origin()) ? audience.silenced("not told yet") : audience;
    }

    private static Snapshot.Monitoring monitoring(Ward ward) {
        if (!ward.monitored) {
            return Snapshot.Monitoring.NOT_MONITORED;
        }
        return ward.skipped ? Snapshot.Monitoring.WAITING : ward.seen.isEmpty() ? Snapshot.Monitoring.INITIALIZING : Snapshot.Monitoring.MONITORED;
    }
}
