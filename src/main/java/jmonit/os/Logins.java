package jmonit.os;

/** Logging in with the accounts of this machine, as PAM has it. Where it cannot be asked, nobody may. */
public interface Logins {

    boolean member(String user, String group);

    /** May take seconds: PAM lets whoever guesses wait. */
    boolean admits(String user, String password);
}
