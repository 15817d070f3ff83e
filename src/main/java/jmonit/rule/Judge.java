package jmonit.rule;

import java.util.List;

import jmonit.model.Action;
import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.Rule;
import jmonit.model.Service;

/** How services of one type are judged, as Monit judges them. */
public interface Judge {

    /** Rules that hold without being written: a zombie is told, a wrong kind of file restarts. */
    List<Rule> standing(Service service);

    /** Rules are judged in this order, those of the same rank as they are written. */
    int rank(Condition condition);

    /** Whether of the same rank the last written is judged first, as Monit does with all but patterns. */
    default boolean lastFirst(Condition condition) {
        return !(condition instanceof Condition.Matches);
    }

    /** The event a condition belongs to. */
    EventKind kind(Condition condition);

    Judgement judge(Question question);

    /** Whether the verdict on one and the same sample may be another as time goes by. */
    default boolean ages(Condition condition) {
        return false;
    }

    /** Whether the tests after one that had the service started, restarted or stopped are still held, against a fresh look. */
    default boolean goesOn(Condition tripped, Action taken) {
        return taken instanceof Action.Start;
    }
}
