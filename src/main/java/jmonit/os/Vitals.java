package jmonit.os;

import java.io.IOException;

/** How this machine is doing as a whole. */
public interface Vitals {

    MachineState now() throws IOException;
}
