package jmonit.service;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jmonit.model.Answer;
import jmonit.model.Tls;
import jmonit.os.Wire;

/** The wire of one test, which knows what became of it: a conversation may have it encrypted in the middle. */
final class OpenWire implements Wire {

    private Wire wire;
    private boolean encrypted;
    private Instant expiry = Instant.MAX;

    OpenWire(Wire wire) {
        this.wire = wire;
    }

    Answer answer(String detail, Instant now) {
        return encrypted ? new Answer.Certified(elapsed(), detail, now.until(expiry, ChronoUnit.DAYS)) : new Answer.Succeeded(elapsed(), detail);
    }

    @Override
    public Encrypted encrypted(Tls how, String host, List<String> protocols) throws IOException {
        var secured = wire.encrypted(how, host, protocols);
        wire = secured.wire();
        expiry = secured.expiry();
        encrypted = true;
        return new Encrypted(this, expiry);
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
