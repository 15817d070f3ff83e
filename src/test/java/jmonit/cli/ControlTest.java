package jmonit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.os.FileFacts;

/** What jmonit's command and jmonit's daemon say to each other. */
class ControlTest {

    private static final String DONE = Talk.json("{'results':[{'service':'web','state':'done','reason':''}]}");
    private static final String UNKNOWN = Talk.answer(404, "application/json", "{\"error\":{\"message\":\"no such service\",\"help\":\"\"}}");
    private static final String COUNTS = "'counts':{'total':2,'up':1,'down':1,'initialising':0,'unmonitored':0}";

    private final Talk talk = new Talk().controlFile("set deamon 5, which cannot be read\n");

    @Test
    void needsNoControlFileToFindTheDaemon() {
        talk.control(Talk.text("answer\n"));

        assertEquals(0, talk.line("jmonit -c /m summary"));

        assertEquals("answer\n", talk.out());
        assertTrue(!talk.sent().contains("Authorization"), talk.sent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "jmonit -c /m start web        | {'action':'start','services':['web'],'wait':300}",
        "monit --no-wait -c /m start web other  | {'action':'start','services':['web'],'wait':0}",
        "jmonit -c /m stop all         | {'action':'stop','all':true,'wait':300}",
        "jmonit -c /m -g db restart    | {'action':'restart','group':'db','wait':300}",
        "jmonit -c /m -g db stop all   | {'action':'stop','group':'db','wait':300}",
        "jmonit --no-wait -c /m monitor web  | {'action':'monitor','services':['web'],'wait':0}",
        "monit -c /m unmonitor web     | {'action':'unmonitor','services':['web'],'wait':0}"})
    void wantsServicesToAct(String line, String order) {
        talk.control(DONE);

        assertEquals(0, talk.line(line));

        assertEquals(List.of("POST /api/v1/actions " + order.replace('\'', '"')), talk.asked());
        assertEquals("", talk.out() + talk.err());
    }

    @Test
    void saysHowAnActionEnded() {
        talk.control(Talk.json("{'results':[{'service':'a','state':'done','reason':''},{'service':'b','state':'failed','reason':'it exits\\u001b[2J at once'},"
                + "{'service':'c','state':'pending','reason':''}]}"));

        assertEquals(1, talk.line("jmonit -c /m start all"));

        assertEquals("jmonit: start of b failed: it exits?[2J at once\njmonit: start of c still goes on after 300 seconds\n", talk.err());
    }

    @Test
    void takesAPatternForTheNamesItMatches() {
        talk.control(UNKNOWN, Talk.json("{'services':[{'name':'web1'},{'name':'web2'}]}"), DONE);

        assertEquals(0, talk.line("jmonit -c /m stop web."));

        assertEquals("GET /api/v1/services?name=web.", talk.asked().get(1));
        assertEquals("POST /api/v1/actions {\"action\":\"stop\",\"services\":[\"web1\",\"web2\"],\"wait\":300}", talk.asked().get(2));
    }

    @Test
    void knowsNoServiceOfThatName() {
        talk.control(UNKNOWN);
        assertEquals(1, talk.line("jmonit -c /m stop web"));

        talk.control(UNKNOWN, Talk.json("{'services':[]}"));
        assertEquals(1, talk.line("jmonit -c /m stop w.*"));

        talk.control(UNKNOWN);
        assertEquals(1, talk.line("jmonit -c /m -g x stop"));

        assertEquals("There is no service named \"web\"\nThere is no service named \"w.*\"\nGroup 'x' not found\n", talk.err());
    }

    @Test
    void printsWhatPreventsAnAction() {
        talk.control(Talk.answer(403, "application/json", "{\"error\":{\"message\":\"you may only look\",\"help\":\"log in as another user\"}}"));

        assertEquals(1, talk.line("jmonit -c /m stop web"));

        assertEquals("jmonit: you may only look\nlog in as another user\n", talk.err());
    }

    @Test
    void reloads() {
        talk.control(Talk.json("{'state':'done','reason':''}"));

        assertEquals(0, talk.line("jmonit -c /m reload"));

        assertEquals(List.of("POST /api/v1/daemon {\"action\":\"reload\",\"wait\":30}"), talk.asked());
        assertEquals("Reinitializing jmonit daemon\n", talk.out());
    }

    @Test
    void printsTheMistakesOfAFileThatIsNotReloaded() {
        talk.control(Talk.json("{'state':'failed','reason':'/m:1:5: error: unknown setting\\nand one more'}"));

        assertEquals(1, talk.line("jmonit -c /m reload"));

        assertEquals("/m:1:5: error: unknown setting\nand one more\n", talk.err());
    }

    @Test
    void quitsAndWaitsUntilNobodyListensAnyMore() {
        talk.controlFile("set daemon 5\n").pidFile.keptBy("/run/jmonit.pid", 78);
        talk.control(Talk.json("{'state':'done','reason':''}"), "", "");

        assertEquals(0, talk.line("jmonit -c /m quit"));

        assertEquals("Monit daemon with pid [78] killed\n", talk.out());
        assertEquals(List.of(), talk.signals.sent());
    }

