package jmonit.os.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Poul-Henning Kamp's MD5 form of passwords, and Apache's, which differs in its name only and which crypt(3) does not know. */
final class Md5Crypt {

    private static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LONGEST_SALT = 8;
    private static final int LENGTH = 16;
    private static final int ROUNDS = 1000;
    private static final int SALT_TURN = 3;
    private static final int WORD_TURN = 7;

    private final byte[] word;
    private final byte[] salt;

    private Md5Crypt(byte[] word, byte[] salt) {
        this.word = word;
        this.salt = salt;
    }

    /** {@code like} begins with {@code $1$salt} or {@code $apr1$salt}; the answer is whole. */
    static String of(String password, String like) {
        String[] parts = like.split("\\$", -1);
        String salt = parts[2].substring(0, Math.min(LONGEST_SALT, parts[2].length()));
        String magic = "$" + parts[1] + "$";
        byte[] word = password.getBytes(StandardCharsets.UTF_8);
        byte[] sum = new Md5Crypt(word, salt.getBytes(StandardCharsets.UTF_8)).sum(magic.getBytes(StandardCharsets.UTF_8));
        return magic + salt + "$" + written(sum);
    }

    private byte[] sum(byte[] magic) {
        var md5 = md5();
        byte[] inner = sum(word, salt, word);
        md5.update(word);
        md5.update(magic);
        md5.update(salt);
        for (int left = word.length; left > 0; left -= LENGTH) {
            md5.update(inner, 0, Math.min(LENGTH, left));
        }
        for (int bits = word.length; bits != 0; bits >>= 1) {
            md5.update((bits & 1) == 0 ? word[0] : 0);
        }
        byte[] sum = md5.digest();
        for (int round = 0; round < ROUNDS; round++) {
            sum = stretched(sum, round);
        }
        return sum;
    }

    private byte[] stretched(byte[] sum, int round) {
        byte[] nothing = {};
        boolean odd = (round & 1) != 0;
        return sum(odd ? word : sum, round % SALT_TURN == 0 ? nothing : salt, round % WORD_TURN == 0 ? nothing : word, odd ? sum : word);
    }

    private static byte[] sum(byte[]... parts) {
        var md5 = md5();
        Arrays.stream(parts).forEach(md5::update);
        return md5.digest();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    // The bytes go in threes, six bits a letter, in an order of their own.
    private static String written(byte[] sum) {
        var text = new StringBuilder();
        int[][] threes = {{0, 6, 12}, {1, 7, 13}, {2, 8, 14}, {3, 9, 15}, {4, 10, 5}};
        for (int[] three : threes) {
            letters(text, (sum[three[0]] & 0xff) << 16 | (sum[three[1]] & 0xff) << 8 | sum[three[2]] & 0xff, 4);
        }
        letters(text, sum[11] & 0xff, 2);
        return text.toString();
    }

    private static void letters(StringBuilder text, int bits, int count) {
        for (int at = 0; at < count; at++) {
            text.append(ALPHABET.charAt(bits >> 6 * at & 0x3f));
        }
    }
}
