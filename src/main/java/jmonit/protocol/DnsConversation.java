package jmonit.protocol;

import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Limits;
import jmonit.os.Wire;

/**
 * A name server: it answers who serves the root. A refusal is an answer, too, as with Monit: the server does its work, though not for us.
 * Where the rule names a record, the server must have it.
 */
final class DnsConversation implements Conversation {

    private static final String RECEIVING = "DNS: error receiving response";
    private static final int LONGEST_DATAGRAM = 4096;
    private static final int MOST_STRANGERS = 16;
    private static final int REFUSED = 5;

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var wanted = DnsExpectation.of(connection.speech());
        int id = RandomGenerator.getDefault().nextInt(1 << 16);
        var query = query(id, wanted);
        var talk = Talk.over(wire, connection);
        DnsAnswer answer;
        if (datagrams(connection.endpoint())) {
            send(wire, query);
            answer = own(id, talk);
        } else {
            send(wire, new Packet().u16(query.size()).put(query));
            answer = DnsAnswer.of(Phase.of(RECEIVING, () -> talk.bytes(length(talk.bytes(2)))));
            sameId(id, answer);
        }
        judge(answer, wanted);
    }

    private static boolean datagrams(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Inet inet -> inet.udp();
            case Endpoint.Unix unix -> unix.udp();
        };
    }

    /** One question, recursion desired: the servers of the root where nothing is asked for. */
    private static Packet query(int id, Optional<DnsExpectation> wanted) {
        var query = new Packet().u16(id).u16(0x0100).u16(1).u16(0).u16(0).u16(0);
        wanted.map(DnsExpectation::name).filter(n -> !n.isEmpty()).ifPresent(name -> {
            for (var label : name.split("\\.")) {
                query.u8(Packet.utf8(label).length).text(label);
            }
        });
        return query.u8(0).u16(wanted.map(DnsExpectation::record).orElse(DnsRecord.NS).number()).u16(1);
    }

    private static void send(Wire wire, Packet query) throws IOException {
        Phase.of("DNS: error sending query", () -> {
            wire.send(query.bytes());
            return query;
        });
    }

    /** A late answer to an earlier question is none to this one, and anybody can send a datagram. */
    private static DnsAnswer own(int id, Talk talk) throws IOException {
        for (var strangers = 0; strangers < MOST_STRANGERS; strangers++) {
            var answer = DnsAnswer.of(Phase.of(RECEIVING, () -> talk.some(LONGEST_DATAGRAM)));
            if (answer.id() == id) {
                return answer;
            }
        }
        throw new IOException("DNS: response transaction ID mismatch -- none of " + MOST_STRANGERS + " datagrams answered the question");
    }

    private static int length(byte[] two) {
        return (two[0] & 0xff) << 8 | two[1] & 0xff;
    }

    private static void sameId(int id, DnsAnswer answer) throws IOException {
        if (answer.id() != id) {
            throw new IOException("DNS: response transaction ID mismatch -- received 0x%x, expected 0x%x".formatted(answer.id(), id));
        }
    }

    private static void judge(DnsAnswer answer, Optional<DnsExpectation> wanted) throws IOException {
        if (!answer.isResponse()) {
            throw new IOException("DNS: invalid response type: 0x0");
        }
        var refused = answer.code() == REFUSED && wanted.isEmpty();
        if (answer.code() != 0 && !refused) {
            throw new IOException("DNS: invalid response code: 0x%x (%s)".formatted(answer.code(), DnsAnswer.meaning(answer.code())));
        }
        if (!refused && wanted.isEmpty() && answer.records() == 0) {
            throw new IOException("DNS: no answer or authority records returned");
        }
        if (wanted.isPresent()) {
            wanted.get().judge(answer);
        }
    }
}
