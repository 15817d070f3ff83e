package jmonit.engine;

import jmonit.model.Command;
import jmonit.model.Readings;
import jmonit.model.Service;
import jmonit.model.Trace;

/**
 * One deed on one service. {@code event} and {@code because} are what the program is
 * told in its environment, {@code readings} the last that is known of the service, {@code trace} what the last look at it left, and
 * {@code gone} says that it was seen a moment ago that it is not there.
 */
public record Step(long plan, Service service, Deed deed, Command command, String event, String because, Readings readings,
        Trace trace, boolean gone) {
}
