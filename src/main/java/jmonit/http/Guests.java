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
import jmonit.os.PasswordHashes;

/** Everybody who may come in with a password. {@code asked} is whether one is needed at all. */
final class Guests {

    private static final Logger LOG = LoggerFactory.getLogger(Guests.class);

    private final Map<String, Guest> byName = new LinkedHashMap<>();
    private final boolean asked;
    private final PasswordHashes hashes;

    private Guests(boolean asked, PasswordHashes hashes) {
        this.asked = asked;
        this.hashes = hashes;
    }

    /** What cannot be read lets nobody in, and never everybody. */
    static Guests of(List<Access> access, Files files, PasswordHashes hashes) {
        var guests = new Guests(access.stream().anyMatch(a -> !(a instanceof Access.Net)), hashes);
        access.forEach(a -> guests.add(a, files));
        return guests;
    }

    private void add(Access access, Files files) {
        switch (access) {
            case Access.Net _ -> {
                // No user.
            }
            case Access.User(String name, String password, boolean readOnly) ->
                    add(new Guest(name, new Secret.Clear(password), readOnly));
            case Access.Group(String name, _) ->
                    LOG.error("HttpRequest: members of group '{}' cannot log in -- PAM is not supported", name);
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
        return Optional.ofNullable(byName.get(name));
    }

    /** Takes about as long for a stranger as for a guest, so that the time tells nobody who is one. */
    void pretend(String password) {
        byName.values().stream().findFirst().ifPresent(g -> admits(g, password));
    }

    boolean admits(Guest guest, String password) {
        return guest.secret().opens(password, hashes);
    }
}
