package jmonit.config;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Suggest;
import jmonit.model.Httpd;
import jmonit.model.Httpd.Access;
import jmonit.model.Origin;
import jmonit.os.FileFacts;
import jmonit.os.PasswordFile;

/** Whom the web server lets in, as far as other files and the accounts of this machine say. No password leaves this class. */
final class AccessLists {

    private static final Pattern MD5 = Pattern.compile("\\$(?:1|apr1)\\$.+\\$.+");
    private static final Pattern CRYPT = Pattern.compile("[./0-9A-Za-z]{13}|\\$\\w+\\$.+");
    private static final Pattern ENCRYPTED = Pattern.compile("\\$\\w+\\$.+\\$.+|\\{SHA\\}.+");

    private final Machine machine;
    private final Reach reach;
    private final Found found;

    AccessLists(Machine machine, Found found) {
        this.machine = machine;
        this.reach = new Reach(machine);
        this.found = found;
    }

    void check(Httpd httpd, Origin where) {
        httpd.access().forEach(access -> {
            switch (access) {
                case Access.PasswordFile file -> passwordFile(file, where);
                case Access.Group(String name, _) -> group(name, where);
                case Access.Net _, Access.User _ -> {
                    // Nothing of this machine is needed for these.
                }
            }
        });
    }

    private void group(String name, Origin where) {
        if (machine.accounts().group(name).isEmpty()) {
            warn(where, "group \"" + name + "\", which \"allow\" names, does not exist on this machine");
        }
    }

    private void passwordFile(Access.PasswordFile file, Origin where) {
        Optional<String> fault = reach.reading(file.path());
        if (fault.isPresent()) {
            error(where, "the password file \"" + file.path() + "\" " + fault.get());
            return;
        }
        try {
            content(file, PasswordFile.load(machine.files(), file.path()), where);
        } catch (IOException e) {
            error(where, "the password file \"" + file.path() + "\" is of no use: " + e.getMessage());
        }
        reach.facts(file.path()).ifPresent(facts -> mode(file, facts, where));
    }

    private void content(Access.PasswordFile file, PasswordFile passwords, Origin where) {
        if (file.users().isEmpty() && passwords.entries().isEmpty()) {
            found.add(warning(where, "the password file \"" + file.path() + "\" has no user")
                    .help("write a line such as name:password into it"));
        }
        file.users().stream().filter(u -> !passwords.names().contains(u)).forEach(u -> stranger(file, u, passwords.names(), where));
        passwords.entries().stream().filter(e -> file.users().isEmpty() || file.users().contains(e.name()))
                .forEach(e -> format(file, e, where));
    }

    private void stranger(Access.PasswordFile file, String user, List<String> known, Origin where) {
        var warning = warning(where, "the password file \"" + file.path() + "\" has no user \"" + user + "\"");
        found.add(Suggest.nearest(user, known).map(n -> warning.help(Wording.didYouMean(n))).orElse(warning));
    }

    private void format(Access.PasswordFile file, PasswordFile.Entry entry, Origin where) {
        String of = "the password of \"" + entry.name() + "\" in \"" + file.path() + "\" ";
        if (entry.password().isEmpty()) {
            warn(where, of + "is empty");
        } else if (file.digest().equals("cleartext") && ENCRYPTED.matcher(entry.password()).matches()) {
            found.add(warning(where, of + "looks encrypted, but is read as clear text").help("write \"allow md5\" or \"allow crypt\""));
        } else if (file.digest().equals("md5") && !MD5.matcher(entry.password()).matches()
                || file.digest().equals("crypt") && !CRYPT.matcher(entry.password()).matches()) {
            warn(where, of + "is not in the form of " + file.digest() + ", so nobody can log in with it");
        }
    }

    private void mode(Access.PasswordFile file, FileFacts facts, Origin where) {
        int closed = file.digest().equals("cleartext") ? 0077 : 0022;
        if ((facts.mode() & closed) != 0) {
            found.add(warning(where, "the password file \"" + file.path() + "\" is open to others, its mode is "
                    + ControlFileMode.octal(facts.mode())).help("chmod 600 " + file.path()));
        }
    }

    private void error(Origin where, String message) {
        found.add(Diagnostic.error(where.file(), where.line(), message));
    }

    private void warn(Origin where, String message) {
        found.add(warning(where, message));
    }

    private static Diagnostic warning(Origin where, String message) {
        return Diagnostic.warning(where.file(), where.line(), message);
    }
}
