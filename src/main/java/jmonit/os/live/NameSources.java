package jmonit.os.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What nsswitch.conf(5) says about where accounts are kept. */
final class NameSources {

    private static final int LIMIT = 1 << 20;

    private final Path nsswitch;

    NameSources(Path nsswitch) {
        this.nsswitch = nsswitch;
    }

    /** Whether the database ("passwd", "group") has any source besides its own file in /etc. */
    boolean beyondFile(String database) {
        for (var line : text().split("\n")) {
            var rule = line.split("#", 2)[0].split(":", 2);
            if (rule.length == 2 && rule[0].strip().equals(database) && namesOther(rule[1])) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesOther(String sources) {
        for (var source : sources.replaceAll("\\[[^]]*]", " ").strip().split("\\s+")) {
            if (!source.isEmpty() && !source.equals("files") && !source.equals("compat")) {
                return true;
            }
        }
        return false;
    }

    private String text() {
        try {
            return new String(new LiveFiles().read(nsswitch.toString(), LIMIT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // Without the file, libc too looks into the files only.
            return "";
        }
    }
}
