package jmonit.catalog;

import java.util.Set;
import java.util.function.Consumer;

import jmonit.model.Sample;

/**
 * Looks at the services of one type. May block; runs on a virtual thread of its own, is interrupted at its deadline, and may be called for
 * different services at the same time. Looks only at what a rule of the service or a view needs.
 */
public interface Sampler {

    Sample look(Look look) throws InterruptedException;

    /**
     * Where looks may hang in the kernel: soon calls {@code eye} on a thread that may be lost, with a sampler that looks right there. Whether
     * it will; if not, {@link #look} is to be called.
     */
    default boolean aside(Look look, Consumer<Sampler> eye) {
        return false;
    }

    /** Only services of these names are looked at from now on: what is known of others is dropped. */
    default void retain(Set<String> names) {
    }

    /** Whether it is there and, for a process, which: asked every few milliseconds while it starts or stops. */
    default Sample glance(Look look) throws InterruptedException {
        return look(look);
    }
}
