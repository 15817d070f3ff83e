package jmonit;

import jmonit.format.Figures;
import jmonit.history.Labels;
import jmonit.model.Readings.Key;
import jmonit.model.Rule;

/** Curves are called what figures are called. */
record CurveNames() implements Labels {

    @Override
    public String of(Key key) {
        return Figures.label(key);
    }

    @Override
    public String of(Rule test) {
        return Figures.label(test);
    }
}
