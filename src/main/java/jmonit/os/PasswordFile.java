package jmonit.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Users with their passwords, {@code name:password} on each line. */
public record PasswordFile(List<Entry> entries) {

    private static final long LARGEST = 1L << 20;

    public PasswordFile {
        entries = List.copyOf(entries);
    }

    public record Entry(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    public static PasswordFile load(Files files, String path) throws IOException {
        var text = new String(files.read(path, LARGEST), StandardCharsets.UTF_8);
        return new PasswordFile(text.lines().flatMap(l -> entry(l).stream()).toList());
    }

    // As in Monit, where it was tried: a comment begins anywhere, even in a password, and blanks before it stay.
    private static Optional<Entry> entry(String line) {
        String said = line.stripTrailing().split("#", 2)[0];
        int colon = said.indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(new Entry(said.substring(0, colon), said.substring(colon + 1)));
    }

    public List<String> names() {
        return entries.stream().map(Entry::name).distinct().toList();
    }
}
