package jmonit.engine;

import java.util.ArrayList;
import java.util.List;

import jmonit.engine.Plan.What;
import jmonit.model.Action;
import jmonit.model.Command;
import jmonit.model.Event;
import jmonit.model.Mode;

/** What comes of what rules want. */
final class Consequences {

    private static final long NO_PLAN = 0;

    private final Plans plans;
    private final Attention attention;

    Consequences(Plans plans, Attention attention) {
        this.plans = plans;
        this.attention = attention;
    }

    /** What a judgement asked for. Answers with the services that are free again already. */
    List<Ward> take(Ward ward, List<Judging.Wanted> wanted, Turn turn) {
        var freed = new ArrayList<Ward>();
        wanted.forEach(w -> freed.addAll(take(ward, w, turn)));
        return freed;
    }

    private List<Ward> take(Ward ward, Judging.Wanted wanted, Turn turn) {
        boolean active = ward.service.care().mode() == Mode.ACTIVE;
        count(ward, wanted.action());
        return switch (wanted.action()) {
            case Action.Alert _, Action.Ignore _ -> List.of();
            case Action.Exec(Command command, _) -> exec(ward, command, wanted.event(), turn);
            case Action.Unmonitor _ -> {
                attention.unmonitor(ward, turn);
                yield List.of();
            }
            case Action.Start _ when active -> plans.wanted(ward, What.START, turn);
            case Action.Stop _ when active -> plans.wanted(ward, What.STOP, turn);
            case Action.Restart _ when active -> plans.wanted(ward, What.RESTART, turn);
            case Action.Start _, Action.Stop _, Action.Restart _ -> List.of();
        };
    }

    /** Monit counts what a passive service would have needed, too. */
    private static void count(Ward ward, Action action) {
        if (action instanceof Action.Start || action instanceof Action.Restart) {
            ward.hurried = true;
            ward.restarts = ward.restarts.started();
        }
    }

    private static List<Ward> exec(Ward ward, Command command, Event event, Turn turn) {
        String words = event.kind().words(event.side());
        ward.perform(new Step(NO_PLAN, ward.service, Deed.EXEC, command, words, event.because(), ward.readings(), ward.trace, false), turn);
        return List.of();
    }

    /** Of what is wanted within a plan, starts and stops wait for the next cycle of the service; Monit counts the restart that is not made, too. */
    void takeMeanwhile(Ward ward, List<Judging.Wanted> wanted, Turn turn) {
        wanted.forEach(w -> meanwhile(ward, w, turn));
    }

    private void meanwhile(Ward ward, Judging.Wanted wanted, Turn turn) {
        switch (wanted.action()) {
            case Action.Start _, Action.Stop _, Action.Restart _ -> count(ward, wanted.action());
            case Action.Alert _, Action.Ignore _, Action.Exec _, Action.Unmonitor _ -> take(ward, wanted, turn);
        }
    }
}
