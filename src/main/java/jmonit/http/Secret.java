package jmonit.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jmonit.os.Logins;
import jmonit.os.PasswordHashes;

/** What a password has to be. Never printed. */
sealed interface Secret {

    final class Clear implements Secret {

        private final byte[] text;

        Clear(String text) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
        }
    }

    final class Hashed implements Secret {

        private final String hash;

        Hashed(String hash) {
            this.hash = hash;
        }
    }

    /** The password of an account of this machine. */
    record Account(String user) implements Secret {
    }

    /** What it takes to try a password. */
    record Locks(PasswordHashes hashes, Logins logins) {
    }

    /** Takes as long for a wrong password as for the right one. */
    default boolean opens(String password, Locks locks) {
        return switch (this) {
            case Clear clear -> MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), clear.text);
            case Hashed hashed -> locks.hashes().matches(password, hashed.hash);
            case Account(String user) -> locks.logins().admits(user, password);
        };
    }
}
