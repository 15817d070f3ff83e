package jmonit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our daemon, driven by the command of the real Monit. */
@Tag("live")
class MonitClientLiveTest {

    private static final Path MONIT = Path.of("/usr/bin/monit");

    @TempDir
    private Path directory;
    private Home home;
    private Process daemon;
    private int port;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(MONIT), "needs the real Monit");
        home = new Home(directory);
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        home.controlFile("""
                set daemon 1
                set httpd port PORT and use address 127.0.0.1 allow admin:monit
                check system plum
                """.replace("PORT", Integer.toString(port)) + Home.process("web", "0") + "    group some\n" + Home.process("db", "0"));
        daemon = home.start();
        home.await("both services", () -> home.runs("web") && home.runs("db"));
        home.await("the web server", () -> answers("/_ping"));
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        home.close();
    }

    private boolean answers(String path) {
        try {
            return ask(path).length() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String ask(String path) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(5_000);
        connection.setRequestProperty("Authorization", "Basic " + Base64.getEncoder().encodeToString("admin:monit".getBytes(UTF_8)));
        try (InputStream body = connection.getInputStream()) {
            return new String(body.readAllBytes(), UTF_8);
        }
    }

    private String monit(String... words) throws IOException, InterruptedException {
        var all = new String[words.length + 3];
        all[0] = "-B";
        all[1] = "-c";
        all[2] = home.path("rc").toString();
        System.arraycopy(words, 0, all, 3, words.length);
        Home.Outcome outcome = home.run(MONIT.toString(), all);
        assertEquals(0, outcome.code(), () -> outcome.out() + outcome.err() + home.log());
        return outcome.out();
    }

    private String summary(String name) throws IOException, InterruptedException {
        return monit("summary", name);
    }

    @Test
    void understandsItsWords() throws IOException, InterruptedException {
        assertTrue(monit("status").contains("\nProcess 'web'\n  status                       OK\n"), monit("status"));
        assertTrue(monit("report").contains("total:          3 services"), monit("report"));
        assertFalse(monit("-g", "some", "summary").contains(" db "));

        monit("stop", "web");
        home.await("'web' stop action done");
        assertFalse(home.runs("web"));
        assertTrue(summary("web").contains("Not monitored"), summary("web"));

        monit("start", "web");
        home.await("'web' start action done");
        assertTrue(home.runs("web"));

        long pid = home.pid("db.pid");
        monit("restart", "db");
        home.await("'db' restart action done");
        home.await("another db", () -> home.runs("db") && home.pid("db.pid") != pid);

        monit("unmonitor", "all");
        home.await("'db' unmonitor action done");
        assertTrue(monit("report").contains("unmonitored:    3 (100.0%)"), monit("report"));
        monit("monitor", "all");
        home.await("'db' monitor action done");
    }

    @Test
    void reloadsAndEndsAtItsWord() throws IOException, InterruptedException {
        home.controlFile(home.text("rc").replaceFirst("check system plum", "check system peach"));

        monit("reload");
        home.await("'peach' jmonit");
        home.await("the new name", () -> answers("/_ping") && summaryHas("peach"));

        monit("quit");
        assertEquals(0, home.ended(daemon).code());
    }

    private boolean summaryHas(String text) {
        try {
            return ask("/_summary").contains(text);
        } catch (IOException e) {
            return false;
        }
    }
}
