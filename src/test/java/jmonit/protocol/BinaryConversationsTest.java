package jmonit.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static jmonit.protocol.Script.LIMITS;
import static jmonit.protocol.Script.complaint;
import static jmonit.protocol.Script.connection;
import static jmonit.protocol.Script.hex;
import static jmonit.protocol.Script.option;
import static jmonit.protocol.Script.sent;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.crypto.Cipher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Speech;
import jmonit.model.Speech.Setting;
import jmonit.os.FakeWire;

class BinaryConversationsTest {

    private static final String GREETING = "\n8.0.30\0\5\0\0\0abcdefgh\0\u00ff\u00f7!\2\0\u00ff\u00c0\25" + "\0".repeat(10) + "ijklmnopqrst\0";

    // ---- LDAP

    @ParameterizedTest
    @CsvSource({"300c02010161070a010004000400, ''", "3084000000100201016184000000070a010004000400, ''",
            "301102010161 0c0a010204000405 68656c6c6f, LDAP: anonymous bind failed: result code 2 protocolError -- hello",
            "300c02010161070a013104000400, LDAP: anonymous bind failed: result code 49 invalidCredentials",
            "300c02010162070a010004000400, LDAP: anonymous bind failed: the answer is no well-formed response",
            "30847fffffff, LDAP: anonymous bind failed: the server announces an answer of more than 65536 bytes",
            "300c0201, LDAP: error receiving data -- the server closed the connection",
            "48545450, LDAP: anonymous bind failed: the server does not speak LDAP"})
    void ldapBindsWithoutAName(String answer, String complaint) {
        assertEquals(complaint, complaint(new LdapConversation(3), hex(answer)));
    }

    @Test
    void ldapSaysItsVersion() throws IOException {
        var wire = hex("300c02010161070a010004000400");

        new LdapConversation(2).hold(wire, connection(), LIMITS);

        assertEquals("300c020101600702010204008000" + "30050201024200", sent(wire));
    }

    // ---- MQTT

    @ParameterizedTest
    @CsvSource({"20020000, ''", "20020100, ''", "20020005, Unexpected connection response code -- Connection Refused: not authorized (5)",
            "20020009, Unexpected connection response code -- unknown (9)", "30020000, Unexpected connection response type -- Publish Request (3)",
            "20030000, Unexpected connection response length -- 3", "20, Error receiving connection response -- the server closed the connection"})
    void mqttWantsToBeLetIn(String answer, String complaint) {
        assertEquals(complaint, complaint(new MqttConversation(), hex(answer)));
    }

    @Test
    void mqttNamesUserAndPassword() throws IOException {
        var wire = hex("20020000");

        new MqttConversation().hold(wire, connection(option("username", "u"), option("password", "p")), LIMITS);

        assertTrue(sent(wire).matches("102200044d51545404c2000100106d6f6e69742d[3][0-9]([3][0-9]){9}000175000170e000"), sent(wire));
    }

    // ---- NTP

    @ParameterizedTest
    @CsvSource({"1c, 48, ''", "dc, 48, NTP: Server not synchronized",
            "24, 48, NTP: Server protocol version error -- it answered version 4 to 3", "1b, 48, NTP: Server mode error -- it answered in mode 3",
            "1c, 47, 'NTP: Received 47 bytes from server, expected 48 bytes'"})
    void ntpLooksAtTheHeadOfTheAnswer(String first, int length, String complaint) {
        assertEquals(complaint, complaint(new NtpConversation(), hex(first + "01".repeat(length - 1))));
    }

    // ---- TNS

    @Test
    void tnsTakesARefusalForAnAnswer() throws IOException {
        var wire = hex("0008000004000000");

        new TnsConversation().hold(wire, connection(), LIMITS);

        assertEquals("00570000010000000136012c000008007fffa30a00000100001d003a" + "00".repeat(16) + "0b1c0000" + "00".repeat(10)
                + HexFormat.of().formatHex("(CONNECT_DATA=(COMMAND=ping))".getBytes(ISO_8859_1)), sent(wire));
        assertEquals("TNS: invalid ping response -- packet of type 2 instead of 4", complaint(new TnsConversation(), hex("0020000002000000")));
    }

    // ---- MongoDB

