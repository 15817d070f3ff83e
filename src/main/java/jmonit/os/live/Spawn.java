package jmonit.os.live;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.os.Launch;

/**
 * posix_spawn(3): a session of its own without a further exec, and the very reason where a program cannot be run. Java's own way needs a
 * helper program for each start, cannot make a session, and words its failures itself.
 */
final class Spawn {

    private static final MemorySegment SPAWN = LibC.function("posix_spawn");
    private static final MemorySegment ACTIONS_INIT = LibC.function("posix_spawn_file_actions_init");
    private static final MemorySegment ACTIONS_DESTROY = LibC.function("posix_spawn_file_actions_destroy");
    private static final MemorySegment ADD_OPEN = LibC.function("posix_spawn_file_actions_addopen");
    private static final MemorySegment ADD_DUP = LibC.function("posix_spawn_file_actions_adddup2");
    private static final MemorySegment ADD_CLOSE = LibC.function("posix_spawn_file_actions_addclose");
    private static final MemorySegment ATTRIBUTES_INIT = LibC.function("posix_spawnattr_init");
    private static final MemorySegment SET_FLAGS = LibC.function("posix_spawnattr_setflags");
    private static final MemorySegment SET_DEFAULTS = LibC.function("posix_spawnattr_setsigdefault");
    private static final MemorySegment SET_MASK = LibC.function("posix_spawnattr_setsigmask");
    private static final MemorySegment FILL = LibC.function("sigfillset");
    /** Signals at their default, none blocked, a session of its own. */
    private static final int FLAGS = 0x04 | 0x08 | 0x80;
    // More than any C library takes: glibc needs 80, 336 and 128 bytes.
    private static final int STRUCT = 512;
    private static final long ALIGNMENT = 16;
    // What stands where in the room: what to do first, the process id, the arguments.
    private static final int ACTIONS = 16;
    private static final int PID = ACTIONS + STRUCT;
    private static final int ARGUMENTS = PID + Long.BYTES;

    private static final Optional<MemorySegment> CLOSE_FROM = Linker.nativeLinker().defaultLookup().find("posix_spawn_file_actions_addclosefrom_np");
    /** The same for every program. */
    private static final long ATTRIBUTES = attributes(Arena.global());
    private static final long NOTHING_TO_READ = Arena.global().allocateFrom("/dev/null").address();

    private final Room room;
    private final Arguments arguments;
    private final long actions;

    private Spawn(Room room, Arguments arguments) {
        this.room = room;
        this.arguments = arguments;
        actions = room.at(ACTIONS);
    }

    private static long attributes(Arena arena) {
        var attributes = arena.allocate(STRUCT, ALIGNMENT);
        var none = arena.allocate(STRUCT, ALIGNMENT);
        var all = arena.allocate(STRUCT, ALIGNMENT);
        call(FILL, all.address(), 0);
        // They fail only for what is no attribute.
        call(ATTRIBUTES_INIT, attributes.address(), 0);
        call(SET_DEFAULTS, attributes.address(), all.address());
        call(SET_MASK, attributes.address(), none.address());
        call(SET_FLAGS, attributes.address(), FLAGS);
        return attributes.address();
    }

    /** The process id. The message of a failure is what the system says, no more. */
    static long of(Launch launch, Pipe errors, Pipe output) throws IOException {
        var arguments = new Arguments(launch);
        try (var room = Room.of(ARGUMENTS + arguments.size())) {
            var spawn = new Spawn(room, arguments);
            check(call(ACTIONS_INIT, spawn.actions, 0));
            try (var input = Input.of(launch.input())) {
                spawn.wire(input, errors, output);
                return spawn.start();
            } finally {
                call(ACTIONS_DESTROY, spawn.actions, 0);
            }
        }
    }

    private void wire(Input input, Pipe errors, Pipe output) throws IOException {
        if (input.there()) {
            check((int) LibC.call(ADD_DUP, actions, input.descriptor(), 0, 0, 0, 0));
        } else {
            check((int) LibC.call(ADD_OPEN, actions, 0, NOTHING_TO_READ, 0, 0, 0));
        }
        check((int) LibC.call(ADD_DUP, actions, output.writing(), 1, 0, 0, 0));
        check((int) LibC.call(ADD_DUP, actions, errors.writing(), 2, 0, 0, 0));
        closeOthers();
    }

    /** A probe's connection in the hands of a daemon that lives for years would never be closed. */
    private void closeOthers() throws IOException {
        if (CLOSE_FROM.isPresent()) {
            check(call(CLOSE_FROM.get(), actions, 3));
            return;
        }
        // glibc before 2.34: those that are open now. What another thread opens meanwhile is missed.
        for (var descriptor : openNow()) {
            check(call(ADD_CLOSE, actions, descriptor));
        }
    }

    private static List<Integer> openNow() {
        var descriptors = new ArrayList<Integer>();
        var names = new File("/proc/self/fd").list();
        for (var name : names == null ? new String[0] : names) {
            var descriptor = Integer.parseInt(name);
            if (descriptor > 2) {
                descriptors.add(descriptor);
            }
        }
        return descriptors;
    }

    private long start() throws IOException {
        var program = arguments.write(room, ARGUMENTS);
        check((int) LibC.call(SPAWN, room.at(PID), program, actions, ATTRIBUTES, room.at(ARGUMENTS),
                room.at(ARGUMENTS + arguments.environment())));
        return room.bytes().getInt(PID);
    }

    private static int call(MemorySegment function, long struct, long argument) {
        return (int) LibC.call(function, struct, argument, 0, 0, 0, 0);
    }

    private static void check(int errno) throws IOException {
        if (errno != 0) {
            throw new IOException(Reason.of(errno));
        }
    }
}
