package jmonit.protocol;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import jmonit.model.Comparison;
import jmonit.model.Digest;
import jmonit.model.Speech;
import jmonit.model.Speech.Setting;
import jmonit.regex.Expression;

/** What an HTTP test expects of the answer. */
record HttpExpectation(Speech speech) {

    private static final int FIRST_BAD = 400;

    void status(int status) throws IOException {
        var wanted = last("status");
        var well = wanted.isPresent() ? wanted.get().comparison().holds(status, Double.parseDouble(wanted.get().value()))
                : status < FIRST_BAD;
        if (!well) {
            throw new IOException("HTTP error: Server returned status " + status);
        }
    }

    /** A page is only read where somebody looks at it. */
    boolean wantsPage() {
        return last("content").isPresent() || last("checksum").isPresent() || last("json").isPresent() || last("json contains").isPresent();
    }

    void page(byte[] page) throws IOException {
        var checksum = last("checksum");
        if (checksum.isPresent()) {
            checksum(page, checksum.get().value());
        }
        var content = last("content");
        if (content.isPresent()) {
            content(page, content.get());
        }
        if (!json().wanted().isEmpty()) {
            json().check(page);
        }
    }

    private HttpJson json() {
        return new HttpJson(speech.settings().stream().filter(s -> s.option().startsWith("json")).toList());
    }

    private static void content(byte[] page, Setting content) throws IOException {
        var found = found(page, content.value());
        var negated = content.comparison() == Comparison.NOT_EQUAL;
        if (found == negated) {
            throw new IOException("HTTP error: Regular expression " + (found ? "matches" : "doesn't match: No match"));
        }
    }

    private static boolean found(byte[] page, String regex) throws IOException {
        try {
            return Expression.parse(regex) instanceof Expression pattern && pattern.matches(page, 0, page.length);
        } catch (IllegalStateException tooLong) {
            throw new IOException("HTTP error: Regular expression " + tooLong.getMessage(), tooLong);
        }
    }

    private static void checksum(byte[] page, String expected) throws IOException {
        var digest = expected.length() == Digest.MD5.length() ? Digest.MD5 : Digest.SHA1;
        var actual = HexFormat.of().formatHex(sum(digest, page));
        if (!actual.equals(expected)) {
            throw new IOException("Checksum error: " + digest + " mismatch (expected " + expected + " got " + actual + ")");
        }
    }

    private static byte[] sum(Digest digest, byte[] page) {
        try {
            return MessageDigest.getInstance(digest.algorithm()).digest(page);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows " + digest.algorithm(), e);
        }
    }

    private Optional<Setting> last(String option) {
        var settings = speech.settings();
        for (var i = settings.size() - 1; i >= 0; i--) {
            if (settings.get(i).option().equals(option)) {
                return Optional.of(settings.get(i));
            }
        }
        return Optional.empty();
    }
}