    @ParameterizedTest
    @CsvSource({"jmonit, 1, 1", "jmonit, 0, 0", "monit, 0, 1"})
    void validatesAndShowsWhatIsFound(String name, int down, int code) {
        talk.control(Talk.json("{'state':'done','reason':''}"), Talk.text("all of it\n"), Talk.json("{'counts':{'down':" + down + "}}"));

        assertEquals(code, talk.line(name + " -c /m validate"));

        assertTrue(talk.out().endsWith(" awakened\nall of it\n"), talk.out());
    }

    @Test
    void printsJsonAsItCame() {
        talk.control(Talk.json("{'services':[{'name':'web'}]}"));

        assertEquals(0, talk.line("jmonit -c /m --json status web"));

        assertEquals("{\"services\":[{\"name\":\"web\"}]}\n", talk.out());
        assertEquals(List.of("GET /api/v1/services?name=web"), talk.asked());
    }

    @Test
    void printsJsonInLinesForAPerson() {
        talk.interactive().control(Talk.json("{'a':[],'b':{'c':[1,2.5,true,null]}}"));

        talk.line("jmonit -c /m --json summary");

        assertEquals("""
                {
                  "a": [],
                  "b": {
                    "c": [
                      1,
                      2.5,
                      true,
                      null
                    ]
                  }
                }
                """, talk.out());
    }

    @Test
    void printsTheReportAsJson() {
        talk.control(Talk.json("{" + COUNTS + "}"), Talk.json("{" + COUNTS + "}"));

        talk.line("jmonit -c /m --json report up");

        assertEquals("1\n", talk.out());
    }

    @Test
    void listsEvents() {
        talk.control(Talk.json("""
                {'events':[{'id':2,'at':'2026-11-21T10:00:01.123Z','service':'web','kind':'connection','side':'failed','because':'refused',
                'action':'restart'},{'id':1,'at':'never','service':'db','kind':'data','side':'changed','because':'','action':'alert'}],'more':false}
                """));

        assertEquals(0, talk.line("jmonit -c /m events -n 5 -g x web"));

        assertEquals(List.of("GET /api/v1/events?service=web&group=x&limit=5"), talk.asked());
        var lines = talk.out().lines().toList();
        assertEquals("never  db                   changed    data         ", lines.getFirst());
        assertTrue(lines.getLast().endsWith("  web                  failed     connection   refused -> restart"), talk.out());
    }

    @Test
    void printsTheEndOfTheLog() {
        talk.control(Talk.json("{'position':'7:1','lines':['one','two\\u0007'],'reset':false}"));

        assertEquals(0, talk.line("jmonit -c /m log -n 2"));

        assertEquals(List.of("GET /api/v1/log?lines=2"), talk.asked());
        assertEquals("one\ntwo?\n", talk.out());
    }

    @Test
    void followsTheLogUntilTheDaemonIsGone() {
        talk.control(Talk.json("{'position':'7:1','lines':['one'],'reset':false}"), Talk.json("{'position':'7:2','lines':['two'],'reset':false}"));

        assertEquals(1, talk.line("jmonit -c /m log -f"));

        assertEquals("GET /api/v1/log?after=7%3A1", talk.asked().getLast());
        assertEquals("one\ntwo\n", talk.out());
        assertTrue(talk.err().contains("connection error -- Connection refused"), talk.err());
    }

    @Test
    void offersNamesToAShell() {
        talk.control(Talk.json("{'groups':['db'],'services':[{'name':'web'},{'name':'a b'}]}"));

        assertEquals(0, talk.line("jmonit -c /m __complete services"));

        assertEquals("web\na b\n", talk.out());
    }

    @Test
    void offersNothingWithoutADaemon() {
        assertEquals(0, new Talk().line("jmonit -c /missing __complete services"));

        assertEquals("", talk.out() + talk.err());
    }

    @Test
    void trustsNoFolderOfSomebodyElse() {
        talk.control(Talk.text("answer\n")).files.with("/run/jmonit", new FileFacts(FileFacts.Kind.DIRECTORY, 0755, 1000, 0, 40, 1, 2, false));

        assertEquals(1, talk.line("jmonit -c /m summary"));

        assertTrue(talk.err().startsWith("jmonit: no socket in /run/jmonit is to be trusted: it belongs to"), talk.err());
    }

    @Test
    void saysWhatToDoWhereNoDaemonRuns() {
        talk.controlFile("check file hosts with path /etc/hosts\n").files.file("/run/jmonit.pid", "4711\n");

        assertEquals(1, talk.line("jmonit -c /m summary"));

        assertEquals("jmonit: no daemon runs with /m; process 4711 left its pidfile /run/jmonit.pid behind\n"
                + "the control file has no \"set daemon\"; \"jmonit -d 30 -c /m\" starts one\n", talk.err());
    }

