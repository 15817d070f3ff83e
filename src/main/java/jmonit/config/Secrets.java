package jmonit.config;

import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jmonit.model.Condition;
import jmonit.model.ControlFile;
import jmonit.model.Httpd;
import jmonit.model.Settings;
import jmonit.model.Speech;

/** The passwords of any kind in a control file. */
public final class Secrets {

    private static final String MASK = "****";
    /** A shorter one may be an innocent word elsewhere. */
    private static final int TELLING = 6;

    private Secrets() {
    }

    static boolean in(ControlFile controlFile) {
        return all(controlFile).findAny().isPresent();
    }

    /** The text without them: wherever one follows a colon or a word for it, and a long one wherever it is. */
    public static String hidden(ControlFile controlFile, String text) {
        String hidden = text;
        for (String secret : all(controlFile).distinct().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
            String quoted = Pattern.quote(secret);
            hidden = hidden.replaceAll("((?:password|passwd|secret)[\\s:=]+[\"']?|:\\s*[\"']?)" + quoted, "$1" + MASK);
            hidden = secret.length() < TELLING ? hidden : hidden.replace(secret, MASK);
        }
        return hidden;
    }

    private static Stream<String> all(ControlFile controlFile) {
        return Stream.concat(all(controlFile.settings()), controlFile.services().stream().flatMap(s -> s.rules().stream())
                .flatMap(r -> all(r.when()))).filter(s -> !s.isEmpty());
    }

    private static Stream<String> all(Settings settings) {
        return Stream.of(
                settings.httpd().access().stream().filter(Httpd.Access.User.class::isInstance).map(a -> ((Httpd.Access.User) a).password()),
                settings.mail().servers().stream().map(s -> s.password()),
                settings.mmonits().stream().map(m -> m.url().password())).flatMap(s -> s);
    }

    private static Stream<String> all(Condition condition) {
        return condition instanceof Condition.Connected(var connection, _)
                ? connection.speech().settings().stream().filter(Speech.Setting::secret).map(Speech.Setting::value) : Stream.empty();
    }
}
