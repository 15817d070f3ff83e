package jmonit.protocol.state;

import java.util.Optional;

/** What both said of a test; empty is a test that passed. */
record Finding(Row row, State state, Optional<String> monits, Optional<String> ours) {

    boolean asExpected() {
        return ours.isEmpty() == row.passes(state, monits.isEmpty())
                && (monits.isEmpty() != ours.isEmpty()) == row.alone().contains(state);
    }

    @Override
    public String toString() {
        return "%s | %s | %s | Monit: %s | jmonit: %s%n"
                .formatted(row.name(), state, row.test(state), monits.orElse("passes"), ours.orElse("passes"));
    }
}
