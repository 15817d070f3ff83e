package jmonit.rule;

import java.util.List;

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

    /** The event a condition belongs to. */
    EventKind kind(Condition condition);

    Judgement judge(Question question);
}
