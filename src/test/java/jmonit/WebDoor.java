package jmonit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;

/** A web server of this machine, asked as the simplest clients do. */
record WebDoor(int port) {

    private static final int PATIENCE = 20_000;

    static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** All of the answer to {@code METHOD PATH USER:PASSWORD [BODY]}; a dash stands for no user. */
    String answer(String wish) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request(wish.split(" ", 4)).getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static String request(String[] words) {
        String body = words.length > 3 ? words[3] : "";
        return words[0] + " " + words[1] + " HTTP/1.0\r\n" + (words[2].equals("-") ? "" : "Authorization: " + basic(words[2]) + "\r\n")
                + (body.isEmpty() ? "" : "Cookie: securitytoken=t\r\nContent-Length: " + body.length() + "\r\n") + "\r\n" + body;
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
    }

    /** Whether it does, and well; who is not there yet does not. */
    boolean answers(String wish) {
        try {
            return answer(wish).contains(" 200 OK\r\n");
        } catch (IOException e) {
            return false;
        }
    }

    /** What follows the headers. */
    String body(String wish) throws IOException {
        return answer(wish).split("\r\n\r\n", 2)[1];
    }
}
