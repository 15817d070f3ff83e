package jmonit.service;

import static java.util.Objects.requireNonNull;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.Sample;
import jmonit.model.Trace;

/** Looks at another machine: nothing of it is known but what its tests ask. */
public final class HostSampler implements Sampler {

    private final Connector connector;

    public HostSampler(Connector connector) {
        this.connector = requireNonNull(connector, "connector");
    }

    @Override
    public Sample look(Look look) throws InterruptedException {
        return new Sample(Presence.HERE, Readings.NONE, connector.ask(look), Trace.NONE);
    }
}
