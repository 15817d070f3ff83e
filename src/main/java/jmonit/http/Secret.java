package jmonit.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

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

    /** Takes as long for a wrong password as for the right one. */
    default boolean opens(String password, PasswordHashes hashes) {
        return switch (this) {
            case Clear clear -> MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), clear.text);
            case Hashed hashed -> hashes.matches(password, hashed.hash);
        };
    }
}
