package jmonit.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jmonit.BuiltIn;
import jmonit.config.ControlSocket;
import jmonit.config.Machine;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.os.Account;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeDialer;
import jmonit.os.FakeFiles;
import jmonit.os.FakeHost;
import jmonit.os.FakeIdFile;
import jmonit.os.FakeOwnSignals;
import jmonit.os.FakePidFile;
import jmonit.os.FakeWire;

/** A command line, a daemon that says what a test wants, and all that is heard of both. The control file is /m. */
final class Talk {

    static final Endpoint CONTROL = new Endpoint.Unix(ControlSocket.ofRoot("/m", FakeHost.plum()).path(), false);
    static final Endpoint HTTPD = new Endpoint.Inet("127.0.0.1", 2812, Family.ANY, false, "");

    final FakeFiles files = new FakeFiles();
    final FakePidFile pidFile = new FakePidFile();
    final FakeOwnSignals signals = new FakeOwnSignals();
    final Map<String, String> environment = new HashMap<>();
    private final FakeDialer dialer = new FakeDialer();
    private final List<FakeWire> wires = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private boolean interactive;

    Talk controlFile(String text) {
        files.file("/m", text);
        return this;
    }

    /** With the daemon's own socket, and these answers one after the other. */
    Talk control(String... answers) {
        files.directory("/run/jmonit");
        return at(CONTROL, answers);
    }

    Talk at(Endpoint endpoint, String... answers) {
        for (String answer : answers) {
            var wire = FakeWire.saying(answer);
            wires.add(wire);
            dialer.with(endpoint, wire);
        }
        return this;
    }

    /** A daemon behind a port that does not get as far as an answer. */
    Talk broken(Endpoint endpoint, String words) {
        dialer.with(endpoint, FakeWire.failing(words));
        return this;
    }

    /** That daemon opens its door only after so many knocks. */
    Talk late(Endpoint endpoint, int knocks) {
        dialer.refusing(endpoint, knocks);
        return this;
    }

    Talk interactive() {
        interactive = true;
        return this;
    }

    static String answer(int status, String type, String body) {
        String latin = new String(body.getBytes(UTF_8), ISO_8859_1);
        return "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nContent-Length: " + latin.length() + "\r\n\r\n" + latin;
    }

    static String json(String body) {
        return answer(200, "application/json", body.replace('\'', '"'));
    }

    static String text(String body) {
        return answer(302, "text/plain", body);
    }

    /** A page as Monit makes it. */
    static String refusal(int status, String words) {
        return answer(status, "text/html", "<html><head><title>400 Bad Request</title></head><body bgcolor=#FFFFFF><h2>Bad Request</h2>" + words
                + "<hr><a href='http://mmonit.com/monit/'><font size=-1>monit 5.33.0</font></a></body></html>");
    }

    int run(String name, String... arguments) {
        var machine = new Machine(files, new FakeAccounts().with(new Account("root", 0, 0, "/root")), FakeHost.plum());
        var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8),
                interactive, false);
        var local = new Local(pidFile, new FakeIdFile(), signals, List::of, Outsides.with(dialer, environment));
        return new Program(name, () -> BuiltIn.CATALOG, machine, terminal, local, (_, _, _) -> 0).run(arguments);
    }

    /** A line "jmonit -c /m stop web", or the same with monit. */
    int line(String line) {
        String[] words = line.split(" ");
        return run(words[0], java.util.Arrays.copyOfRange(words, 1, words.length));
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }

    /** The first lines and the bodies of what was asked. */
    List<String> asked() {
        return wires.stream().map(FakeWire::sent).filter(s -> !s.isEmpty())
                .map(s -> s.substring(0, s.indexOf(" HTTP/1.1")) + " " + s.substring(s.indexOf("\r\n\r\n") + 4)).map(String::strip).toList();
    }

    String sent() {
        return String.join("", wires.stream().map(FakeWire::sent).toList());
    }
}
