package jmonit.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that says what a test wants: to each command that begins with a text another answer, else that all is well. */
public final class MailPeer implements AutoCloseable {

    /** Lines as they came; of mails the whole text. */
    public final List<String> heard = new CopyOnWriteArrayList<>();
    public final List<String> mails = new CopyOnWriteArrayList<>();
    final AtomicInteger talks = new AtomicInteger();
    /** That came over one conversation, and conversations at the same time. */
    final AtomicInteger mostMails = new AtomicInteger();
    final AtomicInteger mostTalks = new AtomicInteger();

    private final ServerSocket listening;
    private final List<String> extensions;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();
    private Optional<SSLContext> tls = Optional.empty();
    private boolean encryptedFirst;
    private volatile long delay;
    private int most = Integer.MAX_VALUE;
    private final AtomicInteger now = new AtomicInteger();

    public MailPeer(String... extensions) throws IOException {
        this.extensions = List.of(extensions);
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** At a port that somebody knows already. */
    public MailPeer(int port) throws IOException {
        this.extensions = List.of();
        listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    MailPeer says(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** With STARTTLS, or from the beginning. */
    MailPeer encrypted(SSLContext context, boolean first) {
        tls = Optional.of(context);
        encryptedFirst = first;
        return this;
    }

    /** How long a mail takes. */
    public MailPeer slow(long millis) {
        delay = millis;
        return this;
    }

    /** Hangs up on whoever comes while so many are there. */
    MailPeer most(int conversations) {
        most = conversations;
        return this;
    }

    public MailPeer start() {
        Thread.ofVirtual().start(this::listen);
        return this;
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        talks.incrementAndGet();
        try (client) {
            int there = now.incrementAndGet();
            mostTalks.accumulateAndGet(there, Math::max);
            if (there > most) {
                say(client, "421 too many");
                return;
            }
            talk(encryptedFirst ? secured(client) : client, true);
        } catch (IOException e) {
            // A client that goes away.
        } finally {
            now.decrementAndGet();
        }
    }

    private Socket secured(Socket plain) throws IOException {
        var socket = (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private void talk(Socket socket, boolean greets) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        if (greets) {
            say(socket, answers.getOrDefault("", "220 peer"));
        }
        int count = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            String command = line.toUpperCase(Locale.ROOT);
            Optional<String> special = answers.keySet().stream().filter(k -> !k.isEmpty() && command.startsWith(k.toUpperCase(Locale.ROOT))).findFirst();
            if (special.isPresent()) {
                say(socket, answers.get(special.get()));
            } else if (command.startsWith("EHLO")) {
                say(socket, hello());
            } else if (command.equals("STARTTLS")) {
                say(socket, "220 go");
                talk(secured(socket), false);
                return;
            } else if (command.startsWith("AUTH LOGIN")) {
                say(socket, "334 VXNlcm5hbWU6");
                heard.add(in.readLine());
                say(socket, "334 UGFzc3dvcmQ6");
                heard.add(in.readLine());
                say(socket, "235 ok");
            } else if (command.equals("DATA")) {
                say(socket, "354 go");
                mail(socket, in);
                mostMails.accumulateAndGet(++count, Math::max);
            } else if (command.equals("QUIT")) {
                say(socket, "221 bye");
                return;
            } else {
                say(socket, command.startsWith("AUTH") ? "235 ok" : "250 ok");
            }
        }
    }

    private String hello() {
        var lines = new ArrayList<String>(List.of("peer"));
        lines.addAll(extensions);
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append("250").append(i + 1 < lines.size() ? '-' : ' ').append(lines.get(i)).append(i + 1 < lines.size() ? "\r\n" : "");
        }
        return text.toString();
    }

    private void mail(Socket socket, BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        LockSupport.parkNanos(delay * 1_000_000);
        mails.add(text.toString());
        say(socket, answers.getOrDefault(".", "250 queued"));
    }

    /** An answer "hang" is none, "gone" hangs up, "endless" never ends. */
    private static void say(Socket socket, String answer) throws IOException {
        switch (answer) {
            case "hang" -> { }
            case "gone" -> socket.close();
            case "endless" -> {
                while (true) {
                    socket.getOutputStream().write("250-and so on\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII));
                }
            }
            default -> socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
