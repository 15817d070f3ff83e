package jmonit.protocol;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The signature by which a user of MariaDB's plug-in client_ed25519 logs in: Ed25519 of RFC 8032, only that the secret is the password itself
 * instead of 32 bytes of chance, which Java's own Ed25519 does not take.
 */
final class Ed25519Password {

    private static final int LENGTH = 32;
    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger CURVE = BigInteger.valueOf(-121_665).multiply(BigInteger.valueOf(121_666).modInverse(PRIME)).mod(PRIME);
    private static final Point BASE = Point.of(
            new BigInteger("15112221349535400772501151409588531511454012693041857206046113283949847762202"),
            new BigInteger("46316835694926478169428394003475163141307993866256225615783033603165251855960"));

    private Ed25519Password() {
    }

    /** (x/z, y/z) with t = xy/z, so that nothing has to be divided before the end. */
    private record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {

        static Point of(BigInteger x, BigInteger y) {
            return new Point(x, y, BigInteger.ONE, x.multiply(y).mod(PRIME));
        }

        Point plus(Point other) {
            var a = y.subtract(x).multiply(other.y.subtract(other.x));
            var b = y.add(x).multiply(other.y.add(other.x));
            var c = t.multiply(other.t).multiply(CURVE).shiftLeft(1);
            var d = z.multiply(other.z).shiftLeft(1);
            var e = b.subtract(a).mod(PRIME);
            var f = d.subtract(c).mod(PRIME);
            var g = d.add(c).mod(PRIME);
            var h = b.add(a).mod(PRIME);
            return new Point(e.multiply(f).mod(PRIME), g.multiply(h).mod(PRIME), f.multiply(g).mod(PRIME), e.multiply(h).mod(PRIME));
        }

        /** Adds at every bit, whatever it is, so that the time tells little about the number. */
        Point times(BigInteger number) {
            var sum = of(BigInteger.ZERO, BigInteger.ONE);
            for (var bit = 255; bit >= 0; bit--) {
                sum = sum.plus(sum);
                var more = sum.plus(this);
                sum = number.testBit(bit) ? more : sum;
            }
            return sum;
        }

        byte[] encoded() {
            var inverse = z.modInverse(PRIME);
            var bytes = little(y.multiply(inverse).mod(PRIME));
            bytes[LENGTH - 1] |= (byte) (x.multiply(inverse).mod(PRIME).testBit(0) ? 0x80 : 0);
            return bytes;
        }
    }

    static byte[] sign(String password, byte[] message) throws GeneralSecurityException {
        var halves = hash(Packet.utf8(password));
        var secret = clamped(Arrays.copyOf(halves, LENGTH));
        var chance = number(hash(Arrays.copyOfRange(halves, LENGTH, 2 * LENGTH), message)).mod(ORDER);
        var first = BASE.times(chance).encoded();
        var challenge = number(hash(first, BASE.times(secret).encoded(), message)).mod(ORDER);
        return new Packet().put(first).put(little(challenge.multiply(secret).add(chance).mod(ORDER))).bytes();
    }

    private static byte[] hash(byte[]... parts) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-512");
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static BigInteger clamped(byte[] bytes) {
        bytes[0] &= (byte) 0xf8;
        bytes[LENGTH - 1] &= 0x7f;
        bytes[LENGTH - 1] |= 0x40;
        return number(bytes);
    }

    /** Of bytes with the lowest first. */
    private static BigInteger number(byte[] little) {
        return new BigInteger(1, reversed(little));
    }

    private static byte[] little(BigInteger number) {
        return Arrays.copyOf(reversed(number.toByteArray()), LENGTH);
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
