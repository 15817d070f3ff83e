package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.channel.MailPeer;
import jmonit.os.live.LiveFiles;

/** The same troubles under the real Monit and under ours: the same mails to the same people, but for names, dates and ids; below is our own. */
@Tag("live")
class MailParityLiveTest {

    private static final Path MONIT = Path.of("/usr/bin/monit");
    private static final String SERVICES = """
            set daemon 1
            set mailserver 127.0.0.1 port PORT
            set alert all@x.example
            set alert sizes@x.example only on { size } with reminder on 2 cycles
            set alert never@x.example not on { size, checksum, nonexist, status, action, instance, exec }
            check system plum.example
            check file f with path DIR/f
                if size > 10 B then alert
                if changed checksum then alert
                alert own@x.example on { size } with mail-format {
                    from: Owner <own@$HOST>
                    reply-to: reply@x.example
                    subject: $SERVICE $EVENT
                    message: $DESCRIPTION ($ACTION)
            }
            check file gone with path DIR/gone
                if does not exist then alert
                noalert all@x.example
                alert gone@x.example
            check program bad with path "/bin/false"
                if status != 0 then exec "/bin/true"
            """;

    @TempDir
    private Path folder;
    private final List<Process> running = new ArrayList<>();
    private final List<Home> homes = new ArrayList<>();

    @AfterEach
    void end() throws IOException, InterruptedException {
        for (Process process : running) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        for (Home home : homes) {
            home.close();
        }
    }

    /** What each recipient got about each service, in order; reminders count once, as how many fit is chance. */
    private static Map<String, List<String>> told(MailPeer peer, Path directory) {
        var told = new TreeMap<String, List<String>>();
        for (String mail : peer.mails) {
            String text = mail.replace(directory.toString(), "DIR").replaceAll("(?m)^(Date|X-Mailer|Message-I[dD]|Auto-Submitted|Content-Transfer-Encoding): .*\n", "")
                    .replaceAll("Date: .*", "Date: D").replaceAll("(?s)\n\n\tRule: .*", "\n\n").replaceAll("(jmonit|Monit) [^\n]* (started|stopped)", "P $2").replace("\"", "").replace("From: monit@plum.example", "From: us");
            String key = text.replaceFirst("(?s).*^?To: ([^\n]*)\n.*", "$1").strip();
            List<String> all = told.computeIfAbsent(key, _ -> new ArrayList<>());
            if (!all.contains(text)) {
                all.add(text);
            }
        }
        told.values().forEach(Collections::sort);
        return told;
    }

    private static Map<String, List<String>> play(Path directory, MailPeer peer, Launch launch) throws Exception {
        Path file = directory.resolve("f");
        Files.writeString(file, "x");
        Process daemon = launch.start(SERVICES.replace("PORT", Integer.toString(peer.port())));
        await(peer, "bad", 1);
        Files.writeString(file, "more than ten bytes");
        await(peer, "size test failed", 6);
        Files.writeString(file, "x");
        await(peer, "size check succeeded", 3);
        new ProcessBuilder("kill", "-TERM", Long.toString(daemon.pid())).start().waitFor(10, TimeUnit.SECONDS);
        daemon.waitFor(30, TimeUnit.SECONDS);
        return told(peer, directory);
    }

    private interface Launch {
        Process start(String text) throws Exception;
    }

    private static void await(MailPeer peer, String text, int count) throws InterruptedException {
        for (int i = 0; i < 1500 && peer.mails.stream().filter(m -> m.contains(text)).count() < count; i++) {
            Thread.sleep(20);
        }
    }

    private Process monit(Path directory, String text) throws IOException {
        Path file = directory.resolve("monitrc");
        Files.writeString(file, ("set log DIR/log\nset pidfile DIR/pid\nset idfile DIR/id\nset statefile DIR/state\n" + text)
                .replace("DIR", directory.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Process process = new ProcessBuilder(MONIT.toString(), "-I", "-c", file.toString()).redirectErrorStream(true)
                .redirectOutput(directory.resolve("console").toFile()).start();
        running.add(process);
        return process;
    }

    private Process ours(Path directory, String text) throws IOException {
        var home = new Home(directory);
        homes.add(home);
        home.controlFile(text);
        return home.start();
    }

    @Test
    void sendsTheMailsThatMonitSends() throws Exception {
        assumeTrue(Files.isExecutable(MONIT), "no " + MONIT + " to compare with");
        assumeTrue(new LiveFiles().readable("/etc/shadow"), "the real monit reads a control file of root: run as root");
        Path theirs = Files.createDirectory(folder.resolve("monit"));
        Path mine = Files.createDirectory(folder.resolve("jmonit"));
        try (var monits = new MailPeer("8BITMIME").start(); var jmonits = new MailPeer("8BITMIME").start()) {
            Map<String, List<String>> expected = play(theirs, monits, text -> monit(theirs, text));

            assertEquals(expected.toString(), play(mine, jmonits, text -> ours(mine, text)).toString());
        }
    }
}
