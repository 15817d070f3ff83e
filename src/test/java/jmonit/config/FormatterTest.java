package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.BuiltIn;
import jmonit.diagnostic.Source;

class FormatterTest {

    private static final String CHECK = "check process p with pidfile /run/p.pid\n";

    @Test
    void putsAWholeFileInOrder() throws IOException {
        assertEquals(resource("after.monitrc"), formatted(resource("before.monitrc")));
    }

    @Test
    void leavesAnOrderedFileAlone() throws IOException {
        assertEquals(resource("after.monitrc"), formatted(resource("after.monitrc")));
    }

    // ---- words

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "IF CPU > 50% FOR 3 CYCLES THEN ALERT     | if cpu > 50% for 3 cycles then alert",
            "if cpu>50%for 5cycles then alert         | if cpu > 50% for 5 cycles then alert",
            "if mem >= 100MB then alert               | if mem >= 100 MB then alert",
            "if cpu(USER) > 5 % then alert            | if cpu (user) > 5% then alert",
            "if loadavg(5min)>2 then alert            | if loadavg (5min) > 2 then alert",
            "if ( cpu > 5% ) then alert ;             | if (cpu > 5%) then alert;",
            "if failed uid Root then alert            | if failed uid Root then alert",
            "if failed port 80 protocol HTTP and request /Mem then alert "
                    + "| if failed port 80 protocol http and request /Mem then alert",
            "START PROGRAM=\"/bin/X  'a  b'\" Mem5s   | start program = \"/bin/X  'a  b'\" Mem5s",
            "start program \"/bin/x\" AS UID Mem      | start program \"/bin/x\" as uid Mem",
            "GROUP If                                 | group If",
            "DEPENDS   ON a,b , c                     | depends on a, b, c",
            "every   2cycles                          | every 2 cycles",
            "not   every \"* 1 * * *\"                | not every \"* 1 * * *\""})
    void writesKeywordsSmallAndLeavesTheRest(String before, String after) {
        assertEquals(CHECK + "    " + after + "\n", formatted(CHECK + before));
    }

    @Test
    void keepsWhatIsWrittenAsOneAsOne() {
        assertEquals("set httpd port 2812 and\n    allow Admin:\"Pass Word\"\n", formatted("set httpd port 2812 and allow Admin:\"Pass Word\""));
    }

    // ---- lines

    @Test
    void breaksALongRuleAtItsActionFirst() {
        var rule = "if failed unixsocket /var/run/mysqld/mysqld.sock protocol mysql for 3 times within 4 cycles then restart";

        assertEquals(CHECK + """
                    if failed unixsocket /var/run/mysqld/mysqld.sock protocol mysql for 3 times within 4 cycles
                        then restart
                """, formatted(CHECK + rule));
    }

    @Test
    void breaksAVeryLongRuleAtItsOptions() {
        var rule = "if failed host www.example.org port 443 protocol https and request \"/a/rather/long/path\" with content = \"fine\" "
                + "then alert";

        assertEquals(CHECK + """
                    if failed host www.example.org port 443 protocol https
                        and request "/a/rather/long/path"
                        with content = "fine"
                        then alert
                """, formatted(CHECK + rule));
    }

    @Test
    void joinsARuleThatFits() {
        assertEquals(CHECK + "    if failed (port 80 protocol http) then alert\n",
                formatted(CHECK + "if failed (\n  port 80\n  protocol http\n)\nthen\nalert"));
    }

    @Test
    void writesOneEntryALineWhereTheyDoNotFit() {
        var events = "set alert operators-of-the-night-shift@example.org not on { action,instance pid, ppid, timeout, nonexist, resource }";

        assertEquals("""
                set alert operators-of-the-night-shift@example.org not on {
                    action,
                    instance
                    pid,
                    ppid,
                    timeout,
                    nonexist,
                    resource
                }
                """, formatted(events));
    }

    /** Monit takes no line end between "start program =" and its quote, and reads another string where one stands before it. */
    @Test
    void neverJoinsAProgramToItsString() {
        assertEquals(CHECK + "    start program\n        \"/bin/x 'a b'\"\n", formatted(CHECK + "start program\n\"/bin/x 'a b'\""));
    }

    @Test
    void keepsAMistypedStatementOnItsOwnLine() {
        assertEquals(CHECK + "    start program = \"/bin/x\"\n        stpo program = \"/bin/y\"\n",
                formatted(CHECK + "start program = \"/bin/x\"\nstpo program = \"/bin/y\""));
    }

    @Test
    void keepsTheGroupingOfSettings() {
        assertEquals("set daemon 5\nset init\n\nset log syslog\n", formatted("\n\nset daemon 5\nset init\n\n\n\nset log syslog\n\n"));
    }

    @Test
    void movesLineEndsTabsAndByteOrderMarkOutOfTheWay() {
        assertEquals("set daemon 5\n" + "set init\n", formatted("\uFEFFset\tdaemon  5\r\nset init\r\n"));
    }

    @Test
    void leavesNothingOfNothing() {
        assertEquals("", formatted(" \n\n"));
    }

    // ---- comments

    @Test
    void keepsCommentsWhereTheyBelong() {
        var text = """
                check file a with path /a
                  if changed checksum then alert    # look
                  # if changed size then alert

                # b is another matter
                check file b with path /b
                  if failed # why
                  # because
                    checksum then alert""";

        assertEquals("""
                check file a with path /a
                    if changed checksum then alert # look
                    # if changed size then alert

                # b is another matter
                check file b with path /b
                    if failed # why
                        # because
                        checksum then alert
                """, formatted(text));
    }

    // ---- includes

    @Test
    void tellsAnIncludeOfACheckFromOneBehindIt() {
        assertEquals("check file a with path /a\n    include /x\n\ninclude /y\n",
                formatted("check file a with path /a\n  INCLUDE   /x\ninclude /y"));
    }

    // ---- what it leaves alone

    @Test
    void leavesAFileWithAnUnclosedStringAlone() {
        var text = "set daemon  5\ncheck file a with path \"/a\n";

        assertEquals(new Formatted.Untouched(text, "the string that begins with \"/a has no closing quote"), format(text));
    }

    @Test
    void leavesAFileWithANulAlone() {
        assertEquals(new Formatted.Untouched("set  init\0x", "it holds a NUL character, and nothing after it is read"), format("set  init\0x"));
    }

    @Test
    void leavesAFileAloneThatWouldReadDifferently() {
        var text = CHECK + "depends\non\nweb\n";

        assertEquals(new Formatted.Untouched(text, "its words would not be read alike in another layout"), format(text));
    }

    @Test
    void comesToAnEndInABrokenMailFormat() {
        assertEquals("set mail-format { % a@b }\n", formatted("set mail-format {\n% a@b }"));
    }

    @Test
    void takesLittleTimeForManyServices() {
        String text = (CHECK + "if failed port 80 protocol http with timeout 5 seconds then restart # x\n").repeat(5_000);

        assertTimeout(Duration.ofSeconds(20), () -> format(text));
    }

    private static Formatted format(String text) {
        return new Formatter(BuiltIn.CATALOG).format(new Source("monitrc", text, List.of()));
    }

    /** What becomes of a text, which must be what becomes of that. */
    private static String formatted(String text) {
        String once = ordered(text);
        assertEquals(once, ordered(once));
        return once;
    }

    private static String ordered(String text) {
        Formatted formatted = format(text);
        assertEquals(new Formatted.Ordered(formatted.text()), formatted);
        return formatted.text();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = FormatterTest.class.getResourceAsStream("/fmt/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
