package jmonit.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** The addresses that are alike in the bits of a mask. */
final class Network {

    private static final int BYTE = 8;

    private final byte[] address;
    private final byte[] mask;

    private Network(byte[] address, byte[] mask) {
        this.address = masked(address, mask);
        this.mask = mask;
    }

    /** An address, {@code 10.0.0.0/8}, {@code 10.0.0.0/255.0.0.0} or {@code fe80::/10}; empty for what is neither, as a name. */
    static Optional<Network> of(String spec) {
        String[] parts = spec.split("/", -1);
        try {
            byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
            return switch (parts.length) {
                case 1 -> Optional.of(new Network(address, bits(address.length * BYTE, address.length)));
                case 2 -> mask(parts[1], address.length).map(m -> new Network(address, m));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            // No address: perhaps a name.
            return Optional.empty();
        }
    }

    private static Optional<byte[]> mask(String text, int length) {
        if (text.matches("\\d{1,3}")) {
            int ones = Integer.parseInt(text);
            return ones <= length * BYTE ? Optional.of(bits(ones, length)) : Optional.empty();
        }
        byte[] mask = InetAddress.ofLiteral(text).getAddress();
        return mask.length == length ? Optional.of(mask) : Optional.empty();
    }

    private static byte[] bits(int ones, int length) {
        var mask = new byte[length];
        for (int bit = 0; bit < ones; bit++) {
            mask[bit / BYTE] |= (byte) (0x80 >> bit % BYTE);
        }
        return mask;
    }

    private static byte[] masked(byte[] address, byte[] mask) {
        var masked = new byte[address.length];
        for (int at = 0; at < masked.length; at++) {
            masked[at] = (byte) (address[at] & mask[at]);
        }
        return masked;
    }

    boolean has(InetAddress one) {
        byte[] bytes = one.getAddress();
        return bytes.length == address.length && Arrays.equals(masked(bytes, mask), address);
    }
}
