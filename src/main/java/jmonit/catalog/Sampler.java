package jmonit.catalog;

import jmonit.model.Sample;

/**
 * Looks at the services of one type. May block; runs on a virtual thread of its own, is interrupted at its deadline, and may be called for
 * different services at the same time. Looks only at what a rule of the service or a view needs.
 */
public interface Sampler {

    Sample look(Look look) throws InterruptedException;

    /** Whether it is there and, for a process, which: asked every few milliseconds while it starts or stops. */
    default Sample glance(Look look) throws InterruptedException {
        return look(look);
    }
}
