package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.model.Httpd;
import jmonit.model.Httpd.Access;
import jmonit.model.Snapshot;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeFiles;

class RouterTest {

    private static final String ADMIN = Stage.basic("admin", "monit");
    private static final String GUEST = Stage.basic("guest", "guest");
    private static final String TOKEN = "securitytoken=abc";

    private final Stage stage = new Stage();
    private final ManualTicker ticker = new ManualTicker();
    private boolean tokenless;
    private boolean readOnlyDoor;
    private List<Access> access = Stage.USERS;

    private Router router() {
        var machine = new WebServer.Machine(new FakeFiles(), new FakeAccounts(), Stage.NO_KEYS, InstantSource.system(), ticker);
        return WebServer.router(new Httpd(List.of(), List.of(), Httpd.Manners.USUAL, access),
                new WebServer.Service(new Signature("monit", "5.33.0", true), tokenless, stage, stage, stage), machine, new Streams());
    }

    private Response get(String target, String... headers) throws Exception {
        return ask("GET", target, "", headers);
    }

    private Response post(String target, String form) throws Exception {
        return ask("POST", target, TOKEN + "&" + form, "Authorization", ADMIN, "Cookie", TOKEN);
    }

    private Response ask(String method, String target, String body, String... headers) throws Exception {
        return router().answer(request(method, target, body, headers));
    }

