package jmonit.os;

import static java.util.Objects.requireNonNull;

/** A user of this machine; {@code home} is empty where the account names none. */
public record Account(String name, long uid, long gid, String home) {

    public Account {
        requireNonNull(name, "name");
        requireNonNull(home, "home");
    }
}
