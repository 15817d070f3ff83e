package jmonit.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jmonit.engine.Plan.What;
import jmonit.engine.Request.Wish;

/** What operators ask for. */
final class Requests {

    private final Wards wards;
    private final Plans plans;
    private final Looks looks;
    private final Attention attention;
    private final Chronicle chronicle;

    Requests(Wards wards, Plans plans, Looks looks, Attention attention, Chronicle chronicle) {
        this.wards = wards;
        this.plans = plans;
        this.looks = looks;
        this.attention = attention;
        this.chronicle = chronicle;
    }

    /** All are told in the order they were asked for, then done in the order of looks; as in Monit. */
    void take(Request request, Turn turn) {
        var tickets = new LinkedHashMap<String, Long>();
        long ticket = request.ticket();
        for (String name : request.services()) {
            tell(request, name, ticket, turn);
            tickets.putIfAbsent(name, ticket++);
        }
        List<Ward> wanted = wards.all().stream().filter(w -> tickets.containsKey(w.name())).toList();
        wanted.forEach(w -> take(request.wish(), w, tickets, turn));
    }

    private void tell(Request request, String name, long ticket, Turn turn) {
        wards.find(name).ifPresentOrElse(w -> turn.say(Severity.INFO, w, request.wish().word() + " on user request"),
                () -> turn.add(new Effect.Reply(ticket, "There is no service named \"" + name + "\"")));
    }

    private void take(Wish wish, Ward ward, Map<String, Long> tickets, Turn turn) {
        long ticket = tickets.get(ward.name());
        looks.after(switch (wish) {
            case START -> plans.asked(ward, What.START, ticket, turn);
            case STOP -> stop(ward, tickets, turn);
            case RESTART -> plans.asked(ward, What.RESTART, ticket, turn);
            case MONITOR -> monitor(ward, tickets, turn);
            case UNMONITOR -> unmonitor(ward, tickets, turn);
        }, turn);
    }

    private List<Ward> monitor(Ward ward, Map<String, Long> tickets, Turn turn) {
        attention.monitor(ward, turn);
        return done(Wish.MONITOR, ward, tickets, turn);
    }

    private List<Ward> stop(Ward ward, Map<String, Long> tickets, Turn turn) {
        boolean idle = !ward.monitored && ward.phase != Ward.Phase.ACTING;
        return idle && alongWithAnother(ward, tickets)
                ? reply(ward, tickets, turn) : plans.asked(ward, What.STOP, tickets.get(ward.name()), turn);
    }

    private List<Ward> unmonitor(Ward ward, Map<String, Long> tickets, Turn turn) {
        if (alongWithAnother(ward, tickets)) {
            return reply(ward, tickets, turn);
        }
        attention.unmonitor(ward, turn);
        return done(Wish.UNMONITOR, ward, tickets, turn);
    }

    /** Whether it goes with something it needs that was asked for as well: Monit says of that one only that it is done. */
    private boolean alongWithAnother(Ward ward, Map<String, Long> tickets) {
        return wards.dependencies().above(ward.name()).stream().anyMatch(tickets::containsKey);
    }

    private static List<Ward> reply(Ward ward, Map<String, Long> tickets, Turn turn) {
        turn.add(new Effect.Reply(tickets.get(ward.name()), ""));
        return List.of();
    }

    private List<Ward> done(Wish wish, Ward ward, Map<String, Long> tickets, Turn turn) {
        chronicle.acted(ward, wish.word(), true, turn);
        return reply(ward, tickets, turn);
    }
}
