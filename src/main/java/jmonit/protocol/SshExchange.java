package jmonit.protocol;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.KeyAgreement;

/**
 * The key exchange of a secure shell as far as the key of the server: it shows the key and proves by a signature that it is its own. Nothing
 * is ever encrypted under what both agree on, as we leave then.
 */
record SshExchange(SshPackets packets, String theirName, List<String> algorithms) {

    private static final String NAME = "SSH-2.0-jmonit";
    private static final List<String> EXCHANGES = List.of("curve25519-sha256", "curve25519-sha256@libssh.org");
    /** What would come after the keys: named because it has to be, never spoken. */
    private static final String CIPHERS = "chacha20-poly1305@openssh.com,aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr,aes256-ctr,aes192-ctr";
    private static final String MACS = "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,hmac-sha2-512,hmac-sha1";
    private static final int DISCONNECT = 1;
    private static final int BY_APPLICATION = 11;
    private static final int PROPOSAL = 20;
    private static final int QUESTION = 30;
    private static final int REPLY = 31;
    private static final int COOKIE = 16;
    private static final String X25519_PREFIX = "302a300506032b656e032100";
    private static final int LENGTH_OF_KEY = 32;

    SshHostKey hostKey() throws IOException {
        try {
            return shown();
        } catch (GeneralSecurityException e) {
            throw new IOException("SSH: the key of the server cannot be used -- " + e.getMessage(), e);
        }
    }

    private SshHostKey shown() throws IOException, GeneralSecurityException {
        packets.talk().say(NAME + "\r\n");
        var ours = proposal();
        packets.send(ours);
        var theirs = packets.next(PROPOSAL);
        var algorithm = agreed(theirs);
        var pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        packets.send(new Packet().u8(QUESTION).put(SshPackets.counted(raw(pair))));
        var reply = SshFields.of(packets.next(REPLY)).skip(1);
        var key = new SshHostKey(reply.bytes());
        var theirHalf = reply.bytes();
        var said = new Packet().put(counted(NAME)).put(counted(theirName)).put(SshPackets.counted(ours.bytes())).put(SshPackets.counted(theirs))
                .put(SshPackets.counted(key.blob())).put(SshPackets.counted(raw(pair))).put(SshPackets.counted(theirHalf))
                .put(SshPackets.counted(secret(pair, theirHalf))).bytes();
        if (!key.signed(MessageDigest.getInstance("SHA-256").digest(said), reply.bytes(), algorithm)) {
            throw new IOException("SSH: the server shows a key that is not its own");
        }
        packets.send(new Packet().u8(DISCONNECT).u32(BY_APPLICATION).put(counted("checked")).put(counted("")));
        return key;
    }

    private Packet proposal() {
        var cookie = new byte[COOKIE];
        new SecureRandom().nextBytes(cookie);
        var proposal = new Packet().u8(PROPOSAL).put(cookie).put(counted(String.join(",", EXCHANGES))).put(counted(String.join(",", algorithms)));
        for (var list : List.of(CIPHERS, CIPHERS, MACS, MACS, "none", "none", "", "")) {
            proposal.put(counted(list));
        }
        return proposal.u8(0).u32(0);
    }

    /** The algorithm the server will sign with: the first of ours that it knows, too. */
    private String agreed(byte[] proposal) throws IOException {
        var fields = SshFields.of(proposal).skip(1 + COOKIE);
        var exchanges = fields.names();
        var known = fields.names();
        if (EXCHANGES.stream().noneMatch(exchanges::contains)) {
            throw new IOException("SSH: the server does not know " + EXCHANGES.getFirst());
        }
        return algorithms.stream().filter(known::contains).findFirst()
                .orElseThrow(() -> new IOException("SSH: the server has only keys for " + Shown.line(String.join(", ", known))));
    }

    private static Packet counted(String text) {
        return SshPackets.counted(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The public half without what X.509 says about it. */
    private static byte[] raw(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - LENGTH_OF_KEY, encoded.length);
    }

    private static byte[] secret(KeyPair pair, byte[] theirHalf) throws GeneralSecurityException {
        var encoded = new Packet().put(HexFormat.of().parseHex(X25519_PREFIX)).put(theirHalf).bytes();
        var agreement = KeyAgreement.getInstance("X25519");
        agreement.init(pair.getPrivate());
        agreement.doPhase(KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(encoded)), true);
        return new BigInteger(1, agreement.generateSecret()).toByteArray();
    }
}
