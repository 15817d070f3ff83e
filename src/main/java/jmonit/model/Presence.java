package jmonit.model;

/** Whether what a service is about is there at all. */
public sealed interface Presence {

    record Here() implements Presence {
    }

    /** Not there; {@code because} says it as the log does. */
    record Missing(String because) implements Presence {
    }

    /** There, but not what it should be: a directory in the place of a file. */
    record WrongKind(String because) implements Presence {
    }

    /** Whether it is there, or what it is like, cannot be said. */
    record Unreadable(String because) implements Presence {
    }

    Presence HERE = new Here();
}
