package jmonit.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jmonit.model.Outlet;
import jmonit.model.Tls;
import jmonit.model.Url;
import jmonit.os.Dialer;
import jmonit.os.Wire;

/** Posts letters to one web server, each over a connection of its own, and follows it nowhere else. One thread. */
final class Letterbox {

    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: *(\\d{1,9})\\s*$");
    private static final int LONGEST_HEAD = 1 << 14;
    /** So much of an answer is of interest, if it is none we hoped for. */
    private static final int LONGEST_BODY = 1 << 11;
    private static final int WAITS = 4;

    private final Dialer dialer;
    private final Outlet where;
    private final Tls tls;

    /** {@code all} is what its own options leave open. Who it is must be proved, unless the control file does not want to know. */
    Letterbox(Dialer dialer, Outlet where, Tls all) {
        this.dialer = dialer;
        this.where = where;
        this.tls = where.tls().over(all);
    }

    /** The exception says why there was no answer. */
    Reply post(Letter letter) throws IOException, InterruptedException {
        try (Wire wire = new Call(dialer, tls).to(where.url(), where.timeout())) {
            wire.send(request(letter));
            String answer = answer(wire);
            return HttpReply.of(answer).verdict(where);
        }
    }

    private byte[] request(Letter letter) throws IOException {
        Url url = where.url();
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        boolean usual = url.port() == (url.scheme().equals("https") ? 443 : 80);
        var head = new StringBuilder("POST ").append(letter.request()).append(" HTTP/1.1\r\nHost: ").append(host)
                .append(usual ? "" : ":" + url.port()).append("\r\nUser-Agent: jmonit\r\nAccept: */*\r\nConnection: close\r\n")
                .append("Content-Type: application/json\r\nContent-Length: ").append(letter.body().length).append("\r\n").append(login(url));
        letter.headers().forEach(h -> head.append(h).append("\r\n"));
        var out = new ByteArrayOutputStream(head.length() + letter.body().length + 2);
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.write(letter.body());
        return out.toByteArray();
    }

    private static String login(Url url) {
        byte[] both = (url.user() + ":" + url.password()).getBytes(StandardCharsets.UTF_8);
        return url.user().isEmpty() ? "" : "Authorization: Basic " + Base64.getEncoder().encodeToString(both) + "\r\n";
    }

    /** The head, and so much of what follows it as may be of interest. */
    private String answer(Wire wire) throws IOException {
        Duration longest = where.timeout().multipliedBy(WAITS);
        var text = new StringBuilder();
        var buffer = new byte[LONGEST_BODY];
        while (!whole(text)) {
            int count = wire.receive(buffer);
            if (count < 0) {
                break;
            }
            text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            if (text.length() > LONGEST_HEAD + LONGEST_BODY || wire.elapsed().compareTo(longest) > 0) {
                throw new IOException("its answer does not come to an end");
            }
        }
        return text.toString();
    }

    private static boolean whole(StringBuilder text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || HttpReply.isTaken(text)) {
            return end >= 0;
        }
        Matcher length = LENGTH.matcher(text).region(0, end + 2);
        int body = length.find() ? Math.min(Integer.parseInt(length.group(1)), LONGEST_BODY) : 0;
        return text.length() - end - 4 >= body;
    }
}
