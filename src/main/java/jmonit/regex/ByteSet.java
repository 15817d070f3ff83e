package jmonit.regex;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** An immutable set of bytes, each counted 0 to 255. */
final class ByteSet {
    static final int BYTES = 256;

    private final BitSet members;

    private ByteSet(BitSet members) {
        this.members = members;
    }

    static ByteSet where(IntPredicate belongs) {
        var members = new BitSet(BYTES);
        for (int value = 0; value < BYTES; value++) {
            members.set(value, belongs.test(value));
        }
        return new ByteSet(members);
    }

    static ByteSet of(int value) {
        return between(value, value);
    }

    static ByteSet between(int low, int high) {
        var members = new BitSet(BYTES);
        members.set(low, Math.max(low, high + 1));
        return new ByteSet(members);
    }

    boolean contains(int value) {
        return members.get(value);
    }

    ByteSet or(ByteSet other) {
        var members = (BitSet) this.members.clone();
        members.or(other.members);
        return new ByteSet(members);
    }

    ByteSet complement() {
        var members = (BitSet) this.members.clone();
        members.flip(0, BYTES);
        return new ByteSet(members);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteSet set && members.equals(set.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
