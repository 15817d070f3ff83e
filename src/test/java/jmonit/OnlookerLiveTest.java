package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.protocol.RealServer;

/** Programs that look at a daemon from outside: what reads its log, and what collects its figures. */
@Tag("live")
class OnlookerLiveTest {

    @TempDir
    private Path directory;
    private Home home;
    private WebDoor door;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        home = new Home(directory);
        door = new WebDoor(WebDoor.free());
        home.controlFile("""
                set daemon 1
                set httpd port PORT and use address 127.0.0.1 allow admin:monit allow guest:guest read-only
                check system plum
                check process self with pidfile DIR/pid
                check file rules with path DIR/rc if changed checksum then alert
                check filesystem root with path / if space usage > 99.99% then alert
                """.replace("PORT", Integer.toString(door.port())));
        home.start();
        home.await("the web server", () -> door.answers("GET /_ping admin:monit"));
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        home.close();
    }

    /** The filter itself leaves those out who give no name. */
    @Test
    void fail2banFindsEveryWrongLogIn() throws IOException, InterruptedException {
        String program = RealServer.program("fail2ban-regex");
        List<String> wrong = List.of("admin:wrong", "nobody:x", "admin:", "guest:admin", "o'brien:x", "<HOST>:x");
        for (String user : wrong) {
            assertTrue(door.answer("GET /_status " + user).contains(" 401 "), user);
        }

        String said = RealServer.run(directory, program, home.path("log").toString(), "/etc/fail2ban/filter.d/monit.conf");

        assertEquals(wrong.size(), home.said("HttpRequest: access denied -- client [127.0.0.1]: "), home.log());
        assertTrue(said.contains("Failregex: " + wrong.size() + " total"), said);
    }

    @Test
    void promtoolFindsNothingWrongWithTheMetrics() throws IOException, InterruptedException {
        String program = RealServer.program("promtool");
        RealServer.program("sh");
        Files.writeString(home.path("metrics"), door.body("GET /metrics guest:guest"));

        String said = RealServer.run(directory, "sh", "-c", program + " check metrics <metrics");

        assertEquals("", said);
    }

    @Test
    void prometheusCollectsTheMetrics() throws IOException, InterruptedException {
        var prometheus = new WebDoor(WebDoor.free());
        Files.writeString(home.path("prometheus.yml"), """
                global: { scrape_interval: 1s, scrape_timeout: 1s }
                scrape_configs:
                - job_name: jmonit
                  basic_auth: { username: guest, password: guest }
                  static_configs: [ { targets: ["127.0.0.1:%d"] } ]
                """.formatted(door.port()));

        try (var server = RealServer.start(directory, "prometheus", "--config.file=prometheus.yml", "--storage.tsdb.path=data",
                "--web.listen-address=127.0.0.1:" + prometheus.port())) {
            server.awaitPort(prometheus.port());
            server.await("no second look", () -> number(prometheus, "count_over_time(up{job=\"jmonit\"}[1m])") >= 2);

            assertEquals(1, number(prometheus, "min_over_time(up{job=\"jmonit\"}[1m])"), server.output());
            assertEquals(1, number(prometheus, "jmonit_service_up{service=\"root\"}"));
            assertEquals(4, number(prometheus, "count(jmonit_service_monitored)"));
        }
    }

    /** The only value Prometheus has for a question; −1 where it has none. */
    private static double number(WebDoor prometheus, String question) throws IOException {
        String body = prometheus.body("GET /api/v1/query?query=" + URLEncoder.encode(question, StandardCharsets.UTF_8) + " -");
        var value = Pattern.compile("\"value\":\\[[\\d.]+,\"([^\"]+)\"]").matcher(body);
        return value.find() ? Double.parseDouble(value.group(1)) : -1;
    }
}
