package jmonit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.model.Httpd;
import jmonit.model.Httpd.Access;
import jmonit.os.Files;
import jmonit.os.PasswordFile;

/** As whom a command logs in: like Monit, the first user whose password can be read and who may do all, else the first at all. */
final class Login {

    private final Files files;

    Login(Files files) {
        this.files = files;
    }

    Optional<Access.User> of(Httpd httpd) {
        var users = new ArrayList<Access.User>();
        httpd.access().forEach(a -> users.addAll(users(a)));
        return users.stream().filter(u -> !u.readOnly()).findFirst().or(() -> users.stream().findFirst());
    }

    private List<Access.User> users(Access access) {
        return switch (access) {
            case Access.User user -> List.of(user);
            case Access.PasswordFile file -> file.digest().equals("cleartext") ? users(file) : List.of();
            case Access.Net _, Access.Group _ -> List.of();
        };
    }

    private List<Access.User> users(Access.PasswordFile file) {
        try {
            return PasswordFile.load(files, file.path()).entries().stream()
                    .filter(e -> file.users().isEmpty() || file.users().contains(e.name()))
                    .map(e -> new Access.User(e.name(), e.password(), file.readOnly())).toList();
        } catch (IOException e) {
            // Then nobody of it can log in, and the daemon says so.
            return List.of();
        }
    }
}
