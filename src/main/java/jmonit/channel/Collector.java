package jmonit.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import jmonit.model.MMonit;
import jmonit.model.Tls;
import jmonit.model.Url;
import jmonit.os.Dialer;
import jmonit.os.Wire;

/** Sends documents to one collector, as Monit does to M/Monit. One thread. */
final class Collector {

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.\\d (\\d{3})[^\r\n]*");
    private static final Pattern SERVER = Pattern.compile("(?im)^Server: *mmonit/(\\d{1,4})\\.(\\d{1,4})");
    private static final int LONGEST_HEAD = 1 << 15;
    private static final int WAITS = 4;
    /** The first M/Monit that reads compressed messages. */
    private static final int MAJOR = 3;
    private static final int MINOR = 6;

    private final Dialer dialer;
    private final MMonit where;
    private final Tls tls;
    private boolean compressing;

    /** {@code all} is what its own options leave open. */
    Collector(Dialer dialer, MMonit where, Tls all) {
        this.dialer = dialer;
        this.where = where;
        this.tls = where.tls().over(all);
    }

    /** Returns when it was taken; else the exception says why not. */
    void send(byte[] document) throws IOException, InterruptedException {
        try (Wire wire = new Call(dialer, tls).to(where.url(), where.timeout())) {
            wire.send(request(document));
            taken(head(wire));
        }
    }

    /** Names in the order in which Monit sends them. */
    private byte[] request(byte[] document) throws IOException {
        Url url = where.url();
        byte[] body = compressing ? compressed(document) : document;
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        String head = "POST " + url.request() + " HTTP/1.1\r\nHost: " + host + ":" + url.port() + "\r\nContent-Type: text/xml\r\n"
                + "Content-Length: " + body.length + "\r\nPragma: no-cache\r\nAccept: */*\r\nUser-Agent: Monit/5.33.0\r\n"
                + (compressing ? "Content-Encoding: gzip\r\n" : "") + login(url) + "\r\n";
        var out = new ByteArrayOutputStream(head.length() + body.length);
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(body);
        return out.toByteArray();
    }

    /** Monit 5.33 sends user and password as they stand in the address, encoded; seen by experiment. */
    private static String login(Url url) {
        String both = asInAddress(url.user()) + ":" + asInAddress(url.password());
        return url.user().isEmpty() ? "" : "Authorization: Basic "
                + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    private static String asInAddress(String text) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b < 0x7f && ":/?#[]@%".indexOf(b) < 0;
            out.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
        }
        return out.toString();
    }

    private static byte[] compressed(byte[] document) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(document);
        }
        return out.toByteArray();
    }

    /** Nobody needs to know what follows it. */
    private String head(Wire wire) throws IOException {
        Duration longest = where.timeout().multipliedBy(WAITS);
        var head = new StringBuilder();
        var buffer = new byte[LONGEST_HEAD / WAITS];
        while (head.indexOf("\r\n\r\n") < 0) {
            int count = wire.receive(buffer);
            if (count < 0) {
                break;
            }
            head.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            if (head.length() > LONGEST_HEAD || wire.elapsed().compareTo(longest) > 0) {
                throw new IOException("its answer does not come to an end");
            }
        }
        return head.toString();
    }

    private void taken(String head) throws IOException {
        Matcher status = STATUS.matcher(head);
        if (!status.find()) {
            throw new IOException(head.isEmpty() ? "no answer" : "its answer is not HTTP");
        }
        Matcher server = SERVER.matcher(head);
        compressing = server.find() && reads(Integer.parseInt(server.group(1)), Integer.parseInt(server.group(2)));
        if (!status.group(1).startsWith("2")) {
            throw new IOException(Said.line(status.group()));
        }
    }

    private static boolean reads(int major, int minor) {
        return major > MAJOR || major == MAJOR && minor >= MINOR;
    }
}
