package jmonit.os.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

import jmonit.os.Account;
import jmonit.os.Accounts;
import jmonit.os.Group;

/**
 * The accounts libc finds in all its sources (LDAP, SSSD, systemd). Offsets are those of {@code struct passwd} and
 * {@code struct group} on 64-bit Linux. An answer may take as long as the slowest source.
 */
final class NativeAccounts implements Accounts {

    private static final MemorySegment USER_BY_NAME = LibC.function("getpwnam_r");
    private static final MemorySegment USER_BY_ID = LibC.function("getpwuid_r");
    private static final MemorySegment GROUP_BY_NAME = LibC.function("getgrnam_r");
    private static final MemorySegment GROUP_BY_ID = LibC.function("getgrgid_r");
    private static final long STRUCT = 48;
    private static final long NAME = 0;
    private static final long ID = 16;
    private static final long USER_GID = 20;
    private static final long USER_HOME = 32;
    private static final int TOO_SMALL = 34;
    // A group's text holds the names of all its members.
    private static final int FIRST_ROOM = 4 << 10;
    private static final int LAST_ROOM = 16 << 20;

    @Override
    public Optional<Account> user(String name) {
        try (var arena = Arena.ofConfined()) {
            return find(arena, USER_BY_NAME, arena.allocateFrom(name).address()).map(NativeAccounts::account);
        }
    }

    @Override
    public Optional<Account> user(long uid) {
        try (var arena = Arena.ofConfined()) {
            return find(arena, USER_BY_ID, uid).map(NativeAccounts::account);
        }
    }

    @Override
    public Optional<Group> group(String name) {
        try (var arena = Arena.ofConfined()) {
            return find(arena, GROUP_BY_NAME, arena.allocateFrom(name).address()).map(NativeAccounts::group);
        }
    }

    @Override
    public Optional<Group> group(long gid) {
        try (var arena = Arena.ofConfined()) {
            return find(arena, GROUP_BY_ID, gid).map(NativeAccounts::group);
        }
    }

    /** The filled struct, alive as long as the arena. Any error but a lack of room is a source that knows nobody. */
    private static Optional<MemorySegment> find(Arena arena, MemorySegment function, long key) {
        var struct = arena.allocate(STRUCT);
        var found = arena.allocate(ADDRESS);
        for (var room = FIRST_ROOM; room <= LAST_ROOM; room *= 4) {
            var text = arena.allocate(room);
            var error = (int) LibC.call(function, key, struct.address(), text.address(), room, found.address(), 0);
            if (error != TOO_SMALL) {
                return error == 0 && found.get(ADDRESS, 0).address() != 0 ? Optional.of(struct) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Account account(MemorySegment struct) {
        return new Account(text(struct, NAME), id(struct, ID), id(struct, USER_GID), text(struct, USER_HOME));
    }

    private static Group group(MemorySegment struct) {
        return new Group(text(struct, NAME), id(struct, ID));
    }

    private static long id(MemorySegment struct, long offset) {
        return Integer.toUnsignedLong(struct.get(JAVA_INT, offset));
    }

    @SuppressWarnings("restricted")
    private static String text(MemorySegment struct, long offset) {
        var text = struct.get(ADDRESS, offset);
        return text.address() == 0 ? "" : text.reinterpret(LAST_ROOM).getString(0);
    }
}
