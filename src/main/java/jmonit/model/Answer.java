package jmonit.model;

import java.time.Duration;
import java.util.List;

/** What a test found out that asks a question of its own, beyond comparing a reading: a connection, a search, a sum over time. */
public sealed interface Answer {

    /** {@code detail} is for the operator, such as what was connected to; {@code phases} are those it had, in their order. */
    record Succeeded(Duration took, String detail, List<Phase.Time> phases) implements Answer {

        public Succeeded {
            phases = List.copyOf(phases);
        }

        public Succeeded(Duration took, String detail) {
            this(took, detail, List.of());
        }
    }

    /** As well, and {@code days} are left until the certificate of the server ends. */
    record Certified(Duration took, String detail, long days, List<Phase.Time> phases) implements Answer {

        public Certified {
            phases = List.copyOf(phases);
        }

        public Certified(Duration took, String detail, long days) {
            this(took, detail, days, List.of());
        }
    }

    record Failed(String because) implements Answer {
    }

    /** A search: how many lines matched, and the first of them. */
    record Lines(long count, List<String> shown) implements Answer {

        public Lines {
            shown = List.copyOf(shown);
        }
    }

    record Sum(double value) implements Answer {
    }

    /** Not asked this time, such as a port of a machine that does not answer a ping. */
    record Skipped(String because) implements Answer {
    }
}
