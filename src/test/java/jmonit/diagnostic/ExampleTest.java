package jmonit.diagnostic;

import static jmonit.diagnostic.Sample.source;
import static jmonit.diagnostic.Sample.span;
import static jmonit.diagnostic.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Messages as operators will meet them, to the letter. */
class ExampleTest {
    @Test
    void misspeltStatement() {
        var source = source("""
                set daemon 30

                chekc process nginx with pidfile /run/nginx.pid
                """);

        var found = Diagnostic.error(
                        span(source, "chekc"),
                        "unknown statement \"chekc\"",
                        "expected a statement: set, check or include")
                .help("did you mean \"check\"?")
                .see("control-file");

        assertEquals("""
                monitrc:3:1: error: unknown statement "chekc"
                  |
                3 | chekc process nginx with pidfile /run/nginx.pid
                  | ^^^^^ expected a statement: set, check or include
                  |
                  = help: did you mean "check"?
                  = see:  jmonit help control-file
                """, text(found));
    }

    @Test
    void unknownProtocol() {
        var source = source("""
                check host web with address www.example.org
                    if failed port 80 protocol htpp with timeout 5 seconds then restart
                """);

        var found = Diagnostic.error(
                        span(source, "htpp"), "unknown protocol \"htpp\"", "not a protocol jmonit can speak")
                .help("did you mean \"http\"?")
                .see("protocols");

        assertEquals("""
                monitrc:2:32: error: unknown protocol "htpp"
                  |
                2 |     if failed port 80 protocol htpp with timeout 5 seconds then restart
                  |                                ^^^^ not a protocol jmonit can speak
                  |
                  = help: did you mean "http"?
                  = see:  jmonit help protocols
                """, text(found));
    }

    @Test
    void missingThen() {
        var source = source("""
                check system here
                    if cpu > 80% for 5 cycles alert
                """);

        var found = Diagnostic.error(
                        span(source, "alert"), "this rule has no \"then\"", "expected \"then\" before this")
                .help("write \"then alert\"")
                .see("rules");

        assertEquals("""
                monitrc:2:31: error: this rule has no "then"
                  |
                2 |     if cpu > 80% for 5 cycles alert
                  |                               ^^^^^ expected "then" before this
                  |
                  = help: write "then alert"
                  = see:  jmonit help rules
                """, text(found));
    }

    @Test
    void missingQuote() {
        var source = source("""
                check process nginx with pidfile /run/nginx.pid
                    start program = "/etc/init.d/nginx start
                    stop program  = "/etc/init.d/nginx stop"
                """);
        int open = source.text().indexOf('"');
        int next = source.text().indexOf('"', open + 1);

        var found = Diagnostic.error(
                        Span.at(source, open, next + 1), "this string has no closing quote", "starts here")
                .and(
                        Span.at(source, next, next + 1),
                        "the next quote is here, so everything between was read as text")
                .help("add a '\"' at the end of line 2")
                .see("strings");

        assertEquals("""
                monitrc:2:21: error: this string has no closing quote
                  |
                2 |     start program = "/etc/init.d/nginx start
                  |                     ^^^^^^^^^^^^^^^^^^^^^^^^ starts here
                3 |     stop program  = "/etc/init.d/nginx stop"
                  |                     - the next quote is here, so everything between was read as text
                  |
                  = help: add a '"' at the end of line 2
                  = see:  jmonit help strings
                """, text(found));
    }

    @Test
    void testTheServiceTypeDoesNotHave() {
        var source = source("""
                check file app.log with path /var/log/app.log
                    if cpu > 50% then alert
                """);

        var found = Diagnostic.error(
                        span(source, "cpu"),
                        "a file has no \"cpu\" to test",
                        "only process and system services have it")
                .and(span(source, "file"), "this is a file check")
                .help("a file can be tested for: checksum, content, exist, gid, size, uid")
                .see("check-file");

        assertEquals("""
                monitrc:2:8: error: a file has no "cpu" to test
                  |
                1 | check file app.log with path /var/log/app.log
                  |       ---- this is a file check
                2 |     if cpu > 50% then alert
                  |        ^^^ only process and system services have it
                  |
                  = help: a file can be tested for: checksum, content, exist, gid, size, uid
                  = see:  jmonit help check-file
                """, text(found));
    }

    @Test
    void impossibleWindow() {
        var source = source("""
                check system here
                    if loadavg (5min) > 4 for 5 times within 3 cycles then alert
                """);
        int times = source.text().indexOf("5 times");
        int cycles = source.text().indexOf("3 cycles");

        var found = Diagnostic.error(
                        Span.at(source, times, times + 1), "5 times cannot happen within 3 cycles", "at most 3 here")
                .and(Span.at(source, cycles, cycles + 1), "the window is 3 cycles long")
                .help("a rule is checked once per cycle; did you mean \"for 3 times within 5 cycles\"?")
                .see("windows");

        assertEquals("""
                monitrc:2:31: error: 5 times cannot happen within 3 cycles
                  |
                2 |     if loadavg (5min) > 4 for 5 times within 3 cycles then alert
                  |                               ^ at most 3 here
                  |                                              - the window is 3 cycles long
                  |
                  = help: a rule is checked once per cycle; did you mean "for 3 times within 5 cycles"?
                  = see:  jmonit help windows
                """, text(found));
    }

    @Test
    void sameNameInTwoFiles() {
        var main = source("""
                set daemon 30
                include mysql.conf
                check process MySQL matching "mysqld"
                """);
        var other = source("mysql.conf", """
                # the database
                check process mysql with pidfile /run/mysqld/mysqld.pid
                """);

        var found = Diagnostic.error(
                        span(other, "mysql"), "service \"mysql\" is defined twice", "second definition")
                .and(span(main, "MySQL"), "first definition")
                .help("service names must be unique across all included files (case does not matter)")
                .see("services");

        assertEquals("""
                mysql.conf:2:15: error: service "mysql" is defined twice
                  |
                2 | check process mysql with pidfile /run/mysqld/mysqld.pid
                  |               ^^^^^ second definition
                  --> monitrc:3
                  |
                3 | check process MySQL matching "mysqld"
                  |               ----- first definition
                  |
                  = help: service names must be unique across all included files (case does not matter)
                  = see:  jmonit help services
                """, text(found));
    }

    @Test
    void dependencyOnNothing() {
        var source = source("""
                check process database matching "postgres"

                check process web matching "nginx"
                    depends on databse
                """);

        var found = Diagnostic.error(
                        span(source, "databse"),
                        "\"web\" depends on \"databse\", which is not defined",
                        "no service has this name")
                .and(span(source, "database"), "a service with a similar name")
                .help("did you mean \"database\"?")
                .see("dependencies");

        assertEquals("""
                monitrc:4:16: error: "web" depends on "databse", which is not defined
                  |
                1 | check process database matching "postgres"
                  |               -------- a service with a similar name
                ...
                4 |     depends on databse
                  |                ^^^^^^^ no service has this name
                  |
                  = help: did you mean "database"?
                  = see:  jmonit help dependencies
                """, text(found));
    }
}
