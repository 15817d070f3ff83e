package jmonit.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a real NATS server what it has, as a stranger would. */
public record NatsPeer(int port, String login) {

    private static final Pattern ANSWER = Pattern.compile("(?s)MSG in 1 (\\d+)\r\n(.*)");
    private static final Pattern FIELD = Pattern.compile("\"(messages|data|hdrs|subject)\":\\s*\"?([^\",}]*)");
    private static final int PATIENCE = 10_000;

    public NatsPeer(int port) {
        this(port, "{}");
    }

    /** One message of a stream. */
    public record Stored(String subject, String head, String body) {
    }

    /** How many messages a stream holds; -1 where there is none. */
    public int count(String stream) throws IOException {
        String messages = field(ask("$JS.API.STREAM.INFO." + stream, ""), "messages");
        return messages.isEmpty() ? -1 : Integer.parseInt(messages);
    }

    public List<Stored> all(String stream) throws IOException {
        var all = new ArrayList<Stored>();
        int count = count(stream);
        for (int i = 1; i <= count; i++) {
            String answer = ask("$JS.API.STREAM.MSG.GET." + stream, "{\"seq\":" + i + "}");
            all.add(new Stored(field(answer, "subject"), decoded(field(answer, "hdrs")), decoded(field(answer, "data"))));
        }
        return all;
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static String field(String json, String name) {
        return FIELD.matcher(json).results().filter(m -> m.group(1).equals(name)).map(m -> m.group(2)).findFirst().orElse("");
    }

    public String ask(String subject, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(("CONNECT " + login + "\r\nSUB in 1\r\nPUB " + subject + " in " + body.length() + "\r\n" + body + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            var said = new StringBuilder();
            var buffer = new byte[1 << 16];
            while (true) {
                Matcher answer = ANSWER.matcher(said);
                if (answer.find() && answer.group(2).length() >= Integer.parseInt(answer.group(1))) {
                    return answer.group(2);
                }
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    throw new IOException("it said only " + said);
                }
                said.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        }
    }
}
