package jmonit.history;

import jmonit.model.Readings;
import jmonit.model.Rule;

/** What series are called before people. */
public interface Labels {

    String of(Readings.Key key);

    /** The time those take to answer whom a network test asks. */
    String of(Rule test);
}