    @Test
    void mongoTakesAPingThatWentWell() {
        assertEquals("", complaint(new MongoConversation(), FakeWire.saying(reply(1, 1, 20, "\1ok\0\0\0\0\0\0\0\u00f0?"))));
        assertEquals("", complaint(new MongoConversation(), FakeWire.saying(reply(1, 1, 20, "\20n\0\1\0\0\0\1ok\0\0\0\0\0\0\0\u00f0?"))));
        assertEquals("MONGODB: PING response error -- invalid reply -- auth", complaint(new MongoConversation(),
                FakeWire.saying(reply(1, 1, 20, "\1ok\0\0\0\0\0\0\0\0\0\2errmsg\0\5\0\0\0auth\0"))));
    }

    @Test
    void mongoAsksInTodaysWayWhereTheOldOneIsGone() {
        var wire = FakeWire.saying(reply(1, 1, 20, "\1ok\0\0\0\0\0\0\0\0\0\20code\0\140\1\0\0"), reply(2, 2013, 5, "\1ok\0\0\0\0\0\0\0\u00f0?"));

        assertEquals("", complaint(new MongoConversation(), wire));
        assertTrue(wire.sent().endsWith("\2$db\0\6\0\0\0admin\0\0"), wire.sent());
    }

    @Test
    void mongoRefusesWhatIsNoAnswerToItsQuestion() {
        var ok = "\1ok\0\0\0\0\0\0\0\u00f0?";

        assertEquals("MONGODB: PING response error -- unexpected response id (9)",
                complaint(new MongoConversation(), FakeWire.saying(reply(9, 1, 20, ok))));
        assertEquals("MONGODB: PING response error -- unexpected operation type (0x7dd)",
                complaint(new MongoConversation(), FakeWire.saying(reply(1, 2013, 20, ok))));
        assertEquals("MONGODB: PING response error -- a message of 2147483647 bytes",
                complaint(new MongoConversation(), hex("ffffff7f010000000100000001000000")));
        assertEquals("MONGODB: PING response error -- invalid reply", complaint(new MongoConversation(), FakeWire.saying(reply(1, 1, 20, "\2x\0\u00ff\0\0\0"))));
    }

    private static String reply(int to, int operation, int head, String elements) {
        var document = new Packet().little(elements.length() + 5L, 4).put(elements.getBytes(ISO_8859_1)).u8(0);
        return new String(new Packet().little(16L + head + document.size(), 4).little(7, 4).little(to, 4).little(operation, 4).put(new byte[head])
                .put(document).bytes(), ISO_8859_1);
    }

    // ---- PostgreSQL

    @Test
    void pgsqlAsksAsMonitDoesWhereNothingIsSaid() throws IOException {
        var wire = FakeWire.saying("R\0\0\0\10\0\0\0\0Z\0\0\0\5I");

        new PgsqlConversation().hold(wire, connection(), LIMITS);

        assertEquals("\0\0\0!\0\3\0\0user\0root\0database\0root\0\0X\0\0\0\4", wire.sent());
    }

    @Test
    void pgsqlHashesThePassword() throws IOException {
        var wire = FakeWire.saying("R\0\0\0\14\0\0\0\5abcd", "R\0\0\0\10\0\0\0\0", "Z\0\0\0\5I");

        new PgsqlConversation().hold(wire, connection(option("username", "u"), option("password", "p"), option("database", "d")), LIMITS);

        assertEquals("\0\0\0\33\0\3\0\0user\0u\0database\0d\0\0p\0\0\0(md5fa55bd30a96b8d5bd8215eee7c50a918\0X\0\0\0\4", wire.sent());
    }

    @Test
    void pgsqlTellsWhyItWasRefusedOnlyToSomebodyWithAName() {
        var refusal = "E\0\0\0\27SFATAL\0C28000\0Mno\0\0";

        assertEquals("", complaint(new PgsqlConversation(), FakeWire.saying(refusal)));
        assertEquals("PGSQL: startup message error -- Severity=FATAL, Code=28000, Message=no",
                complaint(new PgsqlConversation(), FakeWire.saying(refusal), option("username", "u")));
        assertEquals("PGSQL: startup message error -- Severity=FATAL, Code=28000, Message=no",
                complaint(new PgsqlConversation(), FakeWire.saying("R\0\0\0\10\0\0\0\0", refusal), option("database", "u")));
    }

