package jmonit.os.live;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Memory that functions of the C library read and write, for one thread at a time. We see it as a buffer: a {@link MemorySegment} checks so
 * much that each place where one is read or written is compiled into kilobytes.
 */
final class Room implements AutoCloseable {

    /** The first place that is free: before it stands errno of the call that was told of this room. */
    static final int FREE = Long.BYTES;
    private static final int USUAL = 8 << 10;
    private static final int ALIGNMENT = 16;
    /** As many as threads have asked for at the same time: to make one for each call takes longer than most calls. */
    private static final Queue<Room> SPARE = new ConcurrentLinkedQueue<>();

    private final MemorySegment errno;
    private final long address;
    private final ByteBuffer bytes;
    private final Consumer<Room> end;

    private Room(Arena arena, int size, Consumer<Room> end) {
        var all = arena.allocate(size, ALIGNMENT);
        errno = all.asSlice(0, Integer.BYTES);
        address = all.address();
        bytes = all.asByteBuffer().order(ByteOrder.nativeOrder());
        this.end = end;
    }

    /** At least as large; what it holds may be anything. */
    static Room of(int size) {
        if (size <= USUAL) {
            var spare = SPARE.poll();
            return spare == null ? new Room(Arena.global(), USUAL, SPARE::add) : spare;
        }
        var arena = Arena.ofConfined();
        return new Room(arena, size, _ -> arena.close());
    }

    MemorySegment errno() {
        return errno;
    }

    /** For the C library: where the byte of that number is. */
    long at(int place) {
        return address + place;
    }

    /** Places count from its beginning. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** A text as C has them. */
    Room text(int place, byte[] text) {
        bytes.put(place, text).put(place + text.length, (byte) 0);
        return this;
    }

    @Override
    public void close() {
        end.accept(this);
    }
}
