package jmonit.service;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.model.Tls;
import jmonit.os.Wire;

/** A wire that remembers which certificate it was shown when a conversation encrypted it. Used by one thread. */
final class NotingWire implements Wire {

    private final Wire wire;
    private final List<Instant> certificates = new ArrayList<>(1);

    NotingWire(Wire wire) {
        this.wire = wire;
    }

    /** When the certificate ends; nothing where the connection was never encrypted. */
    Optional<Instant> certificate() {
        return certificates.stream().findFirst();
    }

    @Override
    public Encrypted encrypted(Tls how, String host) throws IOException {
        var encrypted = wire.encrypted(how, host);
        certificates.add(encrypted.expiry());
        return encrypted;
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        wire.send(bytes);
    }

    @Override
    public int receive(byte[] into) throws IOException {
        return wire.receive(into);
    }

    @Override
    public void listen(Duration moment) throws IOException {
        wire.listen(moment);
    }

    @Override
    public String here() {
        return wire.here();
    }

    @Override
    public Phases phases() {
        return wire.phases();
    }

    @Override
    public Duration elapsed() {
        return wire.elapsed();
    }

    @Override
    public void close() {
        wire.close();
    }
}
