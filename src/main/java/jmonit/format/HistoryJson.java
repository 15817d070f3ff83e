package jmonit.format;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jmonit.json.JsonWriter;
import jmonit.model.Unit;

/** What was measured over time, for programs. Where nothing was measured there is NaN before, and nothing after. */
public final class HistoryJson {

    private static final double MILLIS = 1000.0;

    private HistoryJson() {
    }

    /** Curves that begin and go on together. */
    public record Chart(Instant from, Duration step, List<Curve> curves) {

        public Chart {
            curves = List.copyOf(curves);
        }
    }

    /** The arrays are as long as each other. */
    public record Curve(String id, String label, Unit unit, double[] average, double[] low, double[] high) {
    }

    /** Small curves by service and id. */
    public record Sparks(Instant from, Duration step, Map<String, Map<String, double[]>> services) {
    }

    public static void write(Chart chart, JsonWriter out) {
        begin(chart.from(), chart.step(), out);
        out.name("series").array();
        for (Curve curve : chart.curves()) {
            out.object().field("id", curve.id()).field("label", curve.label()).name("unit");
            if (curve.unit() == Unit.COUNT) {
                out.nothing();
            } else {
                out.value(curve.unit().word());
            }
            numbers("average", curve.average(), out);
            numbers("low", curve.low(), out);
            numbers("high", curve.high(), out);
            out.end();
        }
        out.end().end();
    }

    public static void write(Sparks sparks, JsonWriter out) {
        begin(sparks.from(), sparks.step(), out);
        out.name("services").object();
        sparks.services().forEach((service, curves) -> {
            out.name(service).object();
            curves.forEach((id, values) -> numbers(id, values, out));
            out.end();
        });
        out.end().end();
    }

    private static void begin(Instant from, Duration step, JsonWriter out) {
        out.object().field("from", from).field("step", step.toMillis() / MILLIS);
    }

    private static void numbers(String name, double[] values, JsonWriter out) {
        out.name(name).array();
        for (double value : values) {
            Nodes.number(value, out);
        }
        out.end();
    }
}
