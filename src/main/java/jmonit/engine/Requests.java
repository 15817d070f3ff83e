package jmonit.engine;

import java.util.LinkedHashMap;
import java.util.List;

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
        wanted.forEach(w -> take(request.wish(), w, tickets.get(w.name()), turn));
    }

    private void tell(Request request, String name, long ticket, Turn turn) {
        wards.find(name).ifPresentOrElse(w -> turn.say(Severity.INFO, w, request.wish().word() + " on user request"),
                () -> turn.add(new Effect.Reply(ticket, "There is no service named \"" + name + "\"")));
    }

    private void take(Wish wish, Ward ward, long ticket, Turn turn) {
        looks.after(switch (wish) {
            case START -> plans.asked(ward, What.START, ticket, turn);
            case STOP -> plans.asked(ward, What.STOP, ticket, turn);
            case RESTART -> plans.asked(ward, What.RESTART, ticket, turn);
            case MONITOR, UNMONITOR -> monitoring(wish, ward, ticket, turn);
        }, turn);
    }

    private List<Ward> monitoring(Wish wish, Ward ward, long ticket, Turn turn) {
        if (wish == Wish.MONITOR) {
            attention.monitor(ward, turn);
        } else {
            attention.unmonitor(ward, turn);
        }
        chronicle.acted(ward, wish.word(), true, turn);
        turn.add(new Effect.Reply(ticket, ""));
        return List.of();
    }
}
