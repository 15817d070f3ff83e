package jmonit.os;

import java.util.Optional;

/** Users and groups of this machine. An account source that cannot be asked knows nobody. */
public interface Accounts {

    Optional<Account> user(String name);

    Optional<Account> user(long uid);

    Optional<Group> group(String name);

    Optional<Group> group(long gid);
}
