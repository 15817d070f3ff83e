package jmonit.os;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** As much of the encoding of keys as it takes to wrap an old form into the one Java reads. */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int SEQUENCE = 0x30;
    static final int PARAMETERS = 0xa0;

    private static final int LONG = 0x80;

    private Der() {
    }

    static byte[] of(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(p -> p.length).sum();
        var bytes = new ByteArrayOutputStream();
        bytes.write(tag);
        if (length < LONG) {
            bytes.write(length);
        } else {
            // Keys are shorter than 64 kB.
            bytes.write(LONG | 2);
            bytes.write(length >> 8);
            bytes.write(length);
        }
        Arrays.stream(parts).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** The content of the first part of a sequence that has this tag; empty where none has. */
    static byte[] find(byte[] sequence, int tag) {
        int at = content(sequence, 0);
        while (at + 1 < sequence.length) {
            int begin = content(sequence, at);
            int end = begin + length(sequence, at);
            if (end > sequence.length) {
                return new byte[0];
            }
            if ((sequence[at] & 0xff) == tag) {
                return Arrays.copyOfRange(sequence, begin, end);
            }
            at = end;
        }
        return new byte[0];
    }

    private static int content(byte[] bytes, int at) {
        int first = bytes[at + 1] & 0xff;
        return at + 2 + (first < LONG ? 0 : first & 0x7f);
    }

    private static int length(byte[] bytes, int at) {
        int first = bytes[at + 1] & 0xff;
        if (first < LONG) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x3); i++) {
            length = length << 8 | bytes[at + 2 + i] & 0xff;
        }
        return length;
    }
}
