package jmonit.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Source;
import jmonit.diagnostic.Span;
import jmonit.os.Files;

/**
 * The words of a control file and of all it includes, one after the other. An include is a place in the text, so it may stand anywhere, even
 * in the middle of a statement; each word keeps the file it came from.
 */
final class Texts {

    static final long LARGEST_FILE = 16L << 20;
    static final long LARGEST_TOTAL = 64L << 20;
    static final int MOST_FILES = 1024;

    private final Files files;
    private final Found found;
    private final Deque<Lexer> open = new ArrayDeque<>();
    private final Deque<Source> sources = new ArrayDeque<>();
    private final List<String> read = new ArrayList<>();
    private final Preceding preceding = new Preceding();
    private long total;

    Texts(Files files, Found found) {
        this.files = files;
        this.found = found;
    }

    void open(String path) throws IOException {
        push(path, path, List.of());
    }

    List<String> read() {
        return List.copyOf(read);
    }

    /** The next word that means something; at the end of everything one of type EOF. */
    Word next() {
        while (true) {
            Word word = open.peek().next();
            if (word.getType() == MonitParser.INCLUDE) {
                include(word);
            } else if (word.getType() == Word.EOF && open.size() > 1 && !open.peek().endsEarly()) {
                close();
            } else if (word.getChannel() == Word.DEFAULT_CHANNEL) {
                return word;
            }
        }
    }

    private void close() {
        Lexer done = open.pop();
        Source source = sources.pop();
        if (done.endsEarly()) {
            warnOfNul(source);
        }
    }

    /** To be called once all is read: the main text may hide something behind a NUL, too. */
    void finish() {
        while (!open.isEmpty()) {
            close();
        }
    }

    private void warnOfNul(Source source) {
        int nul = source.text().indexOf('\0');
        found.add(Diagnostic.warning(new Span(source, nul, nul + 1), "this file holds a NUL character", "nothing after it is read")
                .see("control-file"));
    }

    private void push(String path, String name, List<String> includedFrom) throws IOException {
        byte[] bytes = files.read(path, LARGEST_FILE);
        total += bytes.length;
        if (total > LARGEST_TOTAL) {
            throw new IOException("the control files are larger than " + (LARGEST_TOTAL >> 20) + " MiB together");
        }
        var source = new Source(name, new String(bytes, StandardCharsets.UTF_8), includedFrom);
        read.add(path);
        sources.push(source);
        open.push(new Lexer(source, preceding));
    }

    private void include(Word word) {
        String pattern = word.getText();
        if (pattern.isEmpty()) {
            found.add(Diagnostic.warning(word.span(), "this include names no file", "expected a path after it").see("include"));
            return;
        }
        try {
            Glob.Found matches = new Glob(files).find(pattern);
            if (!matches.any()) {
                found.add(Diagnostic.warning(word.span(), "include \"" + pattern + "\" matches no file", "nothing is read here")
                        .see("include"));
            }
            // The last name pushed is read first: Monit reads a glob's files in reverse order of their names.
            for (String path : matches.files().reversed()) {
                includeOne(word, path);
            }
        } catch (IOException e) {
            found.add(Diagnostic.error(word.span(), "cannot include \"" + pattern + "\"", e.getMessage()).see("include"));
        }
    }

    /** The main file is often named from where the operator stands, and by its whole name in what it includes. */
    private static String whole(String path) {
        return Path.of(path).toAbsolutePath().normalize().toString();
    }

    private void includeOne(Word word, String path) throws IOException {
        if (sources.stream().anyMatch(s -> whole(s.name()).equals(whole(path)))) {
            found.add(Diagnostic.warning(word.span(), "\"" + path + "\" includes itself", "it is not read again here").see("include"));
            return;
        }
        if (read.size() >= MOST_FILES) {
            throw new IOException("at most " + MOST_FILES + " files may be read");
        }
        var chain = new ArrayList<String>();
        chain.add(word.source().name() + ":" + word.getLine());
        chain.addAll(word.source().includedFrom());
        push(path, path, chain);
    }
}
