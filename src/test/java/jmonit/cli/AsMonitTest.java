package jmonit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command of Monit 5.33.0 asks, prints and ends with, captured from it. */
class AsMonitTest {

    private static final String CONTROL_FILE = """
            set daemon 5
            set httpd port 2812 and use address 127.0.0.1
                allow localhost
                allow reader:rrr read-only
                allow admin:"se:c ret"
                allow other:oo
            check process sleeper with pidfile /s.pid
                group db
            check process ghost with pidfile /none.pid
                group db
            check file hosts with path /etc/hosts
            """;
    private static final String TOKEN = "securitytoken=00000000000000000000000000000000";
    /** jmonit would say that it is jmonit. */
    private static final String NO_HEALTH = Talk.refusal(404, "There is no service named \"health\"");

    private final Talk talk = new Talk().controlFile(CONTROL_FILE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "monit -c /m summary          | /_summary format=text&program=monit",
        "monit -c /m Summary          | /_summary format=text&program=monit",
        "jmonit -c /m summary         | /_summary format=text&program=jmonit",
        "monit -c /m -B summary hosts | /_summary service=hosts&format=text&program=monit",
        "monit -c /m status sl.*      | /_status service=sl.%2A&format=text&program=monit",
        "monit -c /m status a b       | /_status service=a&format=text&program=monit",
        "monit -c /m -g db status     | /_status group=db&format=text&program=monit",
        "monit -c /m -g db status x   | /_status service=x&group=db&format=text&program=monit",
        "monit -c /m report           | /_report format=text&program=monit",
        "monit -c /m report up down   | /_report type=up&format=text&program=monit"})
    void asksForTheSame(String line, String question) {
        talk.at(Talk.HTTPD, Talk.text("answer\n"));

        assertEquals(0, talk.line(line));

        assertEquals(List.of("POST " + question + "&" + TOKEN), talk.asked());
        assertEquals("answer\n", talk.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "monit -c /m stop ghost         | stop&service=ghost",
        "jmonit -c /m stop ghost        | stop&service=ghost",
        "monit -c /m STOP GHOST         | stop&service=GHOST",
        "monit -c /m stop gh.* hosts    | stop&service=gh.%2A",
        "monit -c /m start all          | start&service=sleeper&service=ghost&service=hosts&service=plum",
        "monit -c /m start ALL          | start&service=sleeper&service=ghost&service=hosts&service=plum",
        "monit -c /m -g db restart      | restart&service=sleeper&service=ghost",
        "monit -c /m -g DB monitor all  | monitor&service=sleeper&service=ghost",
        "monit -c /m -g db unmonitor x  | unmonitor&service=sleeper&service=ghost"})
    void wantsTheSameDone(String line, String question) {
        talk.at(Talk.HTTPD, NO_HEALTH, Talk.answer(302, "text/html", ""));

        assertEquals(0, talk.line(line));

        assertEquals("POST /_doaction action=" + question + "&format=text&" + TOKEN, talk.asked().getLast());
        assertEquals("", talk.out() + talk.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "status nosuch  | 400 | Service 'nosuch' not found",
        "-g nog summary | 400 | Service group 'nog' not found",
        "report foo     | 400 | Invalid report type: 'foo'"})
    void printsWhatTheDaemonRefuses(String arguments, int status, String words) {
        talk.at(Talk.HTTPD, Talk.refusal(status, words));

        assertEquals(1, talk.line("monit -c /m " + arguments));

        assertEquals(words + "\n", talk.err());
        assertEquals("", talk.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "stop nosuch | 400 | There is no service named \"nosuch\"",
        "stop hosts  | 403 | You do not have sufficient privileges to access this page"})
    void printsWhyNothingIsDone(String arguments, int status, String words) {
        talk.at(Talk.HTTPD, NO_HEALTH, Talk.refusal(status, words));

        assertEquals(1, talk.line("monit -c /m " + arguments));

        assertEquals(words + "\n", talk.err());
    }

    @ParameterizedTest
    @CsvSource({"stop", "START", "summary"})
    void doesNotLeaveOutWhatIsNamedFurtherOn(String word) {
        talk.at(Talk.HTTPD, NO_HEALTH);

        assertEquals(1, talk.line("jmonit -c /m " + word + " web db"));

        assertEquals(word.toLowerCase(java.util.Locale.ROOT) + " takes one name, and \"db\" is one more: take a pattern, as in 'web|db', or a group with -g\n",
                talk.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "stop             | Please specify a service name or 'all' after stop",
        "stop all -g nog  | Group 'nog' not found",
        "foo bar          | Invalid argument -- foo  (-h will show valid arguments)",
        "summary -f       | Invalid option -- f  (-h will show valid options)"})
    void knowsWithoutAskingWhatIsWrong(String arguments, String words) {
        talk.at(Talk.HTTPD, NO_HEALTH);

        assertEquals(1, talk.line("monit -c /m " + arguments));

        assertEquals(words + "\n", talk.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "summary        | 1 | ''                                                              | Monit: the monit daemon is not running",
        "status nosuch  | 1 | ''                                                              | Monit: the monit daemon is not running",
        "-g db report   | 1 | ''                                                              | Monit: the monit daemon is not running",
        "quit           | 0 | Monit daemon is not running                                     | ''",
        "reload         | 0 | Reinitializing monit daemon;Monit daemon is not running         | ''"})
    void saysThatNoDaemonRuns(String arguments, int code, String out, String err) {
        assertEquals(code, talk.line("monit -c /m " + arguments));

        assertEquals(lines(out), talk.out());
        assertEquals(lines(err), talk.err());
    }

    private static String lines(String text) {
        return text.isEmpty() ? "" : text.replace(';', '\n') + "\n";
    }

    @Test
    void saysThatNobodyListensWhereADaemonRuns() {
        talk.pidFile.keptBy("/run/jmonit.pid", 78);

        assertEquals(1, talk.line("monit -c /m summary"));

        assertEquals("Cannot connect to [127.0.0.1]:2812 -- Connection refused\n", talk.err());
    }

    @Test
    void saysThatTheControlFileOpensNoDoor() {
        talk.controlFile("set daemon 5\ncheck file hosts with path /etc/hosts\n").pidFile.keptBy("/run/jmonit.pid", 78);

        assertEquals(1, talk.line("monit -c /m stop hosts"));

        assertTrue(talk.err().startsWith("Monit: the monit HTTP interface is not enabled, please add the 'set httpd' statement"), talk.err());
    }

    @Test
    void logsInAsTheFirstUserWhoMayDoAll() {
        talk.at(Talk.HTTPD, Talk.text("")).line("monit -c /m summary");

        // admin:se:c ret
        assertTrue(talk.sent().contains("\r\nAuthorization: Basic YWRtaW46c2U6YyByZXQ=\r\n"), talk.sent());
    }

    @Test
    void logsInAsAReaderWhereThereIsNobodyElse() {
        talk.controlFile("set httpd port 2812 allow reader:rrr read-only\ncheck file hosts with path /etc/hosts\n");

        talk.at(Talk.HTTPD, Talk.text("")).line("monit -c /m summary");

        assertTrue(talk.sent().contains("\r\nAuthorization: Basic cmVhZGVyOnJycg==\r\n"), talk.sent());
    }

    @Test
    void logsInOutOfAFileOfPlainPasswords() {
        talk.files.file("/p", "joe:pw\n");
        talk.controlFile("set httpd port 2812 allow cleartext /p\ncheck file hosts with path /etc/hosts\n");

        talk.at(Talk.HTTPD, Talk.text("")).line("monit -c /m summary");

        assertTrue(talk.sent().contains("\r\nAuthorization: Basic am9lOnB3\r\n"), talk.sent());
    }

    @Test
    void wakesTheDaemonAndShowsWhatItKnows() {
        talk.pidFile.keptBy("/run/jmonit.pid", 78);
        talk.at(Talk.HTTPD, Talk.text("all of it\n"));

        assertEquals(1, talk.line("monit -c /m validate"));

        assertEquals(List.of("78 WAKE"), talk.signals.sent());
        assertEquals("Monit daemon with PID 78 awakened\nall of it\n", talk.out());
    }
}
