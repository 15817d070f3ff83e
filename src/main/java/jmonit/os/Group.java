package jmonit.os;

import static java.util.Objects.requireNonNull;

/** A group of this machine. */
public record Group(String name, long gid) {

    public Group {
        requireNonNull(name, "name");
    }
}
