package jmonit.config;

import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Digest;

/** Checksums as they are written: 32 hexadecimal digits for MD5, 40 for SHA-1. */
final class Sums {

    private Sums() {
    }

    static Optional<Digest> digest(String text) {
        if (!text.matches("[0-9a-fA-F]+")) {
            return Optional.empty();
        }
        for (Digest digest : Digest.values()) {
            if (digest.length() == text.length()) {
                return Optional.of(digest);
            }
        }
        return Optional.empty();
    }

    static boolean looksLikeOne(String text) {
        return digest(text).isPresent();
    }

    static Diagnostic invalid(Word word, Optional<Digest> asked) {
        String wanted = asked.map(d -> d.length() + " hexadecimal digits for " + d)
                .orElse(Digest.MD5.length() + " hexadecimal digits for MD5 or " + Digest.SHA1.length() + " for SHA1");
        return Diagnostic.error(word.span(), "\"" + word.getText() + "\" is no checksum", "expected " + wanted).see("checksum");
    }
}
