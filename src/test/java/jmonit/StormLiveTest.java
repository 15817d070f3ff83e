package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.channel.MailPeer;

/** A thousand services fail at once, with a mail server that takes its time; and one that is not there while we are killed. */
@Tag("live")
class StormLiveTest {

    private static final int SERVICES = 1000;
    private static final Pattern ID = Pattern.compile("(?m)^Message-I[dD]: *(\\S+)$");
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (.*)$");

    @TempDir
    private Path directory;
    private Home home;

    @BeforeEach
    void install() throws IOException {
        home = new Home(directory);
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        home.close();
    }

    private static String control(int port, int services, String more) {
        var text = new StringBuilder("set daemon 1\nset mailserver 127.0.0.1 port " + port + "\nset mail-format { from: m@x.example }\n"
                + "set alert a@x.example not on { instance }\n" + more);
        IntStream.range(0, services).forEach(i -> text.append("check file s").append(i).append("e with path DIR/no/").append(i)
                .append("\n    if does not exist then alert\n"));
        return text.toString();
    }

    private Duration until(MailPeer peer, int mails) throws InterruptedException {
        home.await("the first mail", () -> !peer.mails.isEmpty());
        long first = System.nanoTime();
        home.await(mails + " mails", () -> peer.mails.size() >= mails);
        return Duration.ofNanos(System.nanoTime() - first);
    }

    @Test
    void aThousandMailsAreSentInTenSeconds() throws Exception {
        try (var peer = new MailPeer().slow(50).start()) {
            home.controlFile(control(peer.port(), SERVICES, ""));
            home.start();

            Duration took = until(peer, SERVICES);

            System.out.println("1,000 mails, one for each service: " + took.toMillis() + " ms");
            // Five seconds at best, 50 one after the other; others may be busy on this machine, too.
            assertTrue(took.toSeconds() < 20, () -> "took " + took);
            assertEquals(SERVICES, new HashSet<>(peer.mails).size());
        }
    }

    @Test
    void oneMailNamesAThousandServices() throws Exception {
        try (var peer = new MailPeer().slow(50).start()) {
            home.controlFile(control(peer.port(), SERVICES, "set alert grouping 3 seconds\n")
                    + "check file late with path DIR/late\n    if exists then alert\n");
            home.start();

            Duration took = until(peer, 1);

            String mail = peer.mails.getFirst();
            System.out.println("1 mail for 1,000 services: " + took.toMillis() + " ms after the first, " + mail.length() + " characters, "
                    + SUBJECT.matcher(mail).results().map(r -> r.group(1)).toList());
            assertTrue(IntStream.range(0, SERVICES).allMatch(i -> mail.contains("\ts" + i + "e: ")), mail);
            assertTrue(mail.contains("1000 services: 1000 Does not exist"), mail);
            home.write("late", "");
            home.await("a mail about what came later", () -> peer.mails.stream().anyMatch(m -> m.contains("late")));
            assertEquals(List.of(SERVICES, 0), peer.mails.stream().map(m -> services(m).size()).toList());
        }
    }

    private void losesNothing(String more) throws Exception {
        int port;
        try (var closed = new MailPeer()) {
            port = closed.port();
        }
        home.controlFile(control(port, 100, "set eventqueue basedir DIR/queue\n" + more));
        for (int i = 0; i < 3; i++) {
            Process daemon = home.start();
            int pass = i;
            home.await("start " + i, () -> home.said("Starting") == pass + 1 && home.said("'s99e'") > 0);
            home.await("moment " + i, () -> ripe(pass));
            daemon.destroyForcibly().waitFor();
        }
        try (var peer = new MailPeer(port).start()) {
            home.start();
            home.await("what was told of all services", () -> told(peer).size() == 100);
            home.await("an empty queue", () -> queued().isEmpty());
            var ids = new TreeMap<String, Set<String>>();
            for (String mail : peer.mails) {
                String id = ID.matcher(mail).results().map(r -> r.group(1)).findFirst().orElseThrow();
                services(mail).forEach(s -> ids.computeIfAbsent(s, _ -> new HashSet<>()).add(id));
            }
            assertEquals(List.of(), ids.entrySet().stream().filter(e -> e.getValue().size() > 1).toList());
            System.out.println(ids.size() + " alerts over three kills " + more + ": " + peer.mails.size() + " mails");
        }
    }

    /** When to kill: once the state file knows of all, when all are in the queue, and when it was tried to send them. */
    private boolean ripe(int pass) {
        return switch (pass) {
            case 0 -> remembered("state") || remembered("state.twin");
            case 1 -> services(queued()).size() == 100;
            default -> home.said("Mail: Delivery failed") > 0;
        };
    }

    private boolean remembered(String file) {
        String text = home.text(file);
        return text.endsWith("\nend\n") && Pattern.compile("\\bfailing\\b").matcher(text).results().count() == 100;
    }

    /** All that stands in the queue. */
    private String queued() {
        try {
            var all = new StringBuilder();
            for (String name : home.names("queue")) {
                all.append(home.text("queue/" + name));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> told(MailPeer peer) {
        var told = new HashSet<String>();
        peer.mails.forEach(m -> told.addAll(services(m)));
        return told;
    }

    private static List<String> services(String mail) {
        return Pattern.compile("\\bs\\d+e\\b").matcher(mail).results().map(r -> r.group()).distinct().toList();
    }

    @Test
    void everyAlertOutlivesThreeKills() throws Exception {
        losesNothing("");
    }

    @Test
    void everyAlertOfAGroupOutlivesThreeKills() throws Exception {
        losesNothing("set alert grouping 2 seconds\n");
    }
}
