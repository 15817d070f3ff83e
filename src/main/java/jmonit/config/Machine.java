package jmonit.config;

import jmonit.os.Accounts;
import jmonit.os.Files;
import jmonit.os.Host;

/** The machine the control file is for, as far as reading and checking it needs one. */
public record Machine(Files files, Accounts accounts, Host host) {
}
