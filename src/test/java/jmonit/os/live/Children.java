package jmonit.os.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs a test starts and ends, with all they started themselves. */
final class Children implements AutoCloseable {

    private final List<Process> started = new ArrayList<>();

    Process start(String... command) throws IOException {
        var child = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(child);
        return child;
    }

    /** Starts a script and waits until it has written a line. */
    Process ready(String script) throws IOException {
        var child = start("sh", "-c", script);
        child.inputReader().readLine();
        return child;
    }

    static int pid(Process process) {
        return (int) process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        for (var child : started) {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }
}
