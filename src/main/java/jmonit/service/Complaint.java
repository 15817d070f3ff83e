package jmonit.service;

import jmonit.model.Connection;
import jmonit.model.Speech.Setting;

/** What a server said, as far as it may stand in a log: in one line, not endless, and without the passwords of the test. */
final class Complaint {

    private static final int LONGEST = 1000;

    private Complaint() {
    }

    static String of(String said, Connection connection) {
        var line = said;
        for (var secret : connection.speech().settings().stream().filter(Setting::secret).map(Setting::value).filter(v -> !v.isEmpty()).toList()) {
            line = line.replace(secret, "***");
        }
        line = line.codePoints().map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
