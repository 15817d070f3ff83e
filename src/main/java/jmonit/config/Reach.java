package jmonit.config;

import java.io.IOException;
import java.util.Optional;

import jmonit.os.FileFacts;
import jmonit.os.FileFacts.Kind;

/** What keeps us from using a path, in words that end a sentence such as {@code the log file "/x" …}; empty where nothing does. */
final class Reach {

    private static final String MISSING = "does not exist";

    private final Machine machine;

    Reach(Machine machine) {
        this.machine = machine;
    }

    Optional<String> reading(String path) {
        return fault(path, facts -> facts.isEmpty() ? Optional.of(MISSING) : not(Kind.FILE, facts.get()).or(() -> unreadable(path)));
    }

    Optional<String> listing(String path) {
        return fault(path, facts -> facts.isEmpty() ? Optional.of(MISSING) : not(Kind.DIRECTORY, facts.get()).or(() -> unreadable(path)));
    }

    /** A directory may pass, as it does in Monit. */
    Optional<String> running(String path) {
        return fault(path, facts -> facts.isEmpty() ? Optional.of(MISSING)
                : machine.files().executable(path) ? Optional.empty() : Optional.of("is not executable"));
    }

    /** Whether a file can be written, or created where it does not exist. */
    Optional<String> writing(String path) {
        return fault(path, facts -> facts.isEmpty() ? creating(path)
                : facts.get().kind() == Kind.DIRECTORY ? Optional.of("is a directory") : unwritable(path));
    }

    /** Whether a directory takes new files, or can be created where it does not exist. */
    Optional<String> filling(String path) {
        return fault(path, facts -> facts.isEmpty() ? creating(path) : not(Kind.DIRECTORY, facts.get()).or(() -> unwritable(path)));
    }

    boolean is(Kind kind, String path) {
        return facts(path).filter(f -> f.kind() == kind).isPresent();
    }

    /** Nothing, too, where we may not look: one of the other questions tells that. */
    Optional<FileFacts> facts(String path) {
        try {
            return machine.files().facts(path);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Judge {
        Optional<String> fault(Optional<FileFacts> facts) throws IOException;
    }

    private Optional<String> fault(String path, Judge judge) {
        try {
            return judge.fault(machine.files().facts(path));
        } catch (IOException e) {
            return Optional.of("is out of reach: " + e.getMessage());
        }
    }

    private static Optional<String> not(Kind wanted, FileFacts facts) {
        return facts.kind() == wanted ? Optional.empty() : Optional.of("is " + facts.kind().words() + ", not " + wanted.words());
    }

    private Optional<String> unreadable(String path) {
        return machine.files().readable(path) ? Optional.empty() : Optional.of("may not be read by \"" + machine.host().userName() + "\"");
    }

    private Optional<String> unwritable(String path) {
        return machine.files().writable(path) ? Optional.empty() : Optional.of("may not be written by \"" + machine.host().userName() + "\"");
    }

    private Optional<String> creating(String path) throws IOException {
        String directory = parent(path);
        Optional<FileFacts> facts = machine.files().facts(directory);
        if (facts.isEmpty()) {
            return Optional.of("cannot be created: there is no directory \"" + directory + "\"");
        }
        if (facts.get().kind() != Kind.DIRECTORY) {
            return Optional.of("cannot be created: \"" + directory + "\" is " + facts.get().kind().words());
        }
        return machine.files().writable(directory) ? Optional.empty()
                : Optional.of("cannot be created: \"" + machine.host().userName() + "\" may not write to \"" + directory + "\"");
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
    }
}
