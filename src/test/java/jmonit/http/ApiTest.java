package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.json.JsonReader;
import jmonit.model.Httpd;
import jmonit.openapi.Description;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeFiles;

class ApiTest {

    private static final String ADMIN = Stage.basic("admin", "monit");
    private static final String GUEST = Stage.basic("guest", "guest");

    private final Stage stage = new Stage();
    private String user = ADMIN;
    private String type = "application/json";

    private Response ask(String method, String target, String body, String... headers) throws Exception {
        var machine = new WebServer.Machine(new FakeFiles(), new FakeAccounts(), Stage.NO_KEYS, InstantSource.system(), new ManualTicker());
        var router = WebServer.router(new Httpd(List.of(), List.of(), Httpd.Manners.USUAL, Stage.USERS), stage.service(), machine, new Streams());
        var lines = new ArrayList<Header>();
        for (int at = 0; at < headers.length; at += 2) {
            lines.add(new Header(headers[at], headers[at + 1]));
        }
        if (!user.isEmpty()) {
            lines.add(new Header("Authorization", user));
        }
        var caller = new Caller(new Client.Remote(InetAddress.ofLiteral("10.1.2.3")), false);
        return router.answer(Request.of(new Raw(method, target, new Headers(lines), body.getBytes(StandardCharsets.UTF_8)), caller));
    }

    private Response get(String target, String... headers) throws Exception {
        return ask("GET", target, "", headers);
    }

    private Response post(String target, String body, String... headers) throws Exception {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", type, "Content-Length", Integer.toString(body.length())));
        return ask("POST", target, body, all.toArray(String[]::new));
    }

    private static String header(Response response, String name) {
        return new Headers(response.headers()).first(name).orElse("");
    }

