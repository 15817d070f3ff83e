package jmonit.os;

/** The machine and who we are on it. */
public interface Host {

    /** The machine's own name for itself, as gethostname(2) gives it. */
    String name();

    long uid();

    /** The name of the running user; the number itself where no account has it. */
    String userName();

    /** $HOME, else the account's home directory, else the root directory. */
    String home();

    /** The directory the program was started in. */
    String directory();
}
