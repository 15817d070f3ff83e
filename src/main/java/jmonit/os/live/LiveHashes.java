package jmonit.os.live;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import jmonit.os.PasswordHashes;

/** Passwords as this machine's crypt(3) checks them; the MD5 forms need no library. */
@SuppressWarnings("restricted")
public final class LiveHashes implements PasswordHashes {

    /** struct crypt_data of libxcrypt and of the older glibc are smaller. */
    private static final long ROOM = 256 * 1024;
    private static final long LONGEST = 512;

    /** Looked for when the first password is tried: most daemons never see one that is hashed. */
    private static final class Library {

        private static final Optional<MemorySegment> CRYPT = crypt();
    }

    private static Optional<MemorySegment> crypt() {
        try {
            return SymbolLookup.libraryLookup("libcrypt.so.1", Arena.global()).find("crypt_r");
        } catch (IllegalArgumentException e) {
            // A machine without the library: only its forms are not known.
            return Optional.empty();
        }
    }

    @Override
    public boolean matches(String password, String hash) {
        if (password.indexOf('\0') >= 0 || hash.indexOf('\0') >= 0) {
            return false;
        }
        boolean md5 = hash.matches("\\$(?:1|apr1)\\$[^$]+\\$.+");
        String found = md5 ? Md5Crypt.of(password, hash) : Library.CRYPT.map(c -> ask(c, password, hash)).orElse("*");
        // crypt(3) says by a leading star that it failed.
        return !found.startsWith("*") && MessageDigest.isEqual(bytes(found), bytes(hash));
    }

    private static String ask(MemorySegment crypt, String password, String hash) {
        try (var arena = Arena.ofConfined()) {
            var room = arena.allocate(ROOM);
            var word = arena.allocateFrom(password);
            var setting = arena.allocateFrom(hash);
            long answer = LibC.call(crypt, word.address(), setting.address(), room.address(), 0, 0, 0);
            return answer == 0 ? "*" : MemorySegment.ofAddress(answer).reinterpret(LONGEST).getString(0);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
