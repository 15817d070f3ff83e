package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts of this machine; the passwords are those of a script that PAM is told to run. */
class LiveLoginsTest {

    private static final String USER = "root";

    @TempDir
    private Path folder;

    private LiveLogins logins() throws IOException {
        assumeTrue(Stream.of("/lib/x86_64-linux-gnu/security/pam_exec.so", "/lib/aarch64-linux-gnu/security/pam_exec.so",
                "/usr/lib64/security/pam_exec.so").map(Path::of).anyMatch(Files::exists), "needs PAM with pam_exec");
        Path script = Files.writeString(folder.resolve("check"), "#!/bin/sh\nread -r word\n[ \"$PAM_USER $word\" = \"" + USER + " open sesame\" ]\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("monit"), "auth required pam_exec.so quiet expose_authtok " + script + "\naccount required pam_permit.so\n");
        Optional<Pam> pam = Pam.load(Optional.of(folder.toString()));
        assumeTrue(pam.isPresent(), "needs libpam.so.0");
        return new LiveLogins(new LiveAccounts(), () -> pam);
    }

    @Test
    void theRightPasswordComesIn() throws IOException {
        assertTrue(logins().admits(USER, "open sesame"));
    }

    @Test
    void anyOtherDoesNot() throws IOException {
        var logins = logins();

        assertFalse(logins.admits(USER, "open"));
        assertFalse(logins.admits(USER, ""));
        assertFalse(logins.admits("nobody", "open sesame"));
        assertFalse(logins.admits(USER, "open sesame\0"));
    }

    @Test
    void aMachineWithoutPamLetsNobodyIn() {
        assertFalse(new LiveLogins(new LiveAccounts(), Optional::empty).admits(USER, "open sesame"));
    }

    @Test
    void knowsWhoIsInAGroup() {
        var logins = new LiveLogins(new LiveAccounts());

        assertTrue(logins.member("root", "root"));
        assertFalse(logins.member("nobody", "root"));
        assertFalse(logins.member("root", "no such group"));
        assertFalse(logins.member("no such user", "root"));
    }
}
