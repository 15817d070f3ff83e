package jmonit.cli;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import jmonit.config.Machine;

/** {@code -H}: the sums that a checksum test can expect. */
final class HashCommand {

    private static final int CHUNK = 64 * 1024;

    private final Machine machine;
    private final Terminal terminal;

    HashCommand(Machine machine, Terminal terminal) {
        this.machine = machine;
        this.terminal = terminal;
    }

    int run(List<String> words) throws IOException {
        if (words.isEmpty()) {
            input();
        } else {
            String file = words.getFirst();
            print(file, machine.files().digest(file, "SHA-1"), machine.files().digest(file, "MD5"));
        }
        return 0;
    }

    private void print(String file, String sha1, String md5) {
        terminal.out().println("SHA1(" + file + ") = " + sha1);
        terminal.out().println("MD5(" + file + ")  = " + md5);
    }

    private void input() throws IOException {
        MessageDigest sha1 = digest("SHA-1");
        MessageDigest md5 = digest("MD5");
        var chunk = new byte[CHUNK];
        for (int length = terminal.in().read(chunk); length >= 0; length = terminal.in().read(chunk)) {
            sha1.update(chunk, 0, length);
            md5.update(chunk, 0, length);
        }
        print("stdin", HexFormat.of().formatHex(sha1.digest()), HexFormat.of().formatHex(md5.digest()));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
