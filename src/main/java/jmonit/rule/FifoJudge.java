package jmonit.rule;

import java.time.ZoneId;
import java.util.List;

import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.Rule;
import jmonit.model.Service;

/** Judges services of the type fifo. */
public final class FifoJudge implements Judge {

    private final PathJudge paths;

    /** @param zone in which times are told */
    public FifoJudge(ZoneId zone) {
        this.paths = new PathJudge("fifo", zone);
    }

    @Override
    public List<Rule> standing(Service service) {
        return paths.standing(service);
    }

    @Override
    public int rank(Condition condition) {
        return paths.rank(condition);
    }

    @Override
    public EventKind kind(Condition condition) {
        return paths.kind(condition);
    }

    @Override
    public Judgement judge(Question question) {
        return paths.judge(question);
    }
}
