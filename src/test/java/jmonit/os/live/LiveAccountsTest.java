package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jmonit.os.Account;
import jmonit.os.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveAccountsTest {

    @TempDir
    private Path directory;
    private LiveAccounts accounts;

    @BeforeEach
    void writeFiles() throws IOException {
        var passwd = Files.writeString(directory.resolve("passwd"), """
                # who may log in
                root:x:0:0:root:/root:/bin/bash
                  # indented:x:9:9::/:
                alice:x:1000:1001:Alice, "the boss":/home/alice:/bin/zsh
                  bob:x:1002:1002::/home/bob:/bin/sh
                short:x:1003:1003
                highest:x:4294967294:4294967294::/:

                nothing
                :x:5:5:nameless:/:
                letters:x:five:5::/:
                nogroup:x:5:::/:
                wide:x:4294967296:5::/:
                negative:x:-5:5::/:
                +nis:x:6:6::/:
                +:::::::
                -banned:x:7:7::/:
                alice:x:2000:2000:a second one:/elsewhere:/bin/sh
                """);
        var group = Files.writeString(directory.resolve("group"), """
                root:x:0:
                staff:x:50:alice,bob
                malformed:x
                +:::
                last:x:60""");
        var nsswitch = Files.writeString(directory.resolve("nsswitch"), """
                passwd: files compat [NOTFOUND=return] # ldap
                group : files
                hosts: files dns
                """);
        accounts = new LiveAccounts(passwd, group, nsswitch);
    }

    @Test
    void findsAUserByName() {
        assertEquals(Optional.of(new Account("bob", 1002, 1002, "/home/bob")), accounts.user("bob"));
    }

    @Test
    void findsAUserByNumber() {
        assertEquals(Optional.of(new Account("alice", 1000, 1001, "/home/alice")), accounts.user(1000));
    }

    @Test
    void believesTheFirstLineOfAName() {
        assertEquals(1000, accounts.user("alice").orElseThrow().uid());
    }

    @Test
    void acceptsAUserWithoutHomeAsLibcDoes() {
        assertEquals(Optional.of(new Account("short", 1003, 1003, "")), accounts.user("short"));
    }

    @Test
    void acceptsTheHighestNumber() {
        assertEquals("highest", accounts.user(4294967294L).orElseThrow().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody-here", "#", "# who may log in", "# indented", "nothing", "letters", "nogroup",
        "wide", "negative", "+nis", "nis", "+", "-banned", "banned", "alice:x", "root\0"})
    void knowsNobodyFromALineThatIsNone(String name) {
        assertEquals(Optional.empty(), accounts.user(name));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 9, -1, -5, 4294967295L, 4294967296L})
    void knowsNobodyByANumberThatIsNone(long uid) {
        assertEquals(Optional.empty(), accounts.user(uid));
    }

    @Test
    void findsAGroupByName() {
        assertEquals(Optional.of(new Group("staff", 50)), accounts.group("staff"));
    }

    @Test
    void findsAGroupByNumberInALineWithoutEnd() {
        assertEquals(Optional.of(new Group("last", 60)), accounts.group(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "malformed", "+", "alice"})
    void knowsNoGroupFromALineThatIsNone(String name) {
        assertEquals(Optional.empty(), accounts.group(name));
    }

    @Test
    void keepsWhatItReadFirst() throws IOException {
        var before = accounts.user("alice");
        Files.writeString(directory.resolve("passwd"), "");

        assertEquals(before, accounts.user("alice"));
    }

    @Tag("live")
    @ParameterizedTest
    @ValueSource(strings = {
        "passwd: files sss\ngroup: files sss\n",
        "passwd: files systemd\ngroup: db [SUCCESS=return]\n",
    })
    void asksLibcWhereThereAreOtherSources(String nsswitch) throws IOException {
        var asking = asking(nsswitch);

        assertEquals(Optional.of(new Group("root", 0)), asking.group(0));
        assertEquals(Optional.of(new Group("root", 0)), asking.group("root"));
        assertEquals("root", asking.user(0).orElseThrow().name());
        assertEquals(0, asking.user("root").orElseThrow().uid());
    }

    @Tag("live")
    @Test
    void asksLibcWhenAFileCannotBeRead() {
        var missing = directory.resolve("missing");
        var asking = new LiveAccounts(missing, missing, missing);

        assertEquals("root", asking.user(0).orElseThrow().name());
    }

    @Tag("live")
    @Test
    void knowsNobodyWhomLibcDoesNotKnow() throws IOException {
        var asking = asking("passwd: sss\ngroup: sss\n");

        assertEquals(Optional.empty(), asking.user("nobody-has-this-name"));
        assertEquals(Optional.empty(), asking.group("nobody-has-this-name"));
        assertEquals(Optional.empty(), asking.user("root\0"));
        assertEquals(Optional.empty(), asking.user(1L << 32));
    }

    @Tag("live")
    @Test
    void readsTheAccountsOfThisMachineAsLibcDoes() {
        assertEquals(new NativeAccounts().user("root"), new LiveAccounts().user("root"));
        assertNotEquals(Optional.empty(), new LiveAccounts().user("root"));
    }

    private LiveAccounts asking(String nsswitch) throws IOException {
        var empty = Files.writeString(directory.resolve("empty"), "");
        return new LiveAccounts(empty, empty, Files.writeString(directory.resolve("nsswitch"), nsswitch));
    }
}
