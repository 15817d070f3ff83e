package jmonit.model;

/** A user or a group, as it was written; whether the machine knows it is asked elsewhere. */
public sealed interface Principal {

    /** Nothing was written: whoever runs jmonit. */
    record Inherited() implements Principal {
    }

    record Named(String name) implements Principal {
    }

    record Numbered(long id) implements Principal {
    }

    Principal INHERITED = new Inherited();
}
