package jmonit.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jmonit.os.Files;

/** Which hosts can be found, as far as one can tell without asking a name server: the names of /etc/hosts and those that have a domain. */
final class KnownHosts {

    private static final String PATH = "/etc/hosts";
    private static final long LARGEST = 1 << 20;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern IN_A_DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+(?!\\d)" + LABEL + "\\.?");

    /** Top-level domains that never lead anywhere (RFC 6761). */
    private static final List<String> NOWHERE = List.of(".invalid", ".test", ".example", ".localhost");

    private static final int LONGEST_NAME = 253;

    private final Set<String> names;

    private KnownHosts(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    static KnownHosts of(Files files) {
        var names = new HashSet<>(Set.of("localhost"));
        try {
            String text = new String(files.read(PATH, LARGEST), StandardCharsets.UTF_8);
            for (String line : text.toLowerCase(Locale.ROOT).split("\n")) {
                names.addAll(Arrays.asList(line.replaceFirst("#.*", "").strip().split("\\s+")));
            }
        } catch (IOException e) {
            // A machine without such a file knows no host but itself.
        }
        return new KnownHosts(names);
    }

    /** Whether an entry of an allow list can let anyone in. */
    boolean find(String spec) {
        String name = spec.toLowerCase(Locale.ROOT);
        boolean nowhere = NOWHERE.stream().anyMatch(name::endsWith);
        return Networks.isAddress(spec) || names.contains(name)
                || name.length() <= LONGEST_NAME && !nowhere && IN_A_DOMAIN.matcher(name).matches();
    }
}
