package jmonit.service;

import jmonit.os.ProcessFacts;

/** What came of looking for the process of a service. */
sealed interface Found {

    record Running(ProcessFacts process) implements Found {
    }

    /** {@code because} is for the operator: what the pidfile holds, or that nothing matches. */
    record Nowhere(String because) implements Found {
    }

    /** The pidfile names a process that is not there any more. */
    record Ended(int pid, String because) implements Found {
    }
}
