package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.model.Digest;
import jmonit.model.Endpoint;
import jmonit.model.MailFormat.Mailbox;
import jmonit.model.MailServer;
import jmonit.model.Tls;
import jmonit.os.Sockets;
import jmonit.os.live.LiveSockets;

/** What goes over the wire to a mail server, and what becomes of what it says. */
class SmtpTest {

    private static final Mail MAIL = Happenings.mail("f", "a@x.example", "It failed");
    private static final Tls ENCRYPTED = new Tls(true, List.of(), Tls.Choice.UNSAID, Tls.Choice.UNSAID, "", Tls.Paths.NONE, Tls.Sum.NONE, 0);

    private static Post.Answer sent(MailPeer peer, Mail mail, MailServer server) throws Exception {
        try (var sockets = new LiveSockets();
                var talk = new Smtp(sockets, new Smtp.Manners("plum", Duration.ofSeconds(2), Tls.NONE, "Monit 5.33.0")).greet(server)) {
            return talk.deliver(mail);
        }
    }

    private static Post.Answer sent(MailPeer peer, Mail mail) throws Exception {
        return sent(peer, mail, server(peer, "", Tls.NONE));
    }

    private static MailServer server(MailPeer peer, String user, Tls tls) {
        return new MailServer("127.0.0.1", peer.port(), user, "s3cret", tls);
    }

    private static String refusal(MailPeer peer, MailServer server) {
        return assertThrows(IOException.class, () -> sent(peer, MAIL, server)).getMessage().replace(":" + peer.port(), ":25");
    }

    @Test
    void sendsAMailAsMonitDoes() throws Exception {
        try (var peer = new MailPeer("8BITMIME").start()) {
            assertInstanceOf(Post.Answer.Taken.class, sent(peer, MAIL));

            assertEquals(List.of("EHLO plum", "MAIL FROM:<monit@plum.example>", "RCPT TO:<a@x.example>", "DATA"), peer.heard.subList(0, 4));
            assertEquals("""
                    From: monit@plum.example
                    To: a@x.example
                    Subject: It failed
                    Date: Sat, 21 Nov 2026 10:55:17 +0000
                    X-Mailer: Monit 5.33.0
                    Auto-Submitted: auto-generated
                    MIME-Version: 1.0
                    Content-Type: text/plain; charset=utf-8
                    Content-Transfer-Encoding: 7bit
                    Message-ID: <f.a@x.example>

                    What happened

                    """, peer.mails.getFirst());
        }
    }

    @Test
    void letsNobodyWriteHeadersOrEndTheMail() throws Exception {
        var mail = new Mail("id@plum", "a@x.example", new Mailbox("Ünï\r\nBcc: x@y", "monit@plum"), new Mailbox("", "r@y"), "one\r\nBcc: z@z",
                ".\n..\n.\r\nQUIT\n\0\u0007ü", Instant.EPOCH, "f");
        try (var peer = new MailPeer().start()) {
            assertInstanceOf(Post.Answer.Taken.class, sent(peer, mail));

            String text = peer.mails.getFirst();
            assertTrue(text.contains("Subject: one Bcc: z@z\n"), text);
            assertFalse(text.contains("\nBcc"), text);
            assertTrue(text.contains("From: =?UTF-8?"), text);
            assertTrue(text.contains("Reply-To: r@y\n"), text);
            assertTrue(text.endsWith("\n\n..\n...\n..\nQUIT\n=C3=BC\n"), text);
        }
    }

    @Test
    void sendsEightBitsWhereTheServerTakesThem() throws Exception {
        var mail = new Mail("id@plum", "a@x.example", new Mailbox("", "monit@plum"), Mailbox.NONE, "Größe", "Größe\n", Instant.EPOCH, "f");
        try (var peer = new MailPeer("8BITMIME").start()) {
            sent(peer, mail);

            assertTrue(peer.mails.getFirst().contains("Content-Transfer-Encoding: 8bit\n"));
            assertTrue(peer.mails.getFirst().endsWith("\n\nGröße\n\n"), peer.mails.getFirst());
            assertTrue(peer.heard.contains("MAIL FROM:<monit@plum> BODY=8BITMIME"), peer.heard.toString());
        }
    }

