package jmonit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jmonit.cli.Keyboard;

/** The keyboard behind the standard input. What is changed about the terminal is stty's business, which every system has. */
final class TerminalKeyboard implements Keyboard {

    private static final int PATIENCE = 5;
    private static final int LONGEST = 1024;
    /** No line is waited for, nothing is shown, and a read that finds nothing ends after a tenth of a second. */
    private static final List<String> AS_TYPED = List.of("-icanon", "-echo", "min", "0", "time", "1");

    private final InputStream in;
    private final PrintStream prompts;
    private final boolean there;

    TerminalKeyboard(InputStream in, PrintStream prompts, boolean there) {
        this.in = in;
        this.prompts = prompts;
        this.there = there;
    }

    @Override
    public boolean there() {
        return there;
    }

    @Override
    public String secret(String prompt) throws IOException {
        try (var _ = changed(List.of("-echo"))) {
            prompts.print(prompt);
            prompts.flush();
            return line();
        } finally {
            prompts.println();
            prompts.flush();
        }
    }

    private String line() throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n' && line.size() < LONGEST; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Keys keys() throws IOException {
        var changed = changed(AS_TYPED);
        return new Keys() {
            @Override
            public int next() throws IOException {
                return in.read();
            }

            @Override
            public void close() {
                changed.close();
            }
        };
    }

    /** Until it is closed, or the program ends. */
    private static Changed changed(List<String> settings) throws IOException {
        var changed = new Changed(stty(List.of("-g")).strip());
        stty(settings);
        return changed;
    }

    /** What the terminal was like before. */
    private static final class Changed implements AutoCloseable {

        private final String before;
        private final Thread atTheEnd = new Thread(this::restore, "jmonit-terminal");
        private final AtomicBoolean restored = new AtomicBoolean();

        Changed(String before) {
            this.before = before;
            Runtime.getRuntime().addShutdownHook(atTheEnd);
        }

        private void restore() {
            if (restored.compareAndSet(false, true)) {
                try {
                    stty(List.of(before));
                } catch (IOException e) {
                    // The terminal is gone, or nothing helps.
                }
            }
        }

        @Override
        public void close() {
            restore();
        }
    }

    private static String stty(List<String> arguments) throws IOException {
        var words = new java.util.ArrayList<>(List.of("stty"));
        words.addAll(arguments);
        Process process = new ProcessBuilder(words).redirectInput(ProcessBuilder.Redirect.INHERIT).redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("stty cannot set up the terminal: " + said.strip());
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
