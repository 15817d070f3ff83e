package jmonit.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code check nginx with pidfile …}: a process need not be called one. */
final class BareProcess {

    private static final Set<String> KINDS = Set.of("process", "file", "fifo", "directory", "filesystem", "device", "host", "system", "program",
            "network");

    /** The name of a process and what tells that it is one. */
    private static final Pattern PROCESS = Pattern.compile("(?i)(\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s\"'{}%,;()]+)[\\s,;()]+"
            + "((with|is|has|as|in|on|using|use|the|and)\\s+){0,4}(pidfile|matching|match)\\s");

    private BareProcess() {
    }

    /** Whether a name, not a type, stands there after {@code check}. */
    static boolean stands(String text, int at, int length) {
        Matcher name = PROCESS.matcher(text).region(at, length);
        return name.lookingAt() && !KINDS.contains(name.group(1).toLowerCase(Locale.ROOT));
    }
}