    @Test
    void logsInWithPlainOrLogin() throws Exception {
        try (var plain = new MailPeer("AUTH PLAIN LOGIN").start(); var login = new MailPeer("AUTH LOGIN").start()) {
            sent(plain, MAIL, server(plain, "me", Tls.NONE));
            sent(login, MAIL, server(login, "me", Tls.NONE));

            assertTrue(plain.heard.contains("AUTH PLAIN " + Base64.getEncoder().encodeToString("\0me\0s3cret".getBytes())), plain.heard.toString());
            assertTrue(login.heard.containsAll(List.of("AUTH LOGIN", "bWU=", "czNjcmV0")), login.heard.toString());
        }
    }

    @Test
    void saysWhyItCannotLogInAndNotWithWhat() throws Exception {
        try (var peer = new MailPeer("AUTH PLAIN").says("AUTH", "535 5.7.8 no").start(); var other = new MailPeer("AUTH CRAM-MD5").start();
                var none = new MailPeer().start()) {
            assertEquals("Mail server [127.0.0.1]:25 does not let 'me' log in -- 535 5.7.8 no", refusal(peer, server(peer, "me", Tls.NONE)));
            assertFalse(refusal(other, server(other, "me", Tls.NONE)).contains("s3cret"));
            assertEquals("'me' is to log in, but the server takes no log-in", refusal(none, server(none, "me", Tls.NONE)).replaceFirst(".* -- ", ""));
        }
    }

    @Test
    void encryptsFromTheBeginningOnAPortOfItsOwn(@TempDir Path directory) throws Exception {
        var certificate = PeerCertificate.in(directory);
        try (var peer = new MailPeer().encrypted(certificate.context(), true).start()) {
            assertInstanceOf(Post.Answer.Taken.class, sent(peer, MAIL, server(peer, "", ENCRYPTED)));

            assertEquals("Cannot connect to [127.0.0.1]:25 -- SSL server certificate verification error: self signed certificate is not allowed, "
                    + "please use a trusted certificate or use the 'selfsigned: allow' SSL option", refusal(peer, server(peer, "", verified())));
            assertInstanceOf(Post.Answer.Taken.class, sent(peer, MAIL, server(peer, "", pinned(certificate.md5()))));
            assertEquals("Cannot connect to [127.0.0.1]:25 -- SSL server certificate verification error: SSL server certificate checksum failed",
                    refusal(peer, server(peer, "", pinned("00112233445566778899aabbccddeeff"))));
        }
    }

    /** To a port that speaks STARTTLS, which is another one here. */
    private static Post.Answer startingTls(MailPeer peer, Tls tls) throws Exception {
        try (var sockets = new LiveSockets()) {
            var elsewhere = new Sockets() {
                @Override
                public Line open(Endpoint.Inet to, Duration patience) throws IOException, InterruptedException {
                    return sockets.open(new Endpoint.Inet(to.host(), peer.port(), to.family(), false, ""), patience);
                }

                @Override
                public String fullName(String host, Duration patience) {
                    return host;
                }
            };
            var manners = new Smtp.Manners("plum", Duration.ofSeconds(2), Tls.NONE, "Monit 5.33.0");
            try (var talk = new Smtp(elsewhere, manners).greet(new MailServer("127.0.0.1", 587, "me", "s3cret", tls))) {
                return talk.deliver(MAIL);
            }
        }
    }

