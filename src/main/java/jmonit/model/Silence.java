package jmonit.model;

import java.time.Instant;

/** Nobody is to be told of these services for a while: an operator wants it so. {@code id} is a small number to name it by. */
public record Silence(long id, Scope scope, Instant from, Instant until, Remark remark) {

    /** Who said it and why; both may be empty. */
    public record Remark(String by, String reason) {

        public static final Remark NONE = new Remark("", "");

        /** After what it is about: " by ann: deploy". */
        public String text() {
            return (by.isEmpty() ? "" : " by " + by) + (reason.isEmpty() ? "" : ": " + reason);
        }
    }

    public boolean holds(Instant now) {
        return now.isBefore(until);
    }
}
