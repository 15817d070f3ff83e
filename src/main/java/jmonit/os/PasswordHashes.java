package jmonit.os;

/** The one-way forms in which passwords are kept: {@code $6$salt$…}, {@code $apr1$salt$…} and what else crypt(5) lists. */
public interface PasswordHashes {

    /** False, too, for a form that is not known here. Takes as long as the form demands. */
    boolean matches(String password, String hash);
}
