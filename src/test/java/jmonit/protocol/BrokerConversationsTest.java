package jmonit.protocol;

import static jmonit.protocol.Script.LIMITS;
import static jmonit.protocol.Script.complaint;
import static jmonit.protocol.Script.connection;
import static jmonit.protocol.Script.hex;
import static jmonit.protocol.Script.option;
import static jmonit.protocol.Script.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.model.Speech;
import jmonit.os.FakeWire;

class BrokerConversationsTest {

    @Test
    void natsLogsInAndPings() throws IOException {
        var wire = FakeWire.saying("INFO {\"version\":\"2.9\"}\r\n", "PONG\r\n");

        new NatsConversation().hold(wire, connection(option("username", "u\"x"), option("password", "p")), LIMITS);

        assertEquals("CONNECT {\"verbose\":false,\"pedantic\":false,\"lang\":\"java\",\"version\":\"1\",\"name\":\"monit\",\"user\":\"u\\\"x\",\"pass\":\"p\"}"
                + "\r\nPING\r\n", wire.sent());
        assertEquals("NATS: the server answered -ERR 'Authorization Violation'",
                complaint(new NatsConversation(), FakeWire.saying("INFO {}\r\n-ERR 'Authorization Violation'\r\n")));
        assertEquals("NATS: unexpected greeting -- 220 plum", complaint(new NatsConversation(), FakeWire.saying("220 plum\r\n")));
    }

    @ParameterizedTest
    @CsvSource({"0000000a 006d6f6e 0000 00000000, ''", "0000000a 006d6f6e 0023 00000000, ''",
            "0000000a 006d6f6e 0007 00000000, KAFKA: the broker answered error 7 to ApiVersions",
            "0000000a 006d6f6f 0000 00000000, KAFKA: the response is to another request",
            "48545450, KAFKA: a response of 1213486160 bytes is none of this protocol"})
    void kafkaTellsItsVersions(String answer, String complaint) {
        assertEquals(complaint, complaint(new KafkaConversation(), hex(answer)));
    }

    @Test
    void kafkaAsksTheOldestQuestion() throws IOException {
        var wire = hex("0000000a 006d6f6e 0000 00000000");

        new KafkaConversation().hold(wire, connection(), LIMITS);

        assertEquals("0000000f00120000006d6f6e00056d6f6e6974", sent(wire));
    }

    @Test
    void amqpOpensAVirtualHost() {
        var wire = hex("01 0000 00000004 000a000a ce" + "01 0000 0000000c 000a001e 0800 00020000 003c ce" + "08 0000 00000000 ce"
                + "01 0000 00000005 000a0029 00 ce" + "01 0000 00000004 000a0033 ce");

        assertEquals("", complaint(new AmqpConversation(), wire, option("username", "u"), option("password", "p"), option("virtualhost", "v")));
        assertTrue(sent(wire).startsWith("414d515000000901" + "010000"), sent(wire));
        assertTrue(sent(wire).contains("000a001f0800000200000000ce" + "0100000000000800 0a0028 01 76 0000ce".replace(" ", "")), sent(wire));
        assertEquals("AMQP: the server closed with 403 no (login)", complaint(new AmqpConversation(),
                hex("01 0000 00000004 000a000a ce" + "01 0000 00000009 000a0032 0193 02 6e6f ce"), option("username", "u")));
        assertEquals("AMQP: the server does not speak AMQP 0-9-1", complaint(new AmqpConversation(), FakeWire.saying("AMQP\0\0\t\1")));
    }

    @Test
    void grpcTellsItsHealth() {
        assertEquals("", complaint(new GrpcConversation(), hex("000000 04 00 00000000" + "000001 01 04 00000001 88" + "000007 00 00 00000001 00 00000002 0801")));
        assertEquals("GRPC: the health of service shop is NOT_SERVING", complaint(new GrpcConversation(),
                hex("000007 00 00 00000001 00 00000002 0802"), option("service", "shop")));
        assertEquals("GRPC: the server answered without a state -- it may not know the health protocol, or not this service",
                complaint(new GrpcConversation(), hex("000001 01 05 00000001 88")));
        assertEquals("GRPC: the server does not speak HTTP/2", complaint(new GrpcConversation(), FakeWire.saying("HTTP/1.1 400 Bad Request\r\n\r\n")));
    }
}
