package jmonit.model;

/** What a service is about, as its check statement names it. */
public sealed interface Subject {

    record PidFile(String path) implements Subject {
    }

    record Matching(String regex) implements Subject {
    }

    /** A file, fifo, directory or filesystem. */
    record Path(String path) implements Subject {
    }

    record Address(String host) implements Subject {
    }

    record Interface(String name, boolean byAddress) implements Subject {
    }

    record Program(Command command) implements Subject {
    }

    record Machine() implements Subject {
    }
}