    @Test
    void pgsqlIsContentWithAServerThatWantsAProofNobodyHasHere() {
        assertEquals("", complaint(new PgsqlConversation(), FakeWire.saying("R\0\0\0\10\0\0\0\7"), option("username", "u")));
    }

    @ParameterizedTest
    @CsvSource({"48545450, PGSQL: response header read error -- the server closed the connection",
            "485454502f, PGSQL: response message is too large: 1414811691 bytes received (maximum 65536)",
            "52ffffffff, PGSQL: response message is too large: 4294967291 bytes received (maximum 65536)",
            "5200000006 0000, PGSQL: malformed authentication request", "3f00000004, PGSQL: unexpected message of type 0x3f while logging in"})
    void pgsqlRefusesWhatIsNoMessage(String answer, String complaint) {
        assertEquals(complaint, complaint(new PgsqlConversation(), hex(answer)));
    }

    // ---- MySQL

    @Test
    void mysqlIsContentWithAGreetingWhereNobodyLogsIn() {
        var wire = FakeWire.saying(packet(0, GREETING + "caching_sha2_password\0"));

        assertEquals("", complaint(new MysqlConversation(), wire));
        assertEquals("", wire.sent());
    }

    @Test
    void mysqlScramblesThePassword() {
        var wire = FakeWire.saying(packet(0, GREETING + "mysql_native_password\0"), packet(2, "\0\0\0\2\0\0\0"));

        assertEquals("", complaint(new MysqlConversation(), wire, option("username", "u"), option("password", "p")));
        assertTrue(sent(wire).contains("750014" + "92982f1d0d47ce13bc946175aeedd35f1a514d3d" + HexFormat.of().formatHex("mysql_native".getBytes(ISO_8859_1))),
                sent(wire));
        assertTrue(sent(wire).endsWith("0100000001"));
    }

    @Test
    void mysqlFollowsToAnotherPlugin() {
        var wire = FakeWire.saying(packet(0, GREETING + "mysql_native_password\0"),
                packet(2, "\u00fecaching_sha2_password\0abcdefghijklmnopqrst\0"), packet(4, "\1\3"), packet(5, "\0\0\0\2\0\0\0"));

        assertEquals("", complaint(new MysqlConversation(), wire, option("username", "u"), option("password", "p")));
        assertTrue(sent(wire).contains("20000003" + "fa54c48511635baf90f6c9405e78dc59a90729d855c854b886ebdb665efab77b"), sent(wire));
    }

    @Test
    void mysqlSendsThePasswordUnderTheKeyOfTheServer() throws Exception {
        var maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        var keys = maker.generateKeyPair();
        var pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        var sum = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(pem.getBytes(ISO_8859_1)));
        String[] script = {packet(0, GREETING + "caching_sha2_password\0"), packet(2, "\1\4"), packet(4, "\1" + pem), packet(6, "\0\0\0\2\0\0\0")};
        var wire = FakeWire.saying(script);

        assertEquals("", complaint(new MysqlConversation(), wire, option("username", "u"), option("password", "p"), option("rsakey checksum", sum)));

