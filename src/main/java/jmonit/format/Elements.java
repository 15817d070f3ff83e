package jmonit.format;

import java.io.IOException;

import jmonit.model.Reading;
import jmonit.model.Readings;
import jmonit.model.Unit;

/** Writes readings as elements; what is not known is -1, as with Monit. */
record Elements(Xml xml, Readings readings) {

    Elements whole(String name, String metric, Unit unit) throws IOException {
        return fixed(name, metric, unit, 0);
    }

    Elements count(String name, String metric) throws IOException {
        return whole(name, metric, Unit.COUNT);
    }

    Elements percent(String name, String metric) throws IOException {
        return fixed(name, metric, Unit.PERCENT, 1);
    }

    Elements fixed(String name, String metric, Unit unit, int decimals) throws IOException {
        xml.element(name, Amounts.fixed(readings.amount(metric, unit).orElse(-1.0), decimals));
        return this;
    }

    Elements scaled(String name, String metric, double divisor, int decimals) throws IOException {
        xml.element(name, Amounts.fixed(readings.amount(metric, Unit.BYTES).map(n -> n / divisor).orElse(-1.0), decimals));
        return this;
    }

    /** Unlike all else 0 where it is not known. */
    Elements kilobytes(String name, String metric) throws IOException {
        xml.element(name, readings.amount(metric, Unit.BYTES).orElse(0.0).longValue() / 1024);
        return this;
    }

    /** Seconds since 1970, 0 where there is no moment. */
    Elements moment(String name, String metric) throws IOException {
        xml.element(name, readings.of(metric) instanceof Reading.Moment(var at) ? at.getEpochSecond() : 0);
        return this;
    }

    Elements open(String name) throws IOException {
        xml.open(name);
        return this;
    }

    Elements close(String name) throws IOException {
        xml.close(name);
        return this;
    }
}
