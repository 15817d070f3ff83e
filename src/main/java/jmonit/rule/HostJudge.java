package jmonit.rule;

import java.util.List;

import jmonit.model.Action;
import jmonit.model.Condition;
import jmonit.model.Endpoint;
import jmonit.model.EventKind;
import jmonit.model.Rule;
import jmonit.model.Service;

/** Judges other machines: pings first, then connections. */
public final class HostJudge implements Judge {

    @Override
    public List<Rule> standing(Service service) {
        return ConnectionWords.standing(service);
    }

    @Override
    public int rank(Condition condition) {
        return switch (condition) {
            case Condition.Pinged _ -> 0;
            case Condition.Connected(var connection, _) when connection.endpoint() instanceof Endpoint.Unix -> 2;
            default -> 1;
        };
    }

    @Override
    public boolean goesOn(Condition tripped, Action taken) {
        return true;
    }

    @Override
    public EventKind kind(Condition condition) {
        return ConnectionWords.kind(condition);
    }

    @Override
    public Judgement judge(Question question) {
        return ConnectionWords.judge(question);
    }
}
