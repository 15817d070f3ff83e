package jmonit.os.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
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
    private static final long STRUCT = 512;
    private static final long ALIGNMENT = 16;
    /** What all words, or the environment, of a program take. */
    private static final int USUAL = 4 << 10;

    private static final Optional<MemorySegment> CLOSE_FROM = Linker.nativeLinker().defaultLookup().find("posix_spawn_file_actions_addclosefrom_np");
    /** The same for every program. */
    private static final MemorySegment ATTRIBUTES = attributes(Arena.global());
    private static final MemorySegment NOTHING_TO_READ = Arena.global().allocateFrom("/dev/null");

    private final Arena arena;
    private final MemorySegment actions;

    private Spawn(Arena arena) {
        this.arena = arena;
        actions = arena.allocate(STRUCT, ALIGNMENT);
    }

    private static MemorySegment attributes(Arena arena) {
        var attributes = arena.allocate(STRUCT, ALIGNMENT);
        var none = arena.allocate(STRUCT, ALIGNMENT);
        var all = arena.allocate(STRUCT, ALIGNMENT);
        call(FILL, all, 0);
        // They fail only for what is no attribute.
        call(ATTRIBUTES_INIT, attributes, 0);
        call(SET_DEFAULTS, attributes, all.address());
        call(SET_MASK, attributes, none.address());
        call(SET_FLAGS, attributes, FLAGS);
        return attributes;
    }

    /** The process id. The message of a failure is what the system says, no more. */
    static long of(Launch launch, Pipe errors, Pipe output) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var spawn = new Spawn(arena);
            check(call(ACTIONS_INIT, spawn.actions, 0));
            try (var input = Input.of(launch.input())) {
                spawn.wire(input, errors, output);
                return spawn.start(launch);
            } finally {
                call(ACTIONS_DESTROY, spawn.actions, 0);
            }
        }
    }

    private void wire(Input input, Pipe errors, Pipe output) throws IOException {
        if (input.there()) {
            check((int) LibC.call(ADD_DUP, actions.address(), input.descriptor(), 0, 0, 0, 0));
        } else {
            check((int) LibC.call(ADD_OPEN, actions.address(), 0, NOTHING_TO_READ.address(), 0, 0, 0));
        }
        check((int) LibC.call(ADD_DUP, actions.address(), output.writing(), 1, 0, 0, 0));
        check((int) LibC.call(ADD_DUP, actions.address(), errors.writing(), 2, 0, 0, 0));
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

    private long start(Launch launch) throws IOException {
        var pid = arena.allocate(JAVA_INT);
        var words = new Texts();
        launch.words().forEach(words::add);
        var environment = new Texts();
        launch.environment().forEach(environment::add);
        check((int) LibC.call(SPAWN, pid.address(), arena.allocateFrom(launch.program()).address(), actions.address(),
                ATTRIBUTES.address(), words.in(arena), environment.in(arena)));
        return pid.get(JAVA_INT, 0);
    }

    /** An array of C strings, ended by a null pointer; all in one piece, because each piece costs more than what it holds. */
    private static final class Texts {

        private final ByteArrayOutputStream characters = new ByteArrayOutputStream(USUAL);
        private final List<Integer> starts = new ArrayList<>();

        void add(String text) {
            starts.add(characters.size());
            characters.writeBytes(text.getBytes(UTF_8));
            characters.write(0);
        }

        void add(String name, String value) {
            starts.add(characters.size());
            characters.writeBytes(name.getBytes(UTF_8));
            characters.write('=');
            characters.writeBytes(value.getBytes(UTF_8));
            characters.write(0);
        }

        long in(Arena arena) {
            var room = arena.allocateFrom(JAVA_BYTE, characters.toByteArray());
            var array = arena.allocate(ADDRESS, starts.size() + 1L);
            for (var i = 0; i < starts.size(); i++) {
                array.setAtIndex(JAVA_LONG, i, room.address() + starts.get(i));
            }
            return array.address();
        }
    }

    private static int call(MemorySegment function, MemorySegment struct, long argument) {
        return (int) LibC.call(function, struct.address(), argument, 0, 0, 0, 0);
    }

    private static void check(int errno) throws IOException {
        if (errno != 0) {
            throw new IOException(Reason.of(errno));
        }
    }
}
