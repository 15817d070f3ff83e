package jmonit.diagnostic;

import java.util.Locale;

/** An error keeps the configuration from being used; a warning is legal, but probably wrong. */
public enum Severity {
    ERROR,
    WARNING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
