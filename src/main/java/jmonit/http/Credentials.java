package jmonit.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A user and a password, as RFC 7617 sends them. */
record Credentials(String user, String password) {

    private static final String SCHEME = "Basic ";

    /** Empty where there are none, or none that can be read. */
    static Optional<Credentials> of(Headers headers) {
        return headers.first("Authorization").filter(v -> v.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(v -> decode(v.substring(SCHEME.length()).strip()));
    }

    private static Optional<Credentials> decode(String encoded) {
        try {
            var text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            // No credentials, then.
            return Optional.empty();
        }
    }

    /** In one line and without quotes, so that a name cannot write into the log what did not happen. */
    String shownUser() {
        String plain = user.codePoints().map(c -> Character.isISOControl(c) || c == '\'' || c == '[' || c == ']' ? '?' : c)
                .limit(64).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return plain;
    }

    @Override
    public String toString() {
        return "Credentials[" + shownUser() + "]";
    }
}
