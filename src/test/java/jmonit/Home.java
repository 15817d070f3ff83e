package jmonit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A folder with all that a real daemon needs, from its launcher on; it ends with all that was started in it. */
public final class Home implements AutoCloseable {

    private static final int PATIENCE = 60;
    private static final int STEP = 20;
    /** What waits for a disk that does not answer outlives even this. */
    private static final int FAREWELL = 5;
    private static final String SERVICE = """
            #!/bin/bash
            # service start NAME [SECONDS] | stop NAME: a process that sleeps, and a note of each start
            cd DIR
            note() { echo "$(date +%s%N) $1" >>notes; }
            case $1 in
            start)
                old=$(cat $2.pid 2>/dev/null)
                [ -n "$old" ] && grep -qs "DIR/$2" /proc/$old/cmdline && note "$2 double"
                mkdir $2.starting 2>/dev/null || note "$2 overlap"
                note "$2 start"
                sleep ${3:-0}
                setsid bash -c 'exec -a "$0" sleep 10000' "DIR/$2" </dev/null >/dev/null 2>&1 &
                echo $! >$2.pid
                rmdir $2.starting
                note "$2 up" ;;
            stop)
                note "$2 stop"
                kill $(cat $2.pid)
                rm $2.pid ;;
            tick)
                note "$2" ;;
            esac
            """;

    private final Path directory;
    private final List<Process> started = new ArrayList<>();

    record Outcome(int code, String out, String err) {
    }

    public Home(Path directory) throws IOException {
        this.directory = directory;
        assumeTrue(Files.isExecutable(jdk().resolve("bin/java")), "needs the java program of the running JDK");
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash");
        Files.copy(Path.of("jmonit"), directory.resolve("jmonit"), StandardCopyOption.COPY_ATTRIBUTES);
        jar();
        for (String program : List.of("ask", "cli", "daemon")) {
            Path cache = Files.writeString(directory.resolve(program + "-" + Runtime.version() + ".aot"), "");
            Files.setLastModifiedTime(cache, FileTime.fromMillis(System.currentTimeMillis() + 600_000));
        }
        script("service", SERVICE);
    }

    private static Path jdk() {
        return Path.of(System.getProperty("java.home"));
    }

