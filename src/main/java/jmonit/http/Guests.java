package jmonit.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.model.Httpd.Access;
import jmonit.os.Files;
import jmonit.os.PasswordFile;

/** Everybody who may come in with a password. {@code asked} is whether one is needed at all. */
final class Guests {

    private static final Logger LOG = LoggerFactory.getLogger(Guests.class);

    private final Map<String, Guest> byName = new LinkedHashMap<>();
    private final boolean asked;
    private final List<Access.Group> groups;
    private final Secret.Locks locks;

    private Guests(List<Access> access, Secret.Locks locks) {
        this.asked = access.stream().anyMatch(a -> !(a instanceof Access.Net));
        this.groups = access.stream().filter(Access.Group.class::isInstance).map(Access.Group.class::cast).toList();
        this.locks = locks;
    }

    /** What cannot be read lets nobody in, and never everybody. */
    static Guests of(List<Access> access, Files files, Secret.Locks locks) {
        var guests = new Guests(access, locks);
        access.forEach(a -> guests.add(a, files));
        return guests;
    }

    private void add(Access access, Files files) {
        switch (access) {
            case Access.Net _, Access.Group _ -> {
                // No user, or one whose name is asked for when it is needed.
            }
            case Access.User(String name, String password, boolean readOnly) ->
                    add(new Guest(name, new Secret.Clear(password), readOnly));
            case Access.PasswordFile file -> add(file, files);
        }
    }

    private void add(Access.PasswordFile file, Files files) {
        try {
            PasswordFile.load(files, file.path()).entries().stream().filter(e -> file.users().isEmpty() || file.users().contains(e.name()))
                    .forEach(e -> add(new Guest(e.name(), secret(file.digest(), e.password()), file.readOnly())));
        } catch (IOException e) {
            LOG.error("HttpRequest: nobody of the password file '{}' can log in -- {}", file.path(), e.getMessage());
        }
    }

    private static Secret secret(String digest, String password) {
        return digest.equals("cleartext") ? new Secret.Clear(password) : new Secret.Hashed(password);
    }

    /** The first password of a user counts, as in Monit. */
    private void add(Guest guest) {
        byName.putIfAbsent(guest.name(), guest);
    }

    boolean asked() {
        return asked;
    }

    Optional<Guest> named(String name) {
        return Optional.ofNullable(byName.get(name)).or(() -> member(name));
    }

    private Optional<Guest> member(String name) {
        return groups.stream().filter(g -> locks.logins().member(name, g.name())).findFirst()
                .map(g -> new Guest(name, new Secret.Account(name), g.readOnly()));
    }

    /** Takes about as long for a stranger as for a guest, so that the time tells nobody who is one. */
    void pretend(String password) {
        byName.values().stream().findFirst().ifPresent(g -> admits(g, password));
    }

    boolean admits(Guest guest, String password) {
        return guest.secret().opens(password, locks);
    }
}
