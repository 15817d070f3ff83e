package jmonit.nats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Ed25519 key in the form NATS gives it: base32 of what it is for, the key, and a checksum. */
public final class NatsKey {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern SEED = Pattern.compile("(?m)^\\s*(S[A-Z2-7]{57})\\s*$");
    private static final Pattern TOKEN = Pattern.compile("-BEGIN NATS USER JWT-+\\s+([A-Za-z0-9_.=-]{1,65536})\\s");
    private static final int BITS = 5;
    private static final int LENGTH = 32;
    private static final int SUM = 2;
    /** What the letter S at the beginning stands for. */
    private static final int OF_SEED = 18 << 3;
    private static final int UPPER = 0xf8;
    private static final int LOWER = 0x07;
    private static final int POLYNOMIAL = 0x1021;

    private final int purpose;
    private final KeyPair pair;

    private NatsKey(int purpose, KeyPair pair) {
        this.purpose = purpose;
        this.pair = pair;
    }

    /** Of a file that holds a seed; messages never quote it. */
    public static Login.Key key(String text, String path) throws IOException {
        return new Login.Key(of(text, path));
    }

    /** Of a file that holds a token and a seed. */
    public static Login.Signed signed(String text, String path) throws IOException {
        Matcher token = TOKEN.matcher(text);
        if (!token.find()) {
            throw new IOException(path + " holds no user token");
        }
        return new Login.Signed(token.group(1), of(text, path));
    }

    private static NatsKey of(String text, String path) throws IOException {
        Matcher seed = SEED.matcher(text);
        if (!seed.find()) {
            throw new IOException(path + " holds no seed");
        }
        byte[] raw = decoded(seed.group(1));
        int end = raw.length - SUM;
        boolean whole = sum(Arrays.copyOf(raw, end)) == ((raw[end] & 0xff) | (raw[end + 1] & 0xff) << 8);
        if (!whole || (raw[0] & UPPER) != OF_SEED) {
            throw new IOException("the seed in " + path + " is damaged");
        }
        int purpose = (raw[0] & LOWER) << BITS | (raw[1] & UPPER) >> 3;
        return new NatsKey(purpose, pair(Arrays.copyOfRange(raw, 2, 2 + LENGTH)));
    }

    /** The secret half as it is, from which Java makes the other only while it makes a key by chance. */
    private static KeyPair pair(byte[] secret) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Chosen(secret));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every Java", e);
        }
    }

    /** As others know it, such as "UDXU4…". */
    public String publicText() {
        byte[] encoded = pair.getPublic().getEncoded();
        var out = new ByteArrayOutputStream();
        out.write(purpose);
        out.write(encoded, encoded.length - LENGTH, LENGTH);
        return written(out.toByteArray());
    }

    /** With a checksum. */
    static String written(byte[] bytes) {
        int sum = sum(bytes);
        byte[] whole = Arrays.copyOf(bytes, bytes.length + SUM);
        whole[bytes.length] = (byte) sum;
        whole[bytes.length + 1] = (byte) (sum >> Byte.SIZE);
        return encoded(whole);
    }

    String signature(byte[] text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every Java", e);
        }
    }

    private static byte[] decoded(String text) {
        var out = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char c : text.toCharArray()) {
            held = held << BITS | ALPHABET.indexOf(c);
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                out.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return out.toByteArray();
    }

    private static String encoded(byte[] bytes) {
        var out = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = held << Byte.SIZE | b & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                out.append(ALPHABET.charAt(held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bits == 0 ? out.toString() : out.append(ALPHABET.charAt(held << BITS - bits)).toString();
    }

    /** CRC-16 as XMODEM has it. */
    private static int sum(byte[] bytes) {
        int sum = 0;
        for (byte b : bytes) {
            sum ^= (b & 0xff) << Byte.SIZE;
            for (int i = 0; i < Byte.SIZE; i++) {
                sum = ((sum & 0x8000) == 0 ? sum << 1 : sum << 1 ^ POLYNOMIAL) & 0xffff;
            }
        }
        return sum;
    }

    @Override
    public String toString() {
        return publicText();
    }

    /** What comes by chance elsewhere. */
    private static final class Chosen extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final transient byte[] bytes;

        Chosen(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] into) {
            System.arraycopy(bytes, 0, into, 0, into.length);
        }
    }
}
