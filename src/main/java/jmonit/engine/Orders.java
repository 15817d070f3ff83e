package jmonit.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import jmonit.engine.Plan.What;
import jmonit.engine.Remembered.Order;

/** What was still to be done when we were killed: it is done after the next start, in the same order. */
final class Orders {

    /** Nobody waits for a reply any more. */
    private static final long NO_TICKET = 0;

    private final Wards wards;
    private final Plans plans;
    private final List<Order> left = new ArrayList<>();

    Orders(Wards wards, Plans plans) {
        this.wards = wards;
        this.plans = plans;
    }

    void recall(List<Order> orders) {
        left.addAll(orders);
    }

    /** Whether nothing is left: seldom anything ever was. */
    boolean resumed() {
        return left.isEmpty();
    }

    /** The last word counts. */
    void outdo(Request request) {
        boolean deed = switch (request.wish()) {
            case START, STOP, RESTART -> true;
            case MONITOR, UNMONITOR -> false;
        };
        left.removeIf(o -> deed && request.services().contains(o.service()));
    }

    /** All that is to be done and has not begun. */
    List<Order> orders() {
        return Stream.concat(left.stream(), plans.all().flatMap(p -> p.orders().stream())).toList();
    }

    /** Begins what waits for nothing any more. A later order waits for an earlier one to the same service. */
    List<Ward> resume(Turn turn) {
        var freed = new ArrayList<Ward>();
        var waiting = new HashSet<String>();
        for (Order order : List.copyOf(left)) {
            boolean held = !waiting.add(order.service()) || wards.find(order.service()).filter(w -> beginning(w, turn)).isPresent();
            if (!held) {
                left.remove(order);
                wards.find(order.service()).ifPresent(w -> freed.addAll(resume(w, order, turn)));
            }
        }
        return freed;
    }

    /** What is stopped before its start is over would come up after that. */
    private static boolean beginning(Ward ward, Turn turn) {
        return ward.coming(turn.now().wall()).findAny().isPresent();
    }

    private List<Ward> resume(Ward ward, Order order, Turn turn) {
        turn.say(Severity.INFO, ward, order.deed().word() + " was still to be done when jmonit ended");
        // Whoever began to stop it monitored it no more; and what is not monitored counts as stopped.
        ward.monitored |= order.deed() == Deed.STOP;
        return plans.asked(ward, What.valueOf(order.deed().name()), NO_TICKET, turn);
    }
}