    /** A jar that holds nothing and leads to the classes under test. */
    private void jar() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, "jmonit.Main");
        manifest.getMainAttributes().put(new Name("Enable-Native-Access"), "ALL-UNNAMED");
        var path = new StringBuilder();
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(":")) {
            path.append(Path.of(entry).toUri()).append(' ');
        }
        manifest.getMainAttributes().put(Name.CLASS_PATH, path.toString());
        try (OutputStream file = Files.newOutputStream(directory.resolve("jmonit.jar")); var jar = new JarOutputStream(file, manifest)) {
            jar.finish();
        }
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    /** DIR stands for this folder, here and in control files. */
    void script(String name, String text) throws IOException {
        Path file = Files.writeString(path(name), text.replace("DIR", directory.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    public void controlFile(String text) throws IOException {
        controlFile("rc", text);
    }

    void controlFile(String name, String text) throws IOException {
        String files = "set pidfile DIR/pid\nset idfile DIR/id\n" + (text.contains("set log") ? "" : "set log DIR/log\n")
                + (text.contains("set statefile") ? "" : "set statefile DIR/state\n");
        Path file = Files.writeString(path(name), (files + text).replace("DIR", directory.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** A service that {@code service} starts, in so many seconds. */
    public static String process(String name, String seconds) {
        return """
                check process NAME with pidfile DIR/NAME.pid
                    start program = "DIR/service start NAME SECONDS" with timeout 20 seconds
                    stop program = "DIR/service stop NAME"
                """.replace("NAME", name).replace("SECONDS", seconds);
    }

    /** A service that only notes when it is looked at. */
    static String ticking(String name) {
        return "check program NAME with path \"DIR/service tick NAME\"\n    if status != 0 then alert\n".replace("NAME", name);
    }

    /** {@code -I -c rc} */
    public Process start() throws IOException {
        return start("-I", "-c", "rc");
    }

    public Process start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    Process start(List<String> prefix, String... arguments) throws IOException {
        var words = new ArrayList<>(prefix);
        words.add(path("jmonit").toString());
        words.addAll(List.of(arguments));
        return begun(builder(words));
    }

    /** Any program, which ends with the rest and does not write where others do. */
    Process begin(String... words) throws IOException {
        Path console = path("console");
        return begun(builder(List.of(words)).redirectErrorStream(true).redirectOutput(console.toFile()));
    }

    private Process begun(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private ProcessBuilder builder(List<String> words) {
        var builder = new ProcessBuilder(words).directory(directory.toFile()).redirectOutput(path("out").toFile())
                .redirectError(path("err").toFile());
        builder.environment().put("JMONIT_JAVA", jdk().resolve("bin/java").toString());
        return builder;
    }

    Outcome jmonit(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    Outcome run(String program, String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(program));
        words.addAll(List.of(arguments));
        return ended(builder(words).start());
    }

    Outcome ended(Process process) throws IOException, InterruptedException {
        assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS), () -> "it does not end:\n" + log());
        return new Outcome(process.exitValue(), text("out"), text("err"));
    }

    void signal(Process process, String name) throws IOException, InterruptedException {
        ended(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start());
    }

    /** Of a pidfile; 0 where there is none. */
    public long pid(String name) {
        String text = text(name).strip();
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    public boolean runs(String service) {
        return text("/proc/" + pid(service + ".pid") + "/cmdline").contains(path(service).toString());
    }

    public void crash(String service) {
        if (runs(service)) {
            ProcessHandle.of(pid(service + ".pid")).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Empty where there is no such file. */
    String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            return "";
        }
    }

    String log() {
        return text("log");
    }

    /** Lines of the log that hold {@code text}. */
    long said(String text) {
        return log().lines().filter(l -> l.contains(text)).count();
    }

    void await(String text) throws InterruptedException {
        await(text, () -> log().contains(text));
    }

    public void await(String what, BooleanSupplier arrived) throws InterruptedException {
        // What was there once may be gone when it is asked for again: nothing is known of a process in the moment in which it becomes another.
        boolean there = arrived.getAsBoolean();
        for (int left = PATIENCE * 1000 / STEP; left > 0 && !there; left--) {
            Thread.sleep(STEP);
            there = arrived.getAsBoolean();
        }
        assertTrue(there, () -> what + " is missing in:\n" + log() + text("err"));
    }

    /** Nanoseconds, as scripts tell them. */
    static long now() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }

    /** When {@code service} noted {@code what}. */
    List<Long> notes(String what) {
        return text("notes").lines().filter(l -> l.endsWith(" " + what)).map(l -> Long.parseLong(l.substring(0, l.indexOf(' ')))).toList();
    }

    void write(String name, String text) throws IOException {
        Files.writeString(path(name), text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    List<String> names() throws IOException {
        return names("");
    }

    /** What a process has open. */
    List<String> open(Process process) throws IOException {
        try (Stream<Path> links = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return links.map(Home::target).sorted().toList();
        }
    }

    /** Empty for what was closed meanwhile. */
    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** What is in a folder; nothing where there is none. */
    List<String> names(String folder) throws IOException {
        if (!Files.isDirectory(path(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    /** The daemon first, so that it starts nothing again. Whoever still runs may write where a folder is about to be deleted. */
    @Override
    public void close() throws IOException {
        var left = new ArrayList<>(started.stream().map(Process::toHandle).toList());
        // What was just forked does not bear our name yet.
        started.forEach(p -> p.descendants().forEach(left::add));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(FAREWELL);
        left.forEach(ProcessHandle::destroyForcibly);
        while (left.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STEP));
            left.removeIf(p -> !p.isAlive());
            left.addAll(ours());
            left.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private List<ProcessHandle> ours() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(p -> p.pid() != ProcessHandle.current().pid() && isOurs(p)).toList();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(directory.toString());
        } catch (IOException | UncheckedIOException e) {
            // It is gone.
            return false;
        }
    }
}
