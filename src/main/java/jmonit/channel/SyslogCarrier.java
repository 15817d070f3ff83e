package jmonit.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jmonit.model.Endpoint;
import jmonit.model.Event;
import jmonit.model.Family;
import jmonit.model.Outlet;
import jmonit.model.Tls;
import jmonit.os.Dialer;
import jmonit.os.Wire;

/**
 * Writes to a system log: datagrams, or a connection for each message, whose length stands before it (RFC 5425, RFC 6587). No system log says
 * that it has taken a message; what can be known is that somebody is there.
 */
final class SyslogCarrier implements Carrier {

    /** How long a machine may take to say that nobody listens for datagrams. */
    private static final Duration MOMENT = Duration.ofMillis(20);
    /** Of a datagram, as RFC 5426 advises, and of anything else. */
    private static final int SMALL = 2048;
    private static final int LARGE = 8192;

    private final Dialer dialer;
    private final Outlet outlet;
    private final Tls tls;
    private final SyslogText text;

    SyslogCarrier(Dialer dialer, Outlet outlet, Tls all, SyslogText text) {
        this.dialer = dialer;
        this.outlet = outlet;
        this.tls = outlet.tls().over(all);
        this.text = text;
    }

    @Override
    public Reply tell(Told told) throws IOException, InterruptedException {
        Event event = told.first();
        boolean datagram = outlet.url().scheme().equals("udp");
        byte[] packet = text.of(event, datagram ? SMALL : LARGE);
        try (Wire wire = open()) {
            wire.send(framed(packet));
            if (datagram) {
                wire.listen(MOMENT);
            }
        }
        return new Reply.Taken();
    }

    private Wire open() throws IOException, InterruptedException {
        Wire plain = dialer.dial(endpoint(), outlet.timeout());
        if (!tls.used()) {
            return plain;
        }
        try {
            return plain.encrypted(tls, outlet.url().host()).wire();
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private Endpoint endpoint() {
        return outlet.url().host().isEmpty() ? new Endpoint.Unix(outlet.url().path(), true)
                : new Endpoint.Inet(outlet.url().host(), outlet.url().port(), Family.ANY, outlet.url().scheme().equals("udp"), "");
    }

    private byte[] framed(byte[] packet) throws IOException {
        if (outlet.url().host().isEmpty() || outlet.url().scheme().equals("udp")) {
            return packet;
        }
        var out = new ByteArrayOutputStream(packet.length + Long.BYTES);
        out.write((packet.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.write(packet);
        return out.toByteArray();
    }
}
