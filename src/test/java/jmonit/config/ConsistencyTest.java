package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ConsistencyTest {

    private final SomeMachine machine = new SomeMachine();

    // ---- dependencies

    @Test
    void theCaseOfAServiceDoesNotMatter() {
        assertEquals("", machine.finds("""
                check process web matching "web"
                    depends on DataBase, plum
                check process database matching "database"
                """));
    }

    @Test
    void whatAServiceDependsOnHasToBeDefined() {
        assertEquals("""
                /etc/monitrc:3: error: "web" depends on "databse", which is not defined
                  = help: did you mean "database"?
                  = see:  jmonit help dependencies

                /etc/monitrc:4: error: "web" depends on "moon", which is not defined
                  = see:  jmonit help dependencies
                """, machine.finds("""
                check process database matching "database"
                check process web matching "web"
                    depends on databse
                    depends on moon
                """));
    }

    @Test
    void noServiceWaitsForItself() {
        assertEquals("""
                /etc/monitrc:2: error: "web" depends on itself
                  = help: remove one of these dependencies
                  = see:  jmonit help dependencies
                """, machine.finds("""
                check process web matching "web"
                    depends on WEB
                """));
    }

    @Test
    void aCircleIsToldInItsOrder() {
        assertEquals("""
                /etc/monitrc:8: error: "b" depends on itself in a circle: b -> c -> d -> b
                  = help: remove one of these dependencies
                  = see:  jmonit help dependencies
                """, machine.finds("""
                check process a matching "a"
                    depends on b
                check process b matching "b"
                    depends on c
                check process c matching "c"
                    depends on e, d
                check process d matching "d"
                    depends on b
                check process e matching "e"
                """));
    }

    @Test
    void severalWaysToOneServiceAreNoCircle() {
        assertEquals("", machine.finds("""
                check process a matching "a"
                    depends on b, c
                check process b matching "b"
                    depends on d
                check process c matching "c"
                    depends on d
                check process d matching "d"
                """));
    }

    @Test
    void aLongChainIsWalkedToItsEnd() {
        String chain = IntStream.range(0, 20_000).mapToObj(i -> "check process p%d matching x depends on p%d".formatted(i, (i + 1) % 20_000))
                .collect(Collectors.joining("\n"));

        assertEquals("/etc/monitrc:20000: error: \"p0\" depends on itself in a circle: "
                + "p0 -> p1 -> p2 -> p3 -> p4 -> p5 -> p6 -> p7 -> p8 -> p9 -> … (19990 more) -> p0",
                machine.finds(chain).lines().findFirst().orElseThrow());
    }

    // ---- the web server

    @Test
    void invalidNetworksAreTold() {
        assertEquals("""
                /etc/monitrc: warning: "10.0.0.999" is no host or network, so "allow" lets nobody in for it
                  = help: write an address such as 10.0.0.1, or a network such as 10.0.0.0/8
                  = see:  jmonit help httpd
                """, machine.finds("set httpd port 2812 allow localhost allow 10.0.0.999"));
    }

    @Test
    void aWebServerForNobodyIsTold() {
        String nobody = """
                /etc/monitrc: warning: nobody may use the web server, so it is not started
                  = help: add "allow localhost" or "allow user:password"
                  = see:  jmonit help httpd
                """;

        assertEquals(nobody, machine.finds("set httpd port 2812"));
        assertEquals(nobody, machine.finds("set httpd unixsocket /run/jmonit.sock"));
        assertEquals("", machine.finds("set httpd port 2812 allow @web"));
    }

    @Test
    void aUserHasOnePassword() {
        assertEquals("""
                /etc/monitrc: warning: user "ann" is allowed twice, and only the first password counts
                  = help: remove one of the two
                  = see:  jmonit help httpd
                """, machine.finds("set httpd port 2812 allow ann:\"x\" allow ann:\"z\""));
    }

    @Test
    void aCollectorNeedsAWebServer() {
        assertEquals("""
                /etc/monitrc: warning: a collector is set, but no web server for it to manage services with
                  = help: add "set httpd port 2812" and an "allow"
                  = see:  jmonit help mmonit
                """, machine.finds("set mmonit http://u:p@localhost:8080/collector"));
    }

    @Test
    void aCollectorNeedsAPort() {
        assertEquals("""
                /etc/monitrc: warning: a collector cannot reach a web server that only listens on a Unix socket
                  = help: add "port 2812" to "set httpd"
                  = see:  jmonit help mmonit
                """, machine.finds("set mmonit http://u:p@localhost:8080/collector set httpd unixsocket /run/s allow localhost"));
    }

    @Test
    void aCollectorNeedsAUserWhoMayAct() {
        assertEquals("""
                /etc/monitrc: warning: a collector is to be told a user and password, but "set httpd" has none to tell
                  = help: add "allow user:password" to "set httpd", or "register without credentials" to "set mmonit"
                  = see:  jmonit help mmonit
                """, machine.finds("""
                set mmonit http://u:p@localhost:8080/collector
                set httpd port 2812 allow localhost allow ann:"x" read-only
                """));
        assertEquals("", machine.finds("set mmonit http://u:p@localhost:8080/collector set httpd port 2812 allow cleartext /etc/users"));
        assertEquals("", machine.finds("set mmonit http://u:p@localhost:8080/collector and register without credentials"
                + " set httpd port 2812 allow localhost"));
    }

    // ---- windows

    @Test
    void aWindowIsNotLongerThanARuleRemembers() {
        assertEquals("""
                /etc/monitrc:4: warning: this window is longer than a rule remembers
                  = help: it has 120 cycles of 5 s; the last 64 count, which is 5.333 m
                  = see:  jmonit help windows

                /etc/monitrc:8: warning: this window is longer than a rule remembers
                  = help: it has 240 cycles of 500 ms; the last 64 count, which is 32 s
                  = see:  jmonit help windows
                """, machine.finds("""
                set daemon 5
                check process web matching "web"
                    if cpu > 80% for 5 minutes then alert
                    if cpu > 80% for 10 minutes then alert
                    if cpu > 80% for 64 cycles then alert
                check process quick matching "quick"
                    every 500 ms
                    if cpu > 80% then alert else if succeeded for 2 minutes then alert
                check process slow matching "slow"
                    every 2 minutes
                    if cpu > 80% for 2 hours then alert
                """));
    }
}