        var sent = wire.sent().getBytes(ISO_8859_1);
        var cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.DECRYPT_MODE, keys.getPrivate());
        assertArrayEquals(new byte[] {'p' ^ 'a', 'b'}, cipher.doFinal(sent, sent.length - 5 - 256, 256));
        assertEquals("Checksum error: MD5 mismatch (expected deadbeefdeadbeefdeadbeefdeadbeef got " + sum + ")",
                complaint(new MysqlConversation(), FakeWire.saying(script), option("username", "u"), option("password", "p"),
                        option("rsakey checksum", "deadbeefdeadbeefdeadbeefdeadbeef")));
    }

    @Test
    void mysqlSaysWhatTheServerSays() {
        var hello = packet(0, GREETING + "mysql_native_password\0");
        var user = option("username", "u");

        assertEquals("Server returned error code 1045 -- Access denied",
                complaint(new MysqlConversation(), FakeWire.saying(hello, packet(2, "\u00ff\25\4#28000Access denied")), user));
        assertEquals("Server returned error code 1040 -- Too many connections",
                complaint(new MysqlConversation(), FakeWire.saying(packet(0, "\u00ff\20\4Too many connections"))));
        assertEquals("MYSQL: unsupported authentication plugin: dialog",
                complaint(new MysqlConversation(), FakeWire.saying(hello, packet(2, "\u00fedialog\0abc\0")), user));
        assertEquals("Unexpected packet of type 0x33 while logging in", complaint(new MysqlConversation(), FakeWire.saying(hello, packet(2, "3x")), user));
    }

    @ParameterizedTest
    @CsvSource({"485454502f312e3020, Invalid handshake packet length -- not MySQL protocol", "00000000, Invalid handshake packet length -- not MySQL protocol",
            "ffffff000a, Invalid handshake packet length -- not MySQL protocol", "0200000009 41, Invalid protocol version 9",
            "020000000a41, Invalid handshake packet -- not MySQL protocol", "40000000 0a35, Error receiving server response -- the server closed the connection"})
    void mysqlRefusesWhatIsNoGreeting(String answer, String complaint) {
        assertEquals(complaint, complaint(new MysqlConversation(), hex(answer)));
    }

    private static String packet(int number, String content) {
        return new String(new Packet().little(content.length(), 3).u8(number).bytes(), ISO_8859_1) + content;
    }

    // ---- SIP

    @ParameterizedTest
    @CsvSource({"SIP/2.0 200 OK, ''", "SIP/2.0 100 Trying, ''", "SIP/2.0 200, ''", "SIP/2.0 180 Ringing, SIP error: Provisional response . Returned status 180",
            "SIP/2.0 302 Moved, SIP info: Server redirection. Returned status 302", "SIP/2.0 404 Not found, SIP error: Server returned status 404",
            "SIP/2.0 abc, SIP error: cannot parse SIP status in response: SIP/2.0 abc", "HTTP/1.1 200 OK, SIP error: cannot parse SIP status in response: HTTP/1.1 200 OK"})
    void sipLooksAtTheStatus(String line, String complaint) {
        assertEquals(complaint, complaint(new SipConversation(), FakeWire.saying(line + "\r\nVia: x\r\n\r\n")));
    }

    @Test
    void sipAsksForOptions() throws IOException {
        var wire = FakeWire.saying("SIP/2.0 200 OK\r\n\r\n");

        new SipConversation().hold(wire, connection(option("target", "a@b"), option("maxforward", "6")), LIMITS);

        assertTrue(wire.sent().startsWith("OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.7:40312;branch=z9hG4bK"), wire.sent());
        assertTrue(wire.sent().contains("\r\nMax-Forwards: 6\r\nTo: <sip:a@b>\r\nFrom: monit <sip:monit@192.0.2.7>;tag="), wire.sent());
        assertTrue(wire.sent().endsWith("\r\n\r\n"));
    }

    // ---- all

    static Stream<Conversation> all() {
        return Stream.of(new DnsConversation(), new LdapConversation(3), new MongoConversation(), new MqttConversation(), new MysqlConversation(),
                new NtpConversation(), new PgsqlConversation(), new RadiusConversation(), new SipConversation(), new TnsConversation(),
                new AmqpConversation(), new GrpcConversation(), new KafkaConversation(), new NatsConversation());
    }

    @ParameterizedTest
    @MethodSource("all")
    void noNoiseBreaksAConversation(Conversation conversation) {
        var random = RandomGenerator.of("L64X128MixRandom");
        var login = List.of(option("username", "u"), option("password", "p"), option("name", "a.b")).toArray(Setting[]::new);

        for (var i = 0; i < 2000; i++) {
            var noise = IntStream.range(0, 6).mapToObj(_ -> noise(random)).toArray(String[]::new);
            var wire = FakeWire.failing("Resource temporarily unavailable", noise);
            try {
                conversation.hold(wire, connection(login), LIMITS);
            } catch (IOException e) {
                assertTrue(e.getMessage().chars().noneMatch(c -> c < ' '), e.getMessage());
            }
        }
    }

    /** Often something that begins well. */
    private static String noise(RandomGenerator random) {
        var start = List.of("", "", "R\0\0\0\10\0\0\0\12", "R\0\0\0\14\0\0\0\5abcd", packet(0, GREETING + "mysql_native_password\0"),
                packet(2, "\u00fecaching_sha2_password\0"), packet(4, "\1\4"), "0\14\2\1\1a\7\12\1", "\0\20", "E\0\0\0\20SF").get(random.nextInt(10));
        var bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return start + new String(bytes, ISO_8859_1);
    }
}
