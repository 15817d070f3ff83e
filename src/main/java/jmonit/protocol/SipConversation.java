package jmonit.protocol;

import java.io.IOException;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A telephony server: it tells its options. */
final class SipConversation implements Conversation {

    private static final String USUAL_TARGET = "monit@foo.bar";
    private static final int LONGEST_LINE = 1024;
    private static final int TRYING = 100;
    private static final Pattern STATUS = Pattern.compile("\\S+\\s+(\\d{1,3})(?:\\s.*)?");

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        var request = request(wire.here(), connection);
        Phase.of("SIP: error sending data", () -> {
            talk.say(request);
            return request;
        });
        judge(status(Phase.of("SIP: error receiving data", () -> talk.line(LONGEST_LINE))));
    }

    private static String request(String here, Connection connection) {
        var target = connection.speech().setting("target").orElse(USUAL_TARGET);
        var hops = connection.speech().setting("maxforward").orElse("70");
        return """
                OPTIONS sip:%1$s SIP/2.0
                Via: SIP/2.0/%2$s %3$s;branch=z9hG4bKh%4$s;rport
                Max-Forwards: %5$s
                To: <sip:%1$s>
                From: monit <sip:monit@%6$s>;tag=%7$s
                Call-ID: %8$s
                CSeq: 63104 OPTIONS
                Contact: <sip:%3$s>
                Accept: application/sdp
                Content-Length: 0
                User-Agent: Monit/5.33.0 (jmonit)

                """.formatted(target, carrier(connection), here, mark(), hops, host(here), mark(), mark()).replace("\n", "\r\n");
    }

    private static String host(String here) {
        return here.substring(0, Math.max(0, here.lastIndexOf(':')));
    }

    private static String carrier(Connection connection) {
        var udp = switch (connection.endpoint()) {
            case Endpoint.Inet inet -> inet.udp();
            case Endpoint.Unix unix -> unix.udp();
        };
        return udp ? "UDP" : connection.tls().used() ? "TLS" : "TCP";
    }

    private static String mark() {
        return "%016x".formatted(RandomGenerator.getDefault().nextLong());
    }

    private static int status(String line) throws IOException {
        var status = STATUS.matcher(line);
        if (!status.matches() || !line.startsWith("SIP/")) {
            throw new IOException("SIP error: cannot parse SIP status in response: " + Shown.line(line));
        }
        return Integer.parseInt(status.group(1));
    }

    /** "Trying" is answer enough, as with Monit. */
    private static void judge(int status) throws IOException {
        if (status >= 400) {
            throw new IOException("SIP error: Server returned status " + status);
        }
        if (status >= 300) {
            throw new IOException("SIP info: Server redirection. Returned status " + status);
        }
        if (status > TRYING && status < 200) {
            throw new IOException("SIP error: Provisional response . Returned status " + status);
        }
    }
}