    /** The answer in a line; where it says no, only the words. */
    private static String told(Response response) throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes(response.body());
        for (Feed feed : response.feed()) {
            feed.write(body::writeBytes);
        }
        String text = body.toString(StandardCharsets.UTF_8).strip();
        if (response.status() == Status.OK) {
            return text;
        }
        var error = JsonReader.read(text, JsonReader.Bounds.SMALL).at("error");
        assertTrue(error.at("help").text().isPresent(), text);
        return response.status().code() + " " + error.at("message").text().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/services                                   | Filter[group=, type=, state=, name=] Viewer[user=admin, readOnly=false]
            /api/v1/services?group=g&type=file&state=Failing&name=a.* | Filter[group=g, type=file, state=failing, name=a.*] Viewer[user=admin, readOnly=false]
            /api/v1/services?unknown=1                         | Filter[group=, type=, state=, name=] Viewer[user=admin, readOnly=false]
            /api/v1/services?state=fine                        | 400 "state" cannot be "fine"
            /api/v1/services/a                                 | service a
            /api/v1/services/B%20C                             | service b c
            /api/v1/services/nosuch                            | 404 There is no service named "nosuch"
            /api/v1/services/                                  | 404 There is no service named ""
            /api/v1/services/..%2fa                            | 404 There is no service named "../a"
            /api/v1/events                                     | Wanted[service=, group=, kinds=[], sides=[], before=9223372036854775807, limit=100]
            /api/v1/events?service=a&kind=pid&side=changed&before=17&limit=500 | Wanted[service=a, group=, kinds=[PID], sides=[CHANGED], before=17, limit=500]
            /api/v1/events?limit=501                           | 400 "limit" is not a number from 1 to 500
            /api/v1/events?limit=-1                            | 400 "limit" is not a number from 1 to 500
            /api/v1/events?limit=99999999999999999999999999    | 400 "limit" is not a number from 1 to 500
            /api/v1/events?limit=x                             | 400 "limit" is not a number from 1 to 500
            /api/v1/events?before=1e9                          | 400 "before" is not a number from 0 to 9223372036854775807
            /api/v1/events?kind=birthday                       | 400 "kind" cannot be "birthday"
            /api/v1/events?side=top                            | 400 "side" cannot be "top"
            /api/v1/history?service=A&metric=cpu.percent&metric=x&range=1d | history of a [cpu.percent, x] DAY
            /api/v1/history?service=a                          | history of a [] HOUR
            /api/v1/history?service=a&range=1y                 | 400 "range" cannot be "1y"
            /api/v1/history                                    | 400 "service" is missing
            /api/v1/history?service=nosuch                     | 404 There is no service named "nosuch"
            /api/v1/sparks                                     | sparks
            /api/v1/log                                        | 200 lines after ''
            /api/v1/log?lines=5                                | 5 lines after ''
            /api/v1/log?after=x                                | 200 lines after 'x'
            /api/v1/log?lines=0                                | 400 "lines" is not a number from 1 to 2000
            /api/v1/configuration                              | configuration
            /api/v1/nosuch                                     | 404 There is nothing at /api/v1/nosuch
            /api/v2/services                                   | 404 There is nothing at /api/v2/services
            /api                                               | 404 There is nothing at /api
            /api/v1/actions                                    | 405 /api/v1/actions has to be posted
            /api/v1/daemon                                     | 405 /api/v1/daemon has to be posted
            /metrics                                           | metrics
            /health                                            | {"status":"ok"}
            """)
    void answersWhatIsAsked(String target, String expected) throws Exception {
        assertEquals(expected, told(get(target)));
    }

    @Test
    void answersAreJsonAndBringNoToken() throws Exception {
        var response = get("/api/v1/services");

        assertEquals("application/json", header(response, "Content-Type"));
        assertEquals("nosniff", header(response, "X-Content-Type-Options"));
        assertEquals("no-store", header(response, "Cache-Control"));
        assertEquals("", header(response, "Set-Cookie"));
        assertEquals("", header(response, "Access-Control-Allow-Origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/services", "/api/v1/stream", "/api/v1/openapi.json", "/api/nosuch", "/metrics"})
    void nobodySeesAnythingWithoutLoggingIn(String path) throws Exception {
        user = "";

        var response = get(path);

        assertEquals("401 You are not logged in", told(response));
        assertEquals("Basic realm=\"monit\"", header(response, "WWW-Authenticate"));
    }

    @Test
    void healthIsForEverybodyAndTellsOnlyThat() throws Exception {
        user = "";
        assertEquals("{\"status\":\"ok\"}", told(get("/health")));

        stage.refusal = "x";

        assertEquals("503 The daemon does not answer", told(get("/health")));
        assertEquals("405 /health can only be looked at", told(post("/health", "{}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/log", "/api/v1/configuration"})
    void whoMayOnlyLookSeesNoLogAndNoConfiguration(String path) throws Exception {
        user = GUEST;

        assertEquals("403 A read-only user does not see this", told(get(path)));
    }

    @Test
    void whoMayOnlyLookIsToldSo() throws Exception {
        user = GUEST;

        assertEquals("Filter[group=, type=, state=, name=] Viewer[user=guest, readOnly=true]", told(get("/api/v1/services")));
    }

    @Test
    void saysSoWhereTheLogIsNoFile() throws Exception {
        stage.logged = false;

        assertEquals("404 The log is no file that can be read", told(get("/api/v1/log")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"action":"start","services":["a","B C","A"]}       | start [a, b c]   | {"results":[{"service":"a","state":"done","reason":""},{"service":"b c","state":"done","reason":""}]}
            {"action":"unmonitor","all":true}                   | unmonitor [a, b c, x<y] | {"results":[{"service":"a","state":"done","reason":""},{"service":"b c","state":"done","reason":""},{"service":"x\\u003cy","state":"done","reason":""}]}
            {"action":"monitor","group":"G1","wait":5.5}        | monitor [a, b c, x<y] | {"results":[{"service":"a","state":"done","reason":""},{"service":"b c","state":"done","reason":""},{"service":"x\\u003cy","state":"done","reason":""}]}
            {"action":"start","services":["a","nosuch"]}        | '' | 404 There is no service named "nosuch"
            {"action":"start","group":"nosuch"}                 | '' | 404 There is no group named "nosuch"
            {"action":"start"}                                  | '' | 400 It is not said which services
            {"action":"start","all":false}                      | '' | 400 It is not said which services
            {"action":"start","all":true,"group":"g1"}          | '' | 400 It is not said which services
            {"action":"start","services":[]}                    | '' | 400 "services" is not a list of names
            {"action":"start","services":"a"}                   | '' | 400 "services" is not a list of names
            {"action":"start","services":[1]}                   | '' | 400 A name in "services" is not a text
            {"action":"start","group":7}                        | '' | 400 "group" is not a text
            {"action":"explode","all":true}                     | '' | 400 "action" is none that services know
            {"all":true}                                        | '' | 400 "action" is none that services know
            {"action":"start","all":true,"wait":301}            | '' | 400 "wait" is not a number from 0 to 300
            {"action":"start","all":true,"wait":-1}             | '' | 400 "wait" is not a number from 0 to 300
            {"action":"start","all":true,"wait":"1"}            | '' | 400 "wait" is not a number from 0 to 300
            ["start"]                                           | '' | 400 "action" is none that services know
            {"action":"start",}                                 | '' | 400 The content is not JSON: a name is expected at byte 19
            ''                                                  | '' | 400 The content is not JSON: the text ends too early at byte 1
            """)
    void takesActions(String body, String told, String answer) throws Exception {
        assertEquals(answer, told(post("/api/v1/actions", body)));
        assertEquals(told, String.join("; ", stage.told));
    }

    @Test
    void whoWaitsIsToldWhatBecameOfEach() throws Exception {
        stage.slow = true;
        var response = post("/api/v1/actions", "{\"action\":\"start\",\"services\":[\"a\",\"b c\"],\"wait\":60}");

        stage.replies.get(0).complete("");
        stage.replies.get(1).complete("'b c' failed to start");

        assertEquals("{\"results\":[{\"service\":\"a\",\"state\":\"done\",\"reason\":\"\"},"
                + "{\"service\":\"b c\",\"state\":\"failed\",\"reason\":\"\\u0027b c\\u0027 failed to start\"}]}", told(response));
    }

    @Test
    void whoDoesNotWaitLongEnoughIsToldSo() throws Exception {
        stage.slow = true;

        assertEquals("{\"results\":[{\"service\":\"a\",\"state\":\"pending\",\"reason\":\"\"}]}",
                told(post("/api/v1/actions", "{\"action\":\"start\",\"services\":[\"a\"],\"wait\":0.01}")));
        assertEquals("{\"state\":\"pending\",\"reason\":\"\"}", told(post("/api/v1/daemon", "{\"action\":\"reload\"}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"action":"validate"}          | VALIDATE | {"state":"done","reason":""}
            {"action":"reload","wait":9}   | RELOAD   | {"state":"done","reason":""}
            {"action":"quit"}              | QUIT     | {"state":"done","reason":""}
            {"action":"stop"}              | ''       | 400 "action" is none that the daemon knows
            {}                             | ''       | 400 "action" is none that the daemon knows
            """)
    void ordersTheDaemon(String body, String told, String answer) throws Exception {
        assertEquals(answer, told(post("/api/v1/daemon", body)));
        assertEquals(told, String.join("; ", stage.told));
    }

    @Test
    void aReloadInVainTellsTheMistakes() throws Exception {
        stage.refusal = "/etc/monitrc:3: unknown word\n/etc/monitrc:9: something is missing";

        assertEquals("{\"state\":\"failed\",\"reason\":\"/etc/monitrc:3: unknown word\\n/etc/monitrc:9: something is missing\"}",
                told(post("/api/v1/daemon", "{\"action\":\"reload\",\"wait\":5}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/actions", "/api/v1/daemon"})
    void whoMayOnlyLookDoesNothing(String path) throws Exception {
        user = GUEST;

        assertEquals("403 A read-only user may look, and nothing else", told(post(path, "{\"action\":\"start\",\"all\":true}")));
        assertEquals(List.of(), stage.told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp", ""})
    void whatAPageOfAnotherSiteCanSendIsRefused(String other) throws Exception {
        type = other;

        assertEquals("403 The content is not said to be JSON", told(post("/api/v1/actions", "{\"action\":\"start\",\"all\":true}")));
        assertEquals(List.of(), stage.told);
    }

    @ParameterizedTest
    @CsvSource({"cross-site,true", "same-site,true", "same-origin,false", "none,false"})
    void aBrowserTellsOfAnotherSite(String site, boolean refused) throws Exception {
        var response = post("/api/v1/daemon", "{\"action\":\"validate\"}", "Sec-Fetch-Site", site);

        assertEquals(refused ? "403 Another site may not do this" : "{\"state\":\"done\",\"reason\":\"\"}", told(response));
    }

    @Test
    void aCharsetChangesNothing() throws Exception {
        type = "Application/JSON; charset=utf-8";

        assertEquals("{\"state\":\"done\",\"reason\":\"\"}", told(post("/api/v1/daemon", "{\"action\":\"validate\"}")));
    }

    @Test
    void whatIsPostedMayHoldAnyLetter() throws Exception {
        assertEquals("404 There is no service named \"a&b%zz=\"", told(post("/api/v1/actions", "{\"action\":\"start\",\"services\":[\"a&b%zz=\"]}")));
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/services,POST", "/api/v1/services,PUT", "/api/v1/services/a,DELETE", "/api/v1/stream,POST", "/metrics,HEAD", "/api/v1/events,OPTIONS"})
    void whatIsThereToLookAtIsNotChanged(String path, String method) throws Exception {
        var response = ask(method, path, "{}", "Content-Type", type, "Content-Length", "2");

        assertEquals("405 " + path + " can only be looked at", told(response));
        assertEquals("GET", header(response, "Allow"));
    }

    @Test
    void whatIsTooDeepOrTooMuchIsRefused() throws Exception {
        assertEquals("400 The content is not JSON: more than 16 levels at byte 17", told(post("/api/v1/actions", "[".repeat(200_000))));
        assertEquals("400 The content is not JSON: more than 262144 bytes at byte 262145", told(post("/api/v1/actions", " ".repeat(262_145))));
        assertEquals("400 \"name\" is too long", told(get("/api/v1/services?name=" + "a".repeat(3000))));
        assertEquals("400 too much of \"metric\"", told(get("/api/v1/history?service=a" + "&metric=x".repeat(65))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | true
            application/openmetrics-text                          | true
            application/openmetrics-text;q=0.3, text/plain;q=0.5  | false
            application/openmetrics-text;q=0                      | false
            text/plain                                            | false
            */*                                                   | false
            ;;;q=q,,,                                             | false
            """)
    void metricsComeInTheFormThatIsWanted(String accept, boolean open) throws Exception {
        var response = get("/metrics", "Accept", accept);

        assertEquals(open ? "open metrics" : "metrics", told(response));
        assertEquals(open, header(response, "Content-Type").startsWith("application/openmetrics-text; version=1.0.0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Results      | /api/v1/actions  | {"action":"start","all":true}
            DaemonResult | /api/v1/daemon   | {"action":"reload"}
            Error        | /api/v1/actions  | {"action":"explode"}
            Error        | /api/v1/services | {}
            """)
    void answersAreAsDescribed(String schema, String path, String body) throws Exception {
        assertEquals(List.of(), new Description().faults(schema, post(path, body).body()));
    }

    @Test
    void theRestIsAsDescribed() throws Exception {
        assertEquals(List.of(), new Description().faults("Health", get("/health").body()));
        user = "";
        assertEquals(List.of(), new Description().faults("Error", get("/api/v1/services").body()));
        user = ADMIN;
        assertEquals("3.1.0", JsonReader.read(get("/api/v1/openapi.json").body(), JsonReader.Bounds.LARGE).at("openapi").text().orElseThrow());
    }

    @Test
    void onlyAStreamNeverEnds() throws Exception {
        assertFalse(get("/api/v1/stream").feed().isEmpty());
        assertEquals("text/event-stream", header(get("/api/v1/stream"), "Content-Type"));
    }

    private static final String HOUR = "\"seconds\":3600";

    @Test
    void silencesAreAskedForByNameGroupOrAll() throws Exception {
        assertEquals("Silence[id=1, scope=Named[names=[a, b c]], from=1970-01-01T00:00:00Z, until=1970-01-01T01:00:00Z, "
                + "remark=Remark[by=ann (admin), reason=deploy it]]",
                told(post("/api/v1/silences", "{\"services\":[\"A\",\"b c\"],\"by\":\"ann\",\"reason\":\"deploy\\n it\"," + HOUR + "}")));
        assertTrue(told(post("/api/v1/silences", "{\"group\":\"G1\"," + HOUR + "}")).contains("scope=Group[name=G1]"));
        assertTrue(told(post("/api/v1/silences", "{\"all\":true,\"until\":\"2026-01-02T03:04:05Z\"}")).contains("scope=All[], from=1970-01-01T00:00:00Z, "
                + "until=2026-01-02T03:04:05Z, remark=Remark[by=admin, reason=]"));
        assertEquals(3, stage.told.size());
        assertTrue(told(get("/api/v1/silences")).startsWith("[Silence[id=1,"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"all":true}                                     | 400 It is not said how long
            {"all":true,"seconds":1,"until":"x"}             | 400 It is not said how long
            {"all":true,"seconds":0}                         | 400 "seconds" is not a number from 1 to 31622400
            {"all":true,"seconds":"1"}                       | 400 "seconds" is not a number from 1 to 31622400
            {"all":true,"seconds":1e300}                     | 400 "seconds" is not a number from 1 to 31622400
            {"all":true,"until":"tomorrow"}                  | 400 "until" is no time
            {"seconds":1}                                    | 400 It is not said which services
            {"services":["nobody"],"seconds":1}              | 404 There is no service named "nobody"
            {"group":"nobody","seconds":1}                   | 404 There is no group named "nobody"
            {"all":true,"seconds":1,"reason":5}              | 400 "reason" is not a text
            """)
    void aSilenceThatMakesNoSenseIsRefused(String body, String refusal) throws Exception {
        assertEquals(refusal, told(post("/api/v1/silences", body)));
        assertEquals(List.of(), stage.told);
    }

    @Test
    void whatTheEngineRefusesIsNotPromised() throws Exception {
        stage.refusal = "there are too many silences already";

        assertEquals("400 there are too many silences already", told(post("/api/v1/silences", "{\"all\":true," + HOUR + "}")));
    }

    @Test
    void silencesEndWhenTheyAreDeleted() throws Exception {
        post("/api/v1/silences", "{\"all\":true," + HOUR + "}");

        assertEquals("404 There is no silence 7", told(ask("DELETE", "/api/v1/silences/7", "")));
        assertEquals("404 There is no silence x", told(ask("DELETE", "/api/v1/silences/x", "")));
        assertEquals("{\"state\":\"done\",\"reason\":\"\"}", told(ask("DELETE", "/api/v1/silences/1", "")));
        assertEquals("Lift[id=1, remark=Remark[by=admin, reason=]]", stage.told.getLast());
    }

    @Test
    void failuresAreAcknowledgedAndDisowned() throws Exception {
        assertEquals("{\"results\":[{\"service\":\"a\",\"state\":\"done\",\"reason\":\"\"}]}",
                told(post("/api/v1/acknowledgements", "{\"services\":[\"A\"],\"reason\":\"on it\"}")));
        assertEquals("Acknowledge[services=[a], remark=Remark[by=admin, reason=on it]]", stage.told.getLast());

        assertEquals("{\"results\":[{\"service\":\"b c\",\"state\":\"done\",\"reason\":\"\"}]}",
                told(ask("DELETE", "/api/v1/acknowledgements/b%20c", "")));
        assertEquals("Disown[services=[b c], remark=Remark[by=admin, reason=]]", stage.told.getLast());
    }

    @Test
    void onlyWhoMayActMayCalm() throws Exception {
        assertEquals("403 Another site may not do this", told(ask("DELETE", "/api/v1/acknowledgements/a", "", "Sec-Fetch-Site", "cross-site")));
        assertEquals("405 /api/v1/acknowledgements/a can only be deleted", told(get("/api/v1/acknowledgements/a")));
        assertEquals("405 /api/v1/silences can only be looked at", told(ask("PUT", "/api/v1/silences", "")));
        user = GUEST;
        assertEquals("[]", told(get("/api/v1/silences")));
        assertEquals("403 A read-only user may look, and nothing else", told(post("/api/v1/silences", "{\"all\":true," + HOUR + "}")));
        assertEquals("403 A read-only user may look, and nothing else", told(ask("DELETE", "/api/v1/acknowledgements/a", "")));
        assertEquals(List.of(), stage.told);
    }
}
