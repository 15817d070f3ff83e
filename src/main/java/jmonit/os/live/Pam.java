package jmonit.os.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/** Pluggable authentication modules: asks whether a user may come in with a password. Sizes are those of 64-bit Linux-PAM. */
@SuppressWarnings("restricted")
final class Pam {

    private static final int SUCCESS = 0;
    private static final int CONVERSATION_ERROR = 19;
    private static final int DISALLOW_EMPTY_PASSWORDS = 1;
    private static final int SILENT = 0x8000;
    private static final int PROMPT_ECHO_OFF = 1;
    private static final int ERROR_MESSAGE = 3;
    private static final int MOST_MESSAGES = 32;
    private static final long POINTER = 8;
    /** {@code struct pam_response { char *resp; int resp_retcode; }} */
    private static final long RESPONSE = 16;
    private static final MemorySegment CALLOC = LibC.function("calloc");
    private static final MemorySegment STRDUP = LibC.function("strdup");

    private final MemorySegment start;
    private final MemorySegment authenticate;
    private final MemorySegment account;
    private final MemorySegment end;

    private final Optional<String> folder;

    private Pam(SymbolLookup library, Optional<String> folder) {
        this.folder = folder;
        start = library.findOrThrow(folder.isPresent() ? "pam_start_confdir" : "pam_start");
        authenticate = library.findOrThrow("pam_authenticate");
        account = library.findOrThrow("pam_acct_mgmt");
        end = library.findOrThrow("pam_end");
    }

    static Optional<Pam> load() {
        return load(Optional.empty());
    }

    /** {@code folder} is where services are described, if that is not {@code /etc/pam.d}. */
    static Optional<Pam> load(Optional<String> folder) {
        try {
            return Optional.of(new Pam(SymbolLookup.libraryLookup("libpam.so.0", Arena.global()), folder));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean admits(String service, String user, String password) {
        try (var arena = Arena.ofShared()) {
            var conversation = arena.allocate(ADDRESS, 2);
            conversation.setAtIndex(ADDRESS, 0, talk(arena, arena.allocateFrom(password)));
            var handle = arena.allocate(ADDRESS);
            long name = arena.allocateFrom(service).address();
            long who = arena.allocateFrom(user).address();
            long begun = folder.isPresent()
                    ? LibC.call(start, name, who, conversation.address(), arena.allocateFrom(folder.get()).address(), handle.address(), 0)
                    : LibC.call(start, name, who, conversation.address(), handle.address(), 0, 0);
            return (int) begun == SUCCESS && admits(handle.get(ADDRESS, 0).address());
        }
    }

    private boolean admits(long handle) {
        int answer = (int) LibC.call(authenticate, handle, SILENT | DISALLOW_EMPTY_PASSWORDS, 0, 0, 0, 0);
        if (answer == SUCCESS) {
            answer = (int) LibC.call(account, handle, SILENT | DISALLOW_EMPTY_PASSWORDS, 0, 0, 0, 0);
        }
        LibC.call(end, handle, answer, 0, 0, 0, 0);
        return answer == SUCCESS;
    }

    /** PAM calls back to ask for the password. */
    private static MemorySegment talk(Arena arena, MemorySegment password) {
        try {
            MethodHandle answer = MethodHandles.lookup().findStatic(Pam.class, "answer", MethodType.methodType(int.class, MemorySegment.class,
                    int.class, MemorySegment.class, MemorySegment.class, MemorySegment.class));
            return Linker.nativeLinker().upcallStub(answer.bindTo(password),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, ADDRESS), arena);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the method below", e);
        }
    }

    /** Whatever is asked without echo is the password; PAM frees what it gets. Must not throw: a C program called it. */
    private static int answer(MemorySegment password, int count, MemorySegment messages, MemorySegment into, MemorySegment unused) {
        if (count < 1 || count > MOST_MESSAGES) {
            return CONVERSATION_ERROR;
        }
        long responses = LibC.call(CALLOC, count, RESPONSE, 0, 0, 0, 0);
        if (responses == 0) {
            return CONVERSATION_ERROR;
        }
        var room = MemorySegment.ofAddress(responses).reinterpret(count * RESPONSE);
        var asked = messages.reinterpret(count * POINTER);
        for (int i = 0; i < count; i++) {
            int style = asked.getAtIndex(ADDRESS, i).reinterpret(JAVA_INT.byteSize()).get(JAVA_INT, 0);
            if (style == PROMPT_ECHO_OFF) {
                room.set(ADDRESS, i * RESPONSE, MemorySegment.ofAddress(LibC.call(STRDUP, password.address(), 0, 0, 0, 0, 0)));
            } else if (style < ERROR_MESSAGE) {
                return CONVERSATION_ERROR;
            }
        }
        into.reinterpret(POINTER).set(ADDRESS, 0, room);
        return SUCCESS;
    }
}
