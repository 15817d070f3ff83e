package jmonit.engine;

import java.util.List;

import jmonit.engine.Plan.What;

/** What operators ask for. */
final class Requests {

    private final Wards wards;
    private final Plans plans;
    private final Looks looks;

    Requests(Wards wards, Plans plans, Looks looks) {
        this.wards = wards;
        this.plans = plans;
        this.looks = looks;
    }

    void take(Request request, Turn turn) {
        for (String name : request.services()) {
            wards.find(name).ifPresent(w -> take(request, w, turn));
        }
    }

    private void take(Request request, Ward ward, Turn turn) {
        turn.say(Severity.INFO, ward, request.wish().word() + " on user request");
        looks.after(switch (request.wish()) {
            case START -> plans.asked(ward, What.START, request.ticket(), turn);
            case STOP -> plans.asked(ward, What.STOP, request.ticket(), turn);
            case RESTART -> plans.asked(ward, What.RESTART, request.ticket(), turn);
            case MONITOR, UNMONITOR -> monitoring(request, ward, turn);
        }, turn);
    }

    private List<Ward> monitoring(Request request, Ward ward, Turn turn) {
        if (request.wish() == Request.Wish.MONITOR) {
            plans.monitor(ward, turn);
        } else {
            plans.unmonitor(ward, turn);
        }
        turn.say(Severity.INFO, ward, request.wish().word() + " action done");
        turn.add(new Effect.Reply(request.ticket(), ""));
        return List.of();
    }
}
