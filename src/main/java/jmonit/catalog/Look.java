package jmonit.catalog;

import java.time.Instant;

import jmonit.model.Limits;
import jmonit.model.Service;
import jmonit.model.Trace;

/** One look at a service: what to look at, how much of it, what the last look left. */
public record Look(Service service, Limits limits, Trace trace, Instant now) {
}
