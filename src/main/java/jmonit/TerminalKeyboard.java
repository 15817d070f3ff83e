package jmonit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import jmonit.cli.Keyboard;

/** The terminal behind the standard input and output. Its settings are stty's business, which every system has. */
final class TerminalKeyboard implements Keyboard {

    private static final int PATIENCE = 5;
    private static final int LONGEST = 1024;
    /** No line is waited for, nothing is shown, Ctrl-C is a key, and a read that finds nothing ends after a tenth of a second. */
    private static final List<String> AS_TYPED = List.of("-icanon", "-echo", "-isig", "min", "0", "time", "1");
    /** Another page, without a cursor; and back to the one before. */
    private static final String BLANK = "\033[?1049h\033[?25l";
    private static final String AS_BEFORE = "\033[0m\033[?25h\033[?1049l";

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream prompts;
    private final boolean there;

    TerminalKeyboard(InputStream in, PrintStream out, PrintStream prompts, boolean there) {
        this.in = in;
        this.out = out;
        this.prompts = prompts;
        this.there = there;
    }

    @Override
    public boolean there() {
        return there;
    }

    @Override
    public String secret(String prompt) throws IOException {
        try (var changed = new Changed(prompts, "\n")) {
            changed.begin(List.of("-echo"), prompt);
            return line();
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n' && line.size() < LONGEST; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Keys keys() throws IOException {
        var changed = new Changed(out, AS_BEFORE);
        changed.begin(AS_TYPED, BLANK);
        return new Keys() {
            @Override
            public int next() throws IOException {
                return in.read();
            }

            @Override
            public void show(String text) {
                changed.show(text);
            }

            @Override
            public void close() {
                changed.close();
            }
        };
    }

    /** A terminal that is not what it was, until this is closed or the program ends. */
    private static final class Changed implements AutoCloseable {

        private final PrintStream shown;
        private final String end;
        private final String before = stty(List.of("-g")).strip();
        /** Nothing may be painted over what was there before, and the end may come on another thread at any time. */
        private final ReentrantLock painting = new ReentrantLock();
        private boolean restored;

        Changed(PrintStream shown, String end) throws IOException {
            this.shown = shown;
            this.end = end;
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "jmonit-terminal"));
        }

        void begin(List<String> settings, String text) throws IOException {
            stty(settings);
            show(text);
        }

        void show(String text) {
            painting.lock();
            try {
                if (!restored) {
                    shown.print(text);
                    shown.flush();
                }
            } finally {
                painting.unlock();
            }
        }

        @Override
        public void close() {
            painting.lock();
            try {
                if (!restored) {
                    show(end);
                    restored = true;
                    stty(List.of(before));
                }
            } catch (IOException e) {
                // The terminal is gone: nothing is left to be restored.
            } finally {
                painting.unlock();
            }
        }
    }

    private static String stty(List<String> arguments) throws IOException {
        var words = new ArrayList<>(List.of("stty"));
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