    private Request request(String method, String target, String body, String... headers) throws Exception {
        var lines = new ArrayList<Header>();
        for (int at = 0; at < headers.length; at += 2) {
            lines.add(new Header(headers[at], headers[at + 1]));
        }
        var caller = new Caller(new Client.Remote(InetAddress.ofLiteral("10.1.2.3")), readOnlyDoor);
        return Request.of(new Raw(method, target, new Headers(lines), body.getBytes(StandardCharsets.UTF_8)), caller);
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String header(Response response, String name) {
        return new Headers(response.headers()).first(name).orElse("");
    }

    private static String told(Response response) {
        return response.status().code() + " " + text(response).replaceAll(".*</h2>|<hr>.*|\\r\\n", "");
    }

    @Test
    void whoeverSendsNoPasswordIsAskedForOne() throws Exception {
        var response = get("/_ping");

        assertEquals(401, response.status().code());
        assertEquals("Basic realm=\"monit\"", header(response, "WWW-Authenticate"));
        assertEquals("", header(response, "Set-Cookie"));
        assertEquals(361, response.body().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Basic !!!", "Basic YWJj", "Basic", "Basic YWRtaW46", "Basic YWRtaW46bW9uaXR0", "Digest username=admin"})
    void whatIsNoPasswordLetsNobodyIn(String authorization) throws Exception {
        assertEquals(401, get("/_ping", "Authorization", authorization).status().code());
    }

    @Test
    void theRightPasswordOpensWithATokenAndAllShields() throws Exception {
        var response = get("/_ping", "authorization", ADMIN.replace("Basic", "basic"));

        assertEquals("200 pong", told(response));
        assertTrue(header(response, "Set-Cookie").matches("securitytoken=[0-9a-f]{32}; Max-Age=600; HttpOnly; SameSite=strict"));
        assertEquals("SAMEORIGIN", header(response, "X-Frame-Options"));
        assertEquals("nosniff", header(response, "X-Content-Type-Options"));
        assertTrue(header(response, "Content-Security-Policy").contains("frame-ancestors 'self'"));
        assertFalse(header(response, "Content-Security-Policy").contains("unsafe"));
        assertEquals("monit 5.33.0", header(response, "Server"));
        assertEquals("text/html", header(response, "Content-Type"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /nosuch                   | 404 There is no service named "nosuch"
            /../etc/passwd            | 404 There is no service named "../etc/passwd"
            /%2e%2e/etc/passwd        | 404 There is no service named "../etc/passwd"
            //_ping                   | 404 There is no service named "/_ping"
            /_ping/                   | 404 There is no service named "_ping/"
            /_ping#x                  | 404 There is no service named "_ping#x"
            /_doaction                | 404 There is no service named "_doaction"
            /<script>                 | 404 There is no service named "&lt;script&gt;"
            /%3Cscript%3E             | 404 There is no service named "&lt;script&gt;"
            /%5fping                  | 200 pong
            http://h/_ping            | 200 pong
            /_ping?a=b&c              | 200 pong
            /_getid                   | 200 d65ebb5ea27ff3949561bb8b7a48ab49
            /_status?service=nosuch   | 400 Service 'nosuch' not found
            /_status?service=         | 400 Service '' not found
            /_status?group=nosuch     | 400 Service group 'nosuch' not found
            /_summary?service=nosuch  | 400 Service 'nosuch' not found
            /_report?type=bogus       | 400 Invalid report type: 'bogus'
            /_status?format=xml&service=nosuch | 200 Choice[kind=STATUS, xml=true, group=, service=nosuch, program=]
            /_status2?format=XML&level=full    | 200 Choice[kind=STATUS2, xml=true, group=, service=, program=]
            /_status?format=bogus              | 200 Choice[kind=STATUS, xml=false, group=, service=, program=]
            /_status?service=B+C               | 200 Choice[kind=STATUS, xml=false, group=, service=B C, program=]
            /_summary?group=g1                 | 200 Choice[kind=SUMMARY, xml=false, group=g1, service=, program=]
            /_report?type=up          | 200 report up Choice[kind=SUMMARY, xml=false, group=, service=, program=]
            """)
    void answersAsMonitDoes(String target, String expected) throws Exception {
        assertEquals(expected, told(get(target, "Authorization", ADMIN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "PATCH", "CONNECT", "PROPFIND"})
    void otherMethodsAreNotImplemented(String method) throws Exception {
        assertEquals("501 Method not implemented", told(ask(method, "/a", "", "Authorization", ADMIN)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /a         | action=stop                          | 302 | /a         | stop [a]
            /b%20c     | action=monitor                       | 302 | /b%20c     | monitor [b c]
            /b+c       | action=Restart                       | 302 | /b%20c     | restart [b c]
            /_doaction | action=start&service=a&service=b%20c | 302 | /_doaction | start [b c, a]
            /_doaction | action=start                         | 302 | /_doaction | ''
            /_doaction | service=a                            | 302 | /_doaction | ''
            /a         | x=1                                  | 302 | /a         | ''
            /_runtime  | action=validate                      | 302 | /_runtime  | VALIDATE
            /_runtime  | action=bogus                         | 302 | /_runtime  | ''
            /_runtime  | action=reload                        | 302 | /_runtime  | RELOAD
            """)
    void takesOrders(String path, String form, int status, String location, String told) throws Exception {
        var response = post(path, form);

        assertEquals(status, response.status().code());
        assertEquals(location, header(response, "Location"));
        assertEquals(told, String.join(",", stage.told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /a         | action=bogus                       | 400 Invalid action "bogus"
            /nosuch    | action=start                       | 404 There is no service named "nosuch"
            /_doaction | action=start&service=nosuch        | 400 There is no service named "nosuch"
            /_doaction | action=start&service=a&service=no  | 400 There is no service named "no"
            """)
    void refusesOrdersThatMakeNoSense(String path, String form, String expected) throws Exception {
        assertEquals(expected, told(post(path, form)));
        assertEquals(List.of(), stage.told);
    }

    @Test
    void tellsWhyAnOrderIsNotTaken() throws Exception {
        stage.refusal = "it is about to stop";

        assertEquals("503 it is about to stop", told(post("/a", "action=start")));
    }

    @Test
    void stoppingTheServerIsNotStoppingTheDaemon() throws Exception {
        assertEquals("503 The Monit http server is stopped", told(post("/_runtime", "action=stop")));
        assertEquals(List.of("STOP"), stage.told);
    }

    /** As Monit's own command line asks: it posts, and reads the body of the answer that sends it elsewhere. */
    @Test
    void whatIsAskedForByPostIsInTheAnswer() throws Exception {
        var response = post("/_status", "service=a&format=text");

        assertEquals(302, response.status().code());
        assertEquals("/_status", header(response, "Location"));
        assertTrue(text(response).contains("service=a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            securitytoken=abc&action=stop | ''
            securitytoken=abc&action=stop | securitytoken=abd
            securitytoken=abc&action=stop | other=1; securitytoken2=abc
            action=stop                   | securitytoken=abc
            securitytoken=&action=stop    | securitytoken=
            securitytoken=ab&action=stop  | securitytoken=abc
            """)
    void noOrderWithoutTheToken(String form, String cookie) throws Exception {
        assertEquals("403 Invalid CSRF Token", told(ask("POST", "/a", form, "Authorization", ADMIN, "Cookie", cookie)));
        assertEquals(List.of(), stage.told);
    }

    @Test
    void theTokenMayStandBetweenOtherCookies() throws Exception {
        var response = ask("POST", "/a", TOKEN + "&action=stop", "Authorization", ADMIN, "Cookie", "a=b; securitytoken=abc; c=d");

        assertEquals(302, response.status().code());
    }

    @Test
    void programsDoWithoutTheTokenWhereTheyMay() throws Exception {
        tokenless = true;

        assertEquals(302, ask("POST", "/a", "action=stop", "Authorization", ADMIN).status().code());
        assertEquals(403, ask("POST", "/a", "action=stop", "Authorization", ADMIN, "Origin", "http://evil").status().code());
        assertEquals(403, ask("POST", "/a", "action=stop", "Authorization", ADMIN, "Cookie", "x=y").status().code());
    }

    @ParameterizedTest
    @CsvSource({"/a,action=stop", "/_doaction,action=stop&service=a", "/_runtime,action=validate", "/_viewlog,x=y"})
    void whoMayOnlyReadCannotAct(String path, String form) throws Exception {
        var response = ask("POST", path, TOKEN + "&" + form, "Authorization", GUEST, "Cookie", TOKEN);

        assertEquals("403 You do not have sufficient privileges to access this page", told(response));
        assertEquals(List.of(), stage.told);
    }

    @Test
    void whoMayOnlyReadCannotReadTheLog() throws Exception {
        assertEquals(403, get("/_viewlog", "Authorization", GUEST).status().code());
        assertEquals(200, get("/_status", "Authorization", GUEST).status().code());
        assertTrue(text(get("/_viewlog", "Authorization", ADMIN)).contains("a line &lt;of> the log".replace(">", "&gt;")));
    }

    @Test
    void nobodyActsThroughADoorForLookingOnly() throws Exception {
        readOnlyDoor = true;

        assertEquals(403, post("/a", "action=stop").status().code());
    }

    @Test
    void whereOnlyHostsAreNamedNoPasswordIsAsked() throws Exception {
        access = List.of(new Access.Net("10.0.0.0/8"));

        assertEquals(200, get("/_ping").status().code());
        assertTrue(router().open(new Client.Remote(InetAddress.ofLiteral("10.9.9.9"))));
        assertFalse(router().open(new Client.Remote(InetAddress.ofLiteral("11.9.9.9"))));
        assertTrue(router().open(new Client.Local("root", "root")));
    }

    @Test
    void whereHostsAndUsersAreNamedBothAreNeeded() throws Exception {
        access = Stream.concat(Stage.USERS.stream(), Stream.of(new Access.Net("10.0.0.0/8"))).toList();

        assertEquals(401, get("/_ping").status().code());
        assertFalse(router().open(new Client.Remote(InetAddress.ofLiteral("127.0.0.1"))));
    }

    @Test
    void aPasswordFileThatIsNotThereLetsNobodyIn() throws Exception {
        access = List.of(new Access.PasswordFile("/nowhere", "md5", List.of(), false));

        assertEquals(401, get("/_ping", "Authorization", ADMIN).status().code());
    }

    @Test
    void guessingGetsSlowAndThenStops() throws Exception {
        var router = router();
        var delays = new ArrayList<Duration>();

        for (int guess = 0; guess < 60; guess++) {
            delays.add(router.answer(request("GET", "/", "", "Authorization", Stage.basic("admin", "guess" + guess))).delay());
        }

        assertEquals(Duration.ZERO, delays.get(4));
        assertEquals(Duration.ofMillis(250), delays.get(5));
        assertEquals(Duration.ofMillis(1000), delays.get(8));
        assertEquals(503, router.answer(request("GET", "/", "", "Authorization", ADMIN)).status().code());
    }

    @Test
    void guessesOfOthersDoNotSlowWhoIsKnown() throws Exception {
        var router = router();
        for (int guess = 0; guess < 6; guess++) {
            router.answer(request("GET", "/", "", "Authorization", Stage.basic("admin", "guess")));
        }
        ticker.pause(Duration.ofSeconds(2));
        assertEquals(Duration.ofMillis(250), router.answer(request("GET", "/_ping", "", "Authorization", GUEST)).delay());

        assertEquals(Duration.ZERO, router.answer(request("GET", "/_ping", "", "Authorization", GUEST)).delay());
    }

    @Test
    void aFaultOfOursIsAnAnswerToo() throws Exception {
        var machine = new WebServer.Machine(new FakeFiles(), new FakeAccounts(), Stage.NO_KEYS, InstantSource.system(), ticker);
        var broken = WebServer.router(new Httpd(List.of(), List.of(), Httpd.Manners.USUAL, List.of()),
                new WebServer.Service(new Signature("monit", "5.33.0", false), false, stage, new Documents() {

                    @Override
                    public Document show(Choice choice, Snapshot snapshot) {
                        throw new IllegalStateException("a fault for this test");
                    }

                    @Override
                    public Document report(Choice choice, String type, Snapshot snapshot) {
                        throw new IllegalStateException();
                    }

                    @Override
                    public List<String> named(Snapshot snapshot, String pattern) {
                        throw new IllegalStateException();
                    }

                    @Override
                    public String id() {
                        return "";
                    }

                    @Override
                    public String log(Snapshot snapshot) {
                        return "";
                    }
                }, stage), machine, new Streams());

        var response = broken.answer(request("GET", "/_status", ""));

        assertEquals(500, response.status().code());
        assertEquals("monit ", header(response, "Server"));
    }

    @Test
    void errorPagesAreMonitsToTheByte() throws Exception {
        assertArrayEquals(("<html><head><title>403 Forbidden</title></head><body bgcolor=#FFFFFF><h2>Forbidden</h2>Invalid CSRF Token<hr>"
                + "<a href='http://mmonit.com/monit/'><font size=-1>monit 5.33.0</font></a></body></html>\r\n").getBytes(StandardCharsets.UTF_8),
                ask("POST", "/a", "x=y", "Authorization", ADMIN).body());
        assertEquals(197, ask("POST", "/a", "x=y", "Authorization", ADMIN).body().length);
        assertTrue(Arrays.equals(router().malformed("Cannot parse request").body(),
                ("<html><head><title>Bad Request</title></head><body bgcolor=#FFFFFF><h2>Bad Request</h2>Cannot parse request<p><hr>"
                        + "<a href='http://mmonit.com/monit/'><font size=-1>monit 5.33.0</font></a></body></html>\r\n").getBytes(StandardCharsets.UTF_8)));
    }
}
