package jmonit.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jmonit.regex.Expression;

/** Whether texts of a server match an expression of a rule. */
final class Found {

    private Found() {
    }

    static boolean any(String regex, List<String> texts) throws IOException {
        for (var text : texts) {
            if (in(regex, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean in(String regex, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return Expression.parse(regex) instanceof Expression pattern && pattern.matches(bytes, 0, bytes.length);
        } catch (IllegalStateException tooLong) {
            throw new IOException("regular expression " + tooLong.getMessage(), tooLong);
        }
    }
}
