package jmonit.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same token in a cookie and in a form proves that the form is ours: no other site can read or write the cookie. */
final class Csrf {

    private static final Logger LOG = LoggerFactory.getLogger(Csrf.class);
    private static final String NAME = "securitytoken";
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Excuse excuse;

    /** Who may do without. */
    enum Excuse {
        NOBODY, PROGRAMS, EVERYBODY
    }

    Csrf(Excuse excuse) {
        this.excuse = excuse;
    }

    boolean proves(Request request) {
        return excused(request.headers()) || told(request, fault(request));
    }

    /** A browser is what sends cookies, or says which page it comes from. */
    private boolean excused(Headers headers) {
        return switch (excuse) {
            case NOBODY -> false;
            case PROGRAMS -> program(headers);
            case EVERYBODY -> true;
        };
    }

    private static boolean program(Headers headers) {
        return headers.has("Authorization") && !headers.has("Cookie") && !headers.has("Origin") && !headers.has("Referer");
    }

    private static boolean told(Request request, String fault) {
        if (!fault.isEmpty()) {
            LOG.error("HttpRequest: access denied -- client [{}]: {}", request.caller().client().shown(), fault);
        }
        return fault.isEmpty();
    }

    private static String fault(Request request) {
        String cookie = request.headers().cookie(NAME);
        String field = request.form().first(NAME).orElse("");
        if (field.isEmpty()) {
            return "missing CSRF token in HTTP parameter";
        }
        if (cookie.isEmpty()) {
            return request.headers().has("Cookie") ? "no CSRF token in cookie" : "missing CSRF token cookie";
        }
        return MessageDigest.isEqual(bytes(cookie), bytes(field)) ? "" : "CSRF token mismatch";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A new one with each answer, as Monit has it. */
    Header cookie() {
        var token = new byte[BYTES];
        random.nextBytes(token);
        return new Header("Set-Cookie", NAME + "=" + HexFormat.of().formatHex(token) + "; Max-Age=600; HttpOnly; SameSite=strict");
    }
}
