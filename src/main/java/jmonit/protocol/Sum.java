package jmonit.protocol;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jmonit.model.Digest;

/** Compares bytes with the MD5 or SHA-1 sum a rule gives; its length tells which. */
final class Sum {

    private Sum() {
    }

    static void check(byte[] bytes, String expected) throws IOException {
        var digest = expected.length() == Digest.MD5.length() ? Digest.MD5 : Digest.SHA1;
        try {
            var got = HexFormat.of().formatHex(MessageDigest.getInstance(digest.algorithm()).digest(bytes));
            if (!got.equalsIgnoreCase(expected)) {
                throw new IOException("Checksum error: " + digest + " mismatch (expected " + expected + " got " + got + ")");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("Checksum error: this Java runtime has no " + digest, e);
        }
    }
}
