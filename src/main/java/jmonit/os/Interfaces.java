package jmonit.os;

import java.io.IOException;
import java.util.Optional;

/** Network interfaces of this machine. */
public interface Interfaces {

    /** The name of the interface that has an address; empty where none has. */
    Optional<String> withAddress(String address);

    Link link(String name) throws IOException;
}
