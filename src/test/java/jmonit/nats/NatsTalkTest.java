package jmonit.nats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.json.JsonReader;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Tls;
import jmonit.model.Url;
import jmonit.os.FakeDialer;
import jmonit.os.FakeWire;

class NatsTalkTest {

    private static final Url PLACE = new Url("nats", "", "", "n", 4222, "/", "");
    private static final String INFO = "INFO {\"max_payload\":2000}\r\n";

    private static NatsTalk talk(FakeWire wire, Login login, boolean secret) throws IOException, InterruptedException {
        var tls = secret ? new Tls(true, List.of(), Tls.Choice.YES, Tls.Choice.UNSAID, "", Tls.Paths.NONE, Tls.Sum.NONE, 0) : Tls.NONE;
        var dialer = new FakeDialer().with(new Endpoint.Inet("n", 4222, Family.ANY, false, ""), wire);
        return NatsTalk.open(dialer, new NatsTalk.Door(PLACE, tls, Duration.ofSeconds(1)), new NatsTalk.Caller(login, "us"));
    }

    private static String refusal(String... said) {
        return assertThrows(IOException.class, () -> talk(FakeWire.saying(said), Login.NOBODY, false)).getMessage();
    }

    @Test
    void saysWhoItIsAndWaitsUntilThatIsAccepted() throws Exception {
        var wire = FakeWire.saying(INFO, "PING\r\n", "+OK\r\nPONG\r\n");

        talk(wire, new Login.Password("u", "p\"w"), false);

        assertTrue(wire.sent().startsWith("CONNECT {\"verbose\":false,") && wire.sent().contains("\"user\":\"u\",\"pass\":\"p\\\"w\"}\r\nSUB _INBOX."),
                wire.sent());
        assertTrue(wire.sent().endsWith("PING\r\nPONG\r\n"), wire.sent());
    }

    @Test
    void tellsWhyItIsNotWelcome() {
        assertEquals("Authorization Violation", refusal(INFO, "-ERR 'Authorization Violation'\r\n"));
        assertEquals("it does not speak NATS", refusal("SSH-2.0-OpenSSH\r\n"));
        assertEquals("it wants TLS: write tls:// instead of nats://", refusal("INFO {\"tls_required\":true}\r\n"));
        assertEquals("it closed the connection", refusal(INFO));
    }

    @Test
    void saysNothingSecretToWhomGoesOnInPlainText() {
        var wire = FakeWire.saying(INFO + "PONG\r\n");

        assertEquals("it goes on in plain text", assertThrows(IOException.class, () -> talk(wire, new Login.Token("sesame"), true)).getMessage());
        assertEquals("", wire.sent());
    }

    @Test
    void readsNoAnswerWithoutEnd() {
        var endless = new ArrayList<String>(List.of("INFO "));
        for (int i = 0; i < 100; i++) {
            endless.add("x".repeat(1000));
        }

        assertEquals("it says a line without end", refusal(endless.toArray(String[]::new)));
        assertEquals("its message is too long", refusal(INFO, "MSG a 1 999999999\r\n"));
        assertEquals("its message has no length", refusal(INFO, "MSG a 1\r\n"));
        assertEquals("its message has no length", refusal(INFO, "MSG a 1 -5\r\n"));
    }

    @Test
    void publishesNothingThatIsTooLarge() throws Exception {
        var talk = talk(FakeWire.saying(INFO, "PONG\r\n"), Login.NOBODY, false);

        assertInstanceOf(JetStream.Outcome.Never.class, new JetStream(talk).publish(new JetStream.Item("a", "1", new byte[1990]), ""));
    }

    @Test
    void repeatsNoLongSpeechOfTheServer() throws Exception {
        var error = JsonReader.read("{\"err_code\":7,\"description\":\"" + "x".repeat(9000) + "\"}", JsonReader.Bounds.SMALL);

        assertEquals("x".repeat(200) + "... (7)", JetStream.words(error));
    }
}
