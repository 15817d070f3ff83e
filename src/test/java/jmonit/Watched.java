package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A daemon and a command line under the name of monit, the real ones or ours, with a folder of services of all kinds. */
final class Watched implements AutoCloseable {

    private static final String CONTROL_FILE = """
            set daemon 1
            set httpd port PORT and use address 127.0.0.1 allow admin:monit allow guest:guest read-only
            check system machine
              if loadavg (1min) > 4000 then alert
              if uptime > 1 second then alert
              group everything
            check process sleeper with pidfile DIR/sleeper.pid
              if memory > 1 kB then alert
              if failed uid 1 then alert
              group everything
              group some
            check process ghost with pidfile DIR/ghost.pid
              if not exist then alert
              mode passive
              onreboot laststate
            check process manual with pidfile DIR/ghost.pid
              onreboot nostart
            check file plain with path DIR/plain
              if failed permission 0644 then alert
              if failed checksum then alert
              if content = "hello" then alert
              group some
            check file several with path DIR/several
              if failed permission 0600 then alert
              if size > 1 B then alert
              if failed gid 1 then alert
            check file gone with path DIR/gone
              if not exist then alert
            check file unwanted with path DIR/gone
              if exist then alert
            check file wrong with path DIR
              if not exist then alert
            check file seldom with path DIR/plain every 50 cycles
              if size > 1 B then alert
            check file never with path DIR/plain every "0 0 1 1 *"
            check file always with path DIR/plain not every "0 0 1 1 *"
            check directory folder with path DIR
            check fifo pipe with path DIR/pipe
            check filesystem root with path /
              if space usage > 99.99% then alert
            check filesystem processes with path /proc
            check program talks with path DIR/talks
              if status != 3 then alert
            check program fails with path DIR/fails
              if status != 0 then alert
            check program changes with path DIR/talks
              if content = "second" then alert
            check network loopback with interface lo
            check network none with interface none0
            check process late with pidfile DIR/ghost.pid
              if not exist for 64 cycles then alert
            check host here with address 127.0.0.1
              if failed port PORT then alert
              if failed port PORT protocol http with http headers [Authorization: "Basic YWRtaW46bW9uaXQ="] request "/_ping" then alert
              if failed port CLOSED type tcp protocol smtp then alert
              if failed port CLOSED type udp protocol dns then alert
            check host shut with address 127.0.0.1
              if failed port CLOSED for 64 cycles then alert
            """;

    private final Path directory;
    private final String program;
    private final Home home;
    private final Process sleeper;
    private final int port;

    /** An empty program stands for ours. */
    Watched(Path directory, String program, int closed) throws IOException, InterruptedException {
        this.directory = directory;
        this.home = new Home(directory);
        Files.createSymbolicLink(home.path("monit"), home.path("jmonit"));
        this.program = program.isEmpty() ? home.path("monit").toString() : program;
        this.port = WebDoor.free();
        this.sleeper = new ProcessBuilder("sleep", "1000").start();
        furnish();
        home.controlFile(CONTROL_FILE.replace("PORT", Integer.toString(port)).replace("CLOSED", Integer.toString(closed)));
    }

    private void furnish() throws IOException, InterruptedException {
        home.write("sleeper.pid", sleeper.pid() + "\n");
        home.write("plain", "one\n");
        home.write("several", "two\n");
        // The permission that a rule expects, whatever the umask.
        assertEquals(0, home.run("chmod", "0644", "plain", "several").code());
        home.script("talks", "#!/bin/sh\nprintf 'first <&> line\\n second\\tline\\r\\nlast\\n'; exit 3\n");
        home.script("fails", "#!/bin/sh\nexit 7\n");
        assertEquals(0, home.run("mkfifo", "pipe").code());
    }

    void start() throws IOException, InterruptedException {
        Process daemon = home.begin(program, "-I", "-c", "rc");
        // What is never looked at stays so.
        home.await("a look at everything of " + daemon.info(), () -> quiet("/_report?type=initialising").endsWith("\r\n\r\n1\n"));
        // Programs tell what they said a cycle later, and rates need two looks.
        var looks = new HashSet<String>();
        home.await("further looks of " + daemon.info(), () -> {
            looks.addAll(collected());
            return looks.size() > 3;
        });
    }

    /** When it looked at the network. */
    private List<String> collected() {
        return quiet("/_status?service=loopback").lines().filter(l -> l.contains("data collected")).toList();
    }

    private String quiet(String path) {
        try {
            return http("GET " + path + " admin:monit");
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** Exit code, output and complaints. */
    String line(String words) throws IOException, InterruptedException {
        Home.Outcome outcome = home.run(program, ("-c rc " + words).split(" "));
        return plain(outcome.code() + "\n" + outcome.out() + "\n" + outcome.err());
    }

    /** {@code METHOD PATH USER:PASSWORD [BODY]} */
    String http(String wish) throws IOException {
        return plain(new WebDoor(port).answer(wish));
    }

    /** Without what is its own. */
    private String plain(String text) {
        String id = home.text("id").strip();
        String own = id.isEmpty() ? text : text.replace(id, "ID");
        return number(sleeper.pid(), "PID", number(port, "PORT", own.replace(directory.toString(), "DIR")));
    }

    /** Not where it is a part of another by chance. */
    private static String number(long number, String name, String text) {
        return text.replaceAll("(?<!\\d)" + number + "(?!\\d)", name);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        home.close();
        sleeper.destroyForcibly();
        sleeper.waitFor(10, TimeUnit.SECONDS);
    }
}