    @Test
    void takesNoZombieForADaemon() {
        talk.controlFile("set daemon 5\n").files.file("/run/jmonit.pid", "4711\n").with("/proc/4711", process(0))
                .file("/proc/4711/stat", "4711 (java) Z 1 4711 4711 0 -1\n");

        assertEquals(1, talk.line("jmonit -c /m summary"));

        assertTrue(talk.err().startsWith("jmonit: no daemon runs with /m; process 4711 left its pidfile"), talk.err());
    }

    @Test
    void saysWhoseTheDaemonIsThatRootCannotAsk() {
        talk.controlFile("set daemon 5\n").files.file("/run/jmonit.pid", "4711\n").with("/proc/4711", process(1000))
                .file("/proc/4711/stat", "4711 (java) S 1 4711 4711 0 -1\n");

        assertEquals(1, talk.line("jmonit -c /m summary"));

        assertEquals("jmonit: the daemon of /m belongs to the user number 1000: run this as that user, or add \"set httpd\" to the control file\n",
                talk.err());
    }

    private static FileFacts process(long uid) {
        return new FileFacts(FileFacts.Kind.DIRECTORY, 0555, uid, 0, 0, 1, 2, false);
    }

    @Test
    void asksADaemonFarAway() {
        talk.environment.put("JMONIT_PASSWORD", "pw");
        talk.at(new Endpoint.Inet("web1", 2813, Family.ANY, false, ""), Talk.text("answer\n"));

        assertEquals(0, talk.line("jmonit --url http://joe@web1:2813/ summary"));

        assertEquals("answer\n", talk.out());
        assertTrue(talk.sent().contains("\r\nAuthorization: Basic am9lOnB3\r\n"), talk.sent());
    }

    @Test
    void findsTheServicesOfAMonitFarAwayInItsDocument() {
        String document = "<monit><services><service name=\"a&amp;b\"><type>3</type></service><service name=\"c\"></service></services>"
                + "<servicegroups><servicegroup name=\"db\"><service>c</service></servicegroup></servicegroups></monit>";
        talk.at(new Endpoint.Inet("web1", 2812, Family.ANY, false, ""), Talk.refusal(404, "no"), Talk.answer(200, "text/xml", document),
                Talk.answer(302, "text/html", ""));

        assertEquals(0, talk.line("jmonit --url http://web1 stop all"));

        assertTrue(talk.asked().getLast().startsWith("POST /_doaction action=stop&service=a%26b&service=c&"), talk.asked().toString());
    }

    @Test
    void waitsAMomentForADaemonThatHasJustBeenStarted() {
        talk.controlFile("set daemon 5\n").control(Talk.json("{'silences':[],'maintenance':[]}")).late(Talk.CONTROL, 3);
        talk.pidFile.keptBy("/run/jmonit.pid", 78);

        assertEquals(0, talk.line("jmonit -c /m silences"), talk.err());

        assertEquals("Nothing is silenced\n", talk.out());
    }

    /** Options of a control file would be no help on a command line. */
    @Test
    void tellsTheOptionThatTakesAnyCertificate() {
        talk.broken(new Endpoint.Inet("web1", 2812, Family.ANY, false, ""), "SSL error: self signed certificate is not allowed, please use the 'x' SSL option");

        assertEquals(1, talk.line("jmonit --url https://web1 summary"));

        assertEquals("jmonit: Cannot connect to [web1]:2812 -- SSL error: self signed certificate is not allowed\n--insecure takes any certificate\n", talk.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "http://joe:pw@web1/ | a password on the command line can be read by everybody on this machine",
        "http://joe@web1/    | no password for joe at [web1]:2812: put it into JMONIT_PASSWORD",
        "web1:2812           | \"web1:2812\" is no address of a daemon",
        "http://a@b@c/       | this is no address of a daemon",
        "ftp://web1/         | \"ftp://web1/\" is no address of a daemon",
        "http://web1/x       | \"http://web1/x\" is no address of a daemon"})
    void takesNothingElseForAnAddress(String url, String complaint) {
        assertEquals(1, talk.line("jmonit --url " + url + " summary"));

        assertTrue(talk.err().startsWith("jmonit: " + complaint), talk.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "200 | text/html        | <html>hello</html> | /s is neither jmonit nor Monit: it answered with text/html",
        "404 | text/html        | <html>hello</html> | /s is neither jmonit nor Monit: it answered 404",
        "500 | application/json | {\"error\":{\"message\":\"a fault\",\"help\":null}} | a fault"})
    void tellsWhoIsNoDaemon(int status, String type, String body, String complaint) {
        talk.control(Talk.answer(status, type, body));

        assertEquals(1, talk.line("jmonit -c /m summary"));

        assertEquals("jmonit: " + complaint.replace("/s", ((Endpoint.Unix) Talk.CONTROL).path()) + "\n", talk.err());
    }

    @Test
    void saysThatThePasswordIsWrong() {
        talk.environment.put("JMONIT_PASSWORD", "pw");
        talk.at(new Endpoint.Inet("web1", 2812, Family.ANY, false, ""), Talk.refusal(401, "You are not authorized"));

        talk.line("jmonit --url http://joe@web1/ summary");

        assertEquals("jmonit: [web1]:2812 does not accept this user and password\n", talk.err());
    }
}
