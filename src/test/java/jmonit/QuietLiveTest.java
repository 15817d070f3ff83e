package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.channel.MailPeer;

/** A daemon with a mail server: what is silenced, acknowledged and escalated, over two kills. */
@Tag("live")
class QuietLiveTest {

    private static final String RULES = """
            set daemon 1
            set mailserver 127.0.0.1 port PORT
            set alert ops@x.example only on { nonexist } with reminder on 2 cycles
            set alert boss@x.example only on { nonexist } after 6 seconds
            check system plum.example
            check file web with path DIR/web
                if does not exist then alert
                group front
            check file db with path DIR/db
                if does not exist then alert
            """;

    @TempDir
    private Path directory;
    private Home home;
    private MailPeer peer;
    private Process daemon;

    @BeforeEach
    void install() throws IOException {
        home = new Home(directory);
        peer = new MailPeer("8BITMIME").start();
        home.write("web", "x");
        home.write("db", "x");
        home.controlFile(RULES.replace("PORT", Integer.toString(peer.port())));
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        home.close();
        peer.close();
    }

    private void begin() throws IOException, InterruptedException {
        daemon = home.start();
        home.await("the command line", () -> home.log().contains("jmonit") && listens());
    }

    private boolean listens() {
        try {
            return home.run(home.path("jmonit").toString(), "-c", "rc", "silences").code() == 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void killed() throws IOException, InterruptedException {
        daemon.destroyForcibly().waitFor();
        begin();
    }

    /** What a command prints that has to succeed. */
    private String told(String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("-c", "rc"));
        line.addAll(List.of(words));
        Home.Outcome outcome = home.run(home.path("jmonit").toString(), line.toArray(String[]::new));
        assertEquals(0, outcome.code(), outcome.err());
        return outcome.out();
    }

    private long mails(String to, String subject) {
        return peer.mails.stream().filter(m -> m.contains("To: " + to + "@x.example") && m.contains("--  " + subject)).count();
    }

    private void await(String to, String subject, long count) throws InterruptedException {
        home.await(count + " mails to " + to + " that " + subject, () -> mails(to, subject) >= count);
    }

    @Test
    void whoIsToldWhatOverKills() throws Exception {
        begin();

        assertTrue(told("-g", "front", "silence", "1h", "deploy", "it").startsWith("Silence 1  group front  until "));
        killed();
        assertTrue(told("silences").contains("deploy it"), told("silences"));
        Files.delete(home.path("web"));
        home.await("'web' file doesn't exist");
        Files.delete(home.path("db"));
        await("ops", "Does not exist db", 1);
        told("ack", "db", "on", "it");
        home.await("'db' is acknowledged by");
        killed();
        assertTrue(told("status", "--json").contains("\"reason\":\"on it\""));
        assertTrue(told("events").contains("silenced by"), told("events"));
        assertEquals(0, mails("ops", "Does not exist web"));

        told("unsilence", "1");
        await("ops", "Does not exist web", 1);
        await("boss", "Does not exist web", 1);
        assertEquals(0, mails("boss", "Does not exist db"));

        home.write("web", "x");
        home.write("db", "x");
        await("ops", "Exists web", 1);
        await("boss", "Exists web", 1);
        await("ops", "Exists db", 1);
        assertEquals(0, mails("boss", "Exists db"));
        assertEquals(1, mails("boss", "Does not exist web"));
    }
}
