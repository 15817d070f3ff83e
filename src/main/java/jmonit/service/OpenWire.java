package jmonit.service;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import jmonit.model.Answer;
import jmonit.model.Phase;
import jmonit.model.Tls;
import jmonit.os.Wire;

/** The wire of one test, which knows what became of it: a conversation may have it encrypted in the middle. */
final class OpenWire implements Wire {

    private final List<Phase.Time> phases = new ArrayList<>(Phase.values().length);
    private Wire wire;
    private Duration ready;
    private boolean spoken;
    private boolean encrypted;
    private Instant expiry = Instant.MAX;

    OpenWire(Wire wire) {
        this.wire = wire;
        ready = wire.elapsed();
        note(Phase.RESOLVE, wire.phases().resolve());
        note(Phase.CONNECT, wire.phases().connect());
    }

    private void note(Phase phase, Duration took) {
        if (!took.isZero()) {
            phases.add(new Phase.Time(phase, took));
        }
    }

    Answer answer(String detail, Instant now) {
        // Where there is one alone it is the whole.
        var parts = phases.size() > 1 ? phases : List.<Phase.Time>of();
        return encrypted ? new Answer.Certified(elapsed(), detail, now.until(expiry, ChronoUnit.DAYS), parts)
                : new Answer.Succeeded(elapsed(), detail, parts);
    }

    @Override
    public Encrypted encrypted(Tls how, String host, List<String> protocols) throws IOException {
        var before = wire.elapsed();
        var secured = wire.encrypted(how, host, protocols);
        wire = secured.wire();
        expiry = secured.expiry();
        encrypted = true;
        ready = wire.elapsed();
        note(Phase.TLS, ready.minus(before));
        return new Encrypted(this, expiry);
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        wire.send(bytes);
    }

    @Override
    public int receive(byte[] into) throws IOException {
        var count = wire.receive(into);
        if (!spoken) {
            spoken = true;
            note(Phase.FIRST_BYTE, wire.elapsed().minus(ready));
        }
        return count;
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
