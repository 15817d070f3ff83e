package jmonit.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jmonit.model.Outlet;

/** The answer of a web server: its status line, its head, and the beginning of its body. */
record HttpReply(int status, String line, String head, String body) {

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.\\d (\\d{3})[^\r\n]*");
    private static final Pattern RETRY = Pattern.compile("(?im)^Retry-After: *(\\d{1,9})\\s*$");
    /** Where the head does not say it, as Telegram has it. */
    private static final Pattern RETRY_IN_BODY = Pattern.compile("\"retry_after\"\\s*:\\s*(\\d{1,9})");
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int SHORTEST_SECRET = 4;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int FIRST_OF_SERVER = 500;
    private static final int UNAVAILABLE = 503;

    static HttpReply of(String answer) throws IOException {
        Matcher status = STATUS.matcher(answer);
        if (!status.find()) {
            throw new IOException(answer.isEmpty() ? "no answer" : "its answer is not HTTP");
        }
        int end = answer.indexOf("\r\n\r\n");
        return new HttpReply(Integer.parseInt(status.group(1)), status.group(), end < 0 ? answer : answer.substring(0, end + 2),
                end < 0 ? "" : answer.substring(end + 4));
    }

    static boolean isTaken(CharSequence answer) {
        Matcher status = STATUS.matcher(answer);
        return status.find() && status.group(1).startsWith("2");
    }

    /** What it says may repeat what we sent. */
    Reply verdict(Outlet where) {
        if (status / 100 == 2) {
            return new Reply.Taken();
        }
        // First the secrets: what is left of one that is cut is none that could be found.
        String said = Said.line(masked(line + (body.isBlank() ? "" : ": " + body), where));
        if (status >= FIRST_OF_SERVER && status != UNAVAILABLE) {
            return new Reply.Failed(said, pause());
        }
        boolean later = status == REQUEST_TIMEOUT || status == TOO_EARLY || status == TOO_MANY || status == UNAVAILABLE;
        return later ? new Reply.Later(said, pause()) : new Reply.Refused(said);
    }

    private Duration pause() {
        return Stream.of(RETRY.matcher(head), RETRY_IN_BODY.matcher(body)).filter(Matcher::find).findFirst()
                .map(m -> Duration.ofSeconds(Long.parseLong(m.group(1)))).map(d -> d.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : d)
                .orElse(Duration.ZERO);
    }

    private static String masked(String said, Outlet where) {
        String masked = said;
        for (String secret : List.of(where.secret(), where.url().password(), where.url().path(), where.url().query())) {
            masked = secret.length() < SHORTEST_SECRET ? masked : masked.replace(secret, "***");
        }
        return masked;
    }
}
