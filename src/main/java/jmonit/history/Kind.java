package jmonit.history;

import jmonit.model.Readings;
import jmonit.model.Unit;

/** What a series of a service is of. {@code id} is stable and plain: "cpu.percent", "threads". */
record Kind(String id, String label, Unit unit) {

    /** Of what is not kept. */
    static final Kind NONE = new Kind("", "", Unit.COUNT);

    static Kind of(Readings.Key key, Labels labels) {
        return new Kind(key.id(), labels.of(key), key.unit());
    }
}
