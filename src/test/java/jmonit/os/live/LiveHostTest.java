package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import jmonit.os.Account;
import jmonit.os.FakeAccounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveHostTest {

    @TempDir
    private Path directory;
    private Path hostname;
    private long uid;

    @BeforeEach
    void askTheMachine() throws IOException {
        hostname = Files.writeString(directory.resolve("hostname"), "plum.example.org\n");
        uid = Integer.toUnsignedLong((int) Files.getAttribute(directory, "unix:uid"));
    }

    @Test
    void isNamedAsTheKernelSays() {
        assertEquals("plum.example.org", host(Map.of()).name());
    }

    @Test
    void saysWhereTheNameShouldHaveBeen() {
        var missing = directory.resolve("missing");
        var nameless = new LiveHost(missing, new FakeAccounts(), Map.of());

        var failure = assertThrows(UncheckedIOException.class, nameless::name);

        assertEquals("cannot read the host name from " + missing + ": no such file or directory",
                failure.getCause().getMessage());
    }

    @Test
    void runsAsTheOwnerOfWhatItCreates() {
        assertEquals(uid, host(Map.of()).uid());
    }

    @Test
    void namesTheRunningUser() {
        assertEquals("captain", host(Map.of()).userName());
    }

    @Test
    void namesAUserWithoutAccountByNumber() {
        assertEquals(Long.toString(uid), new LiveHost(hostname, new FakeAccounts(), Map.of()).userName());
    }

    @Test
    void isAtHomeWhereTheEnvironmentSays() {
        assertEquals("/tmp/home", host(Map.of("HOME", "/tmp/home")).home());
    }

    @Test
    void isAtHomeWhereTheAccountSaysOtherwise() {
        assertEquals("/home/captain", host(Map.of("HOME", "")).home());
    }

    @Test
    void isAtHomeInTheRootDirectoryWithoutAccount() {
        assertEquals("/", new LiveHost(hostname, new FakeAccounts(), Map.of()).home());
    }

    @Test
    void knowsItsDirectory() throws IOException {
        assertEquals(Path.of("/proc/self/cwd").toRealPath().toString(), host(Map.of()).directory());
    }

    private LiveHost host(Map<String, String> environment) {
        var accounts = new FakeAccounts().with(new Account("captain", uid, uid, "/home/captain"));
        return new LiveHost(hostname, accounts, environment);
    }
}
