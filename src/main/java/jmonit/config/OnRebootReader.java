package jmonit.config;

import java.util.Locale;
import java.util.Optional;

import jmonit.model.OnReboot;

/** Reads {@code start}, {@code nostart} or {@code laststate}. */
final class OnRebootReader {

    private OnRebootReader() {
    }

    static Optional<OnReboot> read(Cursor c) {
        for (OnReboot choice : OnReboot.values()) {
            if (c.take(choice.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(choice);
            }
        }
        c.unknown("choice", "services");
        return Optional.empty();
    }
}
