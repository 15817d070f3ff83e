package jmonit.model;

/** When a service is checked. */
public sealed interface Schedule {

    record EveryCycle() implements Schedule {
    }

    record EveryNth(long cycles) implements Schedule {
    }

    /** Five cron fields, kept as written. */
    record Cron(String fields, boolean negated) implements Schedule {
    }

    Schedule EVERY_CYCLE = new EveryCycle();
}
