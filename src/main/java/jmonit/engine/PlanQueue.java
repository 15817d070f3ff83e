package jmonit.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Plans that have not begun. What is asked for later overtakes nothing about the same service. */
final class PlanQueue {

    private final Wards wards;
    private final Planner planner;
    private final Deque<Plan> plans = new ArrayDeque<>();

    PlanQueue(Wards wards, Planner planner) {
        this.wards = wards;
        this.planner = planner;
    }

    boolean isEmpty() {
        return plans.isEmpty();
    }

    Stream<Plan> all() {
        return plans.stream();
    }

    /** Whether a plan about one of the same services waits. */
    boolean concerns(Plan plan) {
        return plans.stream().anyMatch(plan::shares);
    }

    /** Whether a plan that waits is going to restart the service anyway. */
    boolean restarts(String service) {
        return plans.stream().anyMatch(p -> p.restarts(service) && planner.anew(p).restarts(service));
    }

    /** Whether the plan has to wait; then it does so here. */
    boolean takes(Plan plan) {
        boolean waits = plan.held() || busy(plan) || plans.stream().anyMatch(p -> plan.shares(p) && !overtakes(plan, p));
        if (waits) {
            plans.add(plan);
        }
        return waits;
    }

    /** What a rule makes of a look comes before what waits for that look. */
    private static boolean overtakes(Plan plan, Plan waiting) {
        return !plan.wanted() && waiting.held();
    }

    private boolean busy(Plan plan) {
        return wards.of(plan.services).stream().anyMatch(w -> w.phase == Ward.Phase.ACTING);
    }

    /** Looks have come in, or time has passed. */
    void release(Duration now) {
        plans.forEach(p -> p.release(this::looking, now));
    }

    private boolean looking(String service) {
        return wards.find(service).filter(w -> w.waiting || w.phase == Ward.Phase.LOOKING).isPresent();
    }

    /** Takes out the first that has to wait no more, planned anew: much may have changed since it was asked for. */
    Optional<Plan> next() {
        var taken = new HashSet<String>();
        for (Plan waiting : plans) {
            // To plan anew costs more than to ask, and most still wait.
            if (free(waiting, taken)) {
                Plan plan = planner.anew(waiting);
                if (free(plan, taken)) {
                    plans.remove(waiting);
                    return Optional.of(plan);
                }
            }
            taken.addAll(waiting.services);
        }
        return Optional.empty();
    }

    private boolean free(Plan plan, Set<String> taken) {
        return !plan.held() && !busy(plan) && !plan.touches(taken);
    }
}
