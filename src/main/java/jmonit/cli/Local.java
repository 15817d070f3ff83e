package jmonit.cli;

import jmonit.os.IdFile;
import jmonit.os.OwnSignals;
import jmonit.os.PidFile;
import jmonit.os.ProcessNames;

/** How a command reaches the daemon, and the processes of this machine: {@code outside} by a connection, the others without. */
public record Local(PidFile pidFile, IdFile idFile, OwnSignals signals, ProcessNames processes, Outside outside) {
}