    @Test
    void encryptsAfterTheGreetingOnThePortsForThat(@TempDir Path directory) throws Exception {
        var certificate = PeerCertificate.in(directory);
        try (var peer = new MailPeer("STARTTLS", "AUTH PLAIN").encrypted(certificate.context(), false).start(); var bare = new MailPeer("AUTH PLAIN").start()) {
            assertInstanceOf(Post.Answer.Taken.class, startingTls(peer, pinned(certificate.md5())));
            assertEquals(List.of("EHLO plum", "STARTTLS", "EHLO plum"), peer.heard.subList(0, 3));

            assertTrue(assertThrows(IOException.class, () -> startingTls(peer, pinned("00112233445566778899aabbccddeeff"))).getMessage()
                    .endsWith("SSL connection error: SSL server certificate checksum failed"));
            assertTrue(assertThrows(IOException.class, () -> startingTls(peer, verified())).getMessage().contains("self signed certificate"));
            assertEquals("Mail server [127.0.0.1]:587 -- STARTTLS is required but host does not support STARTTLS",
                    assertThrows(IOException.class, () -> startingTls(bare, ENCRYPTED)).getMessage());
            assertFalse(bare.heard.stream().anyMatch(l -> l.startsWith("AUTH")), "no password in clear text");
        }
    }

    private static Tls verified() {
        return new Tls(true, List.of(), Tls.Choice.YES, Tls.Choice.UNSAID, "", Tls.Paths.NONE, Tls.Sum.NONE, 0);
    }

    private static Tls pinned(String sum) {
        return new Tls(true, List.of("TLSv1.3"), Tls.Choice.UNSAID, Tls.Choice.UNSAID, "", Tls.Paths.NONE, new Tls.Sum(Digest.MD5, sum), 0);
    }

    @Test
    void tellsARefusedRecipientFromOneThatIsToWait() throws Exception {
        try (var peer = new MailPeer().says("RCPT TO:<no", "550 5.1.1 no such user").says("RCPT TO:<later", "451 greylisted").start()) {
            assertEquals(new Post.Answer.Refused("550 5.1.1 no such user"), sent(peer, Happenings.mail("f", "no@x", "s")));
            assertEquals(new Post.Answer.Later("451 greylisted"), sent(peer, Happenings.mail("f", "later@x", "s")));
            assertEquals(new Post.Answer.Refused("\"a>b@x\" or \"monit@plum.example\" is no mail address"), sent(peer, Happenings.mail("f", "a>b@x", "s")));
        }
    }

    @Test
    void takesWhatIsSaidToTheMailItselfForAnAnswer() throws Exception {
        try (var full = new MailPeer().says(".", "452 disk full").start(); var spam = new MailPeer().says(".", "554 looks like spam").start()) {
            assertEquals(new Post.Answer.Later("452 disk full"), sent(full, MAIL));
            assertEquals(new Post.Answer.Refused("554 looks like spam"), sent(spam, MAIL));
        }
    }

    @Test
    void losesNoMailBecauseTheServerWantsSomethingElse() throws Exception {
        try (var peer = new MailPeer().says("MAIL", "530 log in first").start(); var going = new MailPeer().says("RCPT", "421 going down").start()) {
            assertEquals("Mail server [127.0.0.1]:25 -- 530 log in first", refusal(peer, server(peer, "", Tls.NONE)));
            assertEquals("Mail server [127.0.0.1]:25 -- 421 going down", refusal(going, server(going, "", Tls.NONE)));
        }
    }

    @Test
    void waitsForNoServerForEver() throws Exception {
        try (var silent = new MailPeer().says("", "hang").start(); var endless = new MailPeer().says("EHLO", "endless").start();
                var gone = new MailPeer().says("DATA", "gone").start()) {
            assertEquals("Mail server [127.0.0.1]:25 -- no answer in time", refusal(silent, server(silent, "", Tls.NONE)));
            assertEquals("Mail server [127.0.0.1]:25 -- the server does not stop talking", refusal(endless, server(endless, "", Tls.NONE)));
            assertTrue(refusal(gone, server(gone, "", Tls.NONE)).startsWith("Mail server [127.0.0.1]:25 -- "));
        }
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        var peer = new MailPeer();
        peer.close();

        assertEquals("Cannot connect to [127.0.0.1]:25 -- Connection refused", refusal(peer, server(peer, "", Tls.NONE)));
    }
}
