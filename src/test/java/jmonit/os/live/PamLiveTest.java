package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real PAM with the real passwords of this machine, for users that exist only as long as this test. */
@Tag("live")
class PamLiveTest {

    private static final String MARK = Long.toString(ProcessHandle.current().pid(), 36);
    private static final String GROUP = "jmg" + MARK;
    private static final String INSIDE = "jmi" + MARK;
    private static final String PRIMARY = "jmp" + MARK;
    private static final String OUTSIDE = "jmo" + MARK;
    private static final String PASSWORD = "s3cret-ä";

    private final LiveLogins logins = new LiveLogins(new LiveAccounts());

    @BeforeAll
    static void makeUsers() throws Exception {
        assumeTrue(new LiveFiles().writable("/etc/shadow"), "makes users: run as root");
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/useradd")) && Files.isExecutable(Path.of("/usr/sbin/chpasswd")), "needs useradd and chpasswd");
        assumeTrue(Files.exists(Path.of("/etc/pam.d/common-auth")), "needs the PAM of Debian");
        run("", "groupadd", GROUP);
        run("", "useradd", "-M", "-s", "/usr/sbin/nologin", "-G", GROUP, INSIDE);
        run("", "useradd", "-M", "-s", "/usr/sbin/nologin", "-g", GROUP, PRIMARY);
        run("", "useradd", "-M", "-s", "/usr/sbin/nologin", OUTSIDE);
        for (String user : List.of(INSIDE, PRIMARY, OUTSIDE)) {
            run(user + ":" + PASSWORD + "\n", "chpasswd");
        }
    }

    @AfterAll
    static void removeThem() throws Exception {
        for (String user : List.of(INSIDE, PRIMARY, OUTSIDE)) {
            if (new LiveAccounts().user(user).isPresent()) {
                run("", "userdel", user);
            }
        }
        if (new LiveAccounts().group(GROUP).isPresent()) {
            run("", "groupdel", GROUP);
        }
    }

    private static void run(String input, String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), words[0]);
        assertEquals(0, process.exitValue(), () -> String.join(" ", words) + ": " + said);
    }

    @Test
    void letsInWhoKnowsThePassword() {
        assertTrue(logins.admits(INSIDE, PASSWORD));
        assertFalse(logins.admits(INSIDE, "wrong"));
        assertFalse(logins.admits(INSIDE, ""));
    }

    @Test
    void aGroupHasMembersOfBothKinds() {
        assertEquals(List.of(true, true, false), List.of(INSIDE, PRIMARY, OUTSIDE).stream().map(u -> logins.member(u, GROUP)).toList());
    }

    @Test
    void letsNobodyInWhoseAccountIsOver() throws Exception {
        run("", "chage", "-E", "0", OUTSIDE);

        assertFalse(logins.admits(OUTSIDE, PASSWORD));
    }

    @Test
    void letsNobodyInWhoIsLockedOut() throws Exception {
        run("", "passwd", "-l", PRIMARY);

        assertFalse(logins.admits(PRIMARY, PASSWORD));
    }
}
