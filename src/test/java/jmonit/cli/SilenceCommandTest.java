package jmonit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators type so that nobody is told. */
class SilenceCommandTest {

    private static final String WEB = Talk.json("{'services':[{'name':'web'}]}");
    private static final String MADE = Talk.json("{'id':3,'all':false,'group':'','services':['web'],'from':'2026-01-02T03:00:00Z',"
            + "'until':'someday','by':'ann\\u001b','reason':'deploy it'}");
    private static final String DONE = Talk.json("{'results':[{'service':'web','state':'done','reason':''}]}");

    private final Talk talk = new Talk().controlFile("set daemon 5\n");

    private String posted() {
        return talk.asked().getLast().replace('"', '\'');
    }

    @Test
    void silencesAServiceForAWhile() {
        talk.environment.put("SUDO_USER", "ann");
        talk.control(WEB, MADE);

        assertEquals(0, talk.line("jmonit -c /m silence web 2h deploy it"));

        assertEquals("POST /api/v1/silences {'services':['web'],'seconds':7200,'by':'ann','reason':'deploy it'}", posted());
        assertEquals("Silence 3  web  until someday  by ann?  deploy it\n", talk.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-g db silence 1d12h       | {'group':'db','seconds':129600,",
        "silence all 90s           | {'all':true,'seconds':90,"})
    void silencesAGroupOrAll(String line, String order) {
        talk.control(MADE);

        assertEquals(0, talk.line("jmonit -c /m " + line));

        assertTrue(posted().startsWith("POST /api/v1/silences " + order), posted());
    }

    /** What the daemon tells programs of the web would not help. */
    @Test
    void saysThatThereIsNoSuchServiceInOneLine() {
        talk.control(Talk.json("{'services':[]}"),
                Talk.answer(404, "application/json", "{\"error\":{\"message\":\"There is no service named \\\"wbe\\\"\",\"help\":\"GET /api/v1/services lists them\"}}"));

        assertEquals(1, talk.line("jmonit -c /m silence wbe 2h"));

        assertEquals("jmonit: There is no service named \"wbe\"\n", talk.err());
    }

    @Test
    void takesAPatternForTheNamesItMatches() {
        talk.control(Talk.json("{'services':[{'name':'web1'},{'name':'web2'}]}"), MADE);

        assertEquals(0, talk.line("jmonit -c /m silence web. 5m"));

        assertTrue(posted().contains("'services':['web1','web2']"), posted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"silence", "silence web", "silence web soon", "silence web until", "silence web until 25:00", "-g db silence", "unsilence", "ack",
        "unack"})
    void saysWhatIsMissing(String line) {
        assertEquals(1, talk.line("jmonit -c /m " + line));

        assertTrue(talk.err().contains("jmonit "), talk.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"367d", "10000d", "999999h", "0s"})
    void saysHowLongASilenceMayLast(String time) {
        assertEquals(1, talk.line("jmonit -c /m silence web " + time));

        assertTrue(talk.err().contains("\"" + time + "\" is too "), talk.err());
        assertTrue(talk.err().contains("a silence lasts from a second to 366 days"), talk.err());
    }

    @Test
    void listsSilencesAndMaintenance() {
        talk.control(Talk.json("{'silences':[{'id':3,'all':true,'group':'','services':[],'until':'later','by':'','reason':''}],'maintenance':["
                + "{'hours':'sun 02:00-04:00','all':false,'group':'db','services':[],'mode':'passive','reason':'vacuum','now':true,'until':'four'}],"
                + "'acknowledged':[{'service':'web','at':'2026-01-02T03:00:00Zulu','by':'ann','reason':'on it'}]}"));

        assertEquals(0, talk.line("jmonit -c /m silences"));

        assertEquals("3  all  until later\nmaintenance sun 02:00-04:00  group db  mode passive  now, until four  vacuum\n"
                + "acknowledged web  2026-01-02T03:00:00Zulu  by ann  on it\n", talk.out());
    }

    @Test
    void saysWhenThereAreNone() {
        talk.control(Talk.json("{'silences':[],'maintenance':[]}"));

        assertEquals(0, talk.line("jmonit -c /m silences"));

        assertEquals("Nothing is silenced\n", talk.out());
    }

    @Test
    void endsASilenceByNumberOrName() {
        String list = Talk.json("{'silences':[{'id':3,'services':['web'],'until':'x'},{'id':4,'services':['db'],'until':'y'}]}");
        for (String word : new String[] {"4", "db"}) {
            talk.control(list, Talk.json("{'state':'done','reason':''}"));

            assertEquals(0, talk.line("jmonit -c /m unsilence " + word));

            assertEquals("DELETE /api/v1/silences/4", talk.asked().getLast().strip());
        }
        talk.control(list);
        assertEquals(1, talk.line("jmonit -c /m unsilence 5"));
    }

    @Test
    void acknowledges() {
        talk.environment.put("SUDO_USER", "ann");
        talk.control(WEB, DONE);

        assertEquals(0, talk.line("jmonit -c /m ack web on it"));

        assertEquals("POST /api/v1/acknowledgements {'services':['web'],'by':'ann','reason':'on it'}", posted());
        assertEquals("web is acknowledged\n", talk.out());
    }

    @Test
    void saysWhyThereIsNothingToAcknowledge() {
        talk.control(WEB, Talk.json("{'results':[{'service':'web','state':'failed','reason':'it does not fail'}]}"));
        assertEquals(1, talk.line("jmonit -c /m ack web"));
        talk.control(Talk.json("{'results':[{'service':'web','state':'failed','reason':'it does not fail'}]}"));
        assertEquals(1, talk.line("jmonit -c /m ack all"));

        assertEquals("jmonit: ack of web failed: it does not fail\njmonit: none of them fails\n", talk.err());
    }

    @Test
    void takesItBack() {
        talk.control(DONE);

        assertEquals(0, talk.line("jmonit -c /m unack web"));

        assertEquals("DELETE /api/v1/acknowledgements/web", talk.asked().getLast().strip());
        assertEquals("web is not acknowledged any more\n", talk.out());
    }

    @ParameterizedTest
    @CsvSource({"90s,90", "30m,1800", "2h,7200", "1d12h,129600", "1d2h3m4s,93784"})
    void readsHowLong(String word, long seconds) {
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), Span.of(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "h", "2h1d", "2 h", "-2h", "99999999999h"})
    void readsNothingElse(String word) {
        assertEquals(Optional.empty(), Span.of(word));
    }

    @Test
    void readsTheClockOnTheWall() {
        var now = ZonedDateTime.of(2026, 1, 2, 17, 0, 0, 0, ZoneOffset.UTC);

        assertEquals(Optional.of(Duration.ofHours(1)), Span.until("18:00", now));
        assertEquals(Optional.of(Duration.ofHours(16)), Span.until("9:00", now));
        assertEquals(Optional.of(Duration.ofHours(24)), Span.until("17:00", now));
        assertEquals(Optional.empty(), Span.until("24:00", now));
    }
}
