package jmonit.protocol;

import java.util.Arrays;

/**
 * Bytes as they come, in few arrays: where a thousand servers send all they may at once, each further copy of it fills the heap. Has room for
 * no more than {@code most}.
 */
final class Page {

    private static final int FIRST = 1 << 12;
    private static final int GROWTH = 4;

    /** A length that a server tells may be below nothing. */
    private final int most;
    private byte[] bytes;
    private int size;

    Page(int most) {
        this.most = Math.max(0, most);
        this.bytes = new byte[Math.min(this.most, FIRST)];
    }

    int size() {
        return size;
    }

    int room() {
        return most - size;
    }

    void add(byte[] from, int at, int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.clamp((long) bytes.length * GROWTH, size + count, Math.max(size + count, most)));
        }
        System.arraycopy(from, at, bytes, size, count);
        size += count;
    }

    /** What has come, for whoever adds nothing any more. */
    byte[] all() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
