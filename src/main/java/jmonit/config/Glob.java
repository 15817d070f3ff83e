package jmonit.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jmonit.os.FileFacts;
import jmonit.os.Files;

/** Finds the files an include names: in reverse order of their names as Monit reads them, without directories and backups. */
final class Glob {

    private final Files files;

    Glob(Files files) {
        this.files = files;
    }

    /** Whether anything at all bears the name, and which regular files do, in the order they are read. */
    record Found(boolean any, List<String> files) {
    }

    Found find(String pattern) throws IOException {
        List<String> matches = hasMagic(pattern) ? expand(pattern) : files.facts(pattern).isPresent() ? List.of(pattern) : List.of();
        var regular = new ArrayList<String>();
        for (String match : matches) {
            if (!match.endsWith("~") && files.facts(match).filter(f -> f.kind() == FileFacts.Kind.FILE).isPresent()) {
                regular.add(match);
            }
        }
        return new Found(!matches.isEmpty(), regular);
    }

    private static boolean hasMagic(String part) {
        return part.indexOf('*') >= 0 || part.indexOf('?') >= 0 || part.indexOf('[') >= 0;
    }

    private List<String> expand(String pattern) throws IOException {
        List<String> bases = List.of(pattern.startsWith("/") ? "/" : "");
        for (String part : pattern.split("/+")) {
            if (!part.isEmpty()) {
                bases = step(bases, part);
            }
        }
        return bases.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private List<String> step(List<String> bases, String part) throws IOException {
        var next = new ArrayList<String>();
        for (String base : bases) {
            if (!hasMagic(part)) {
                next.add(join(base, part));
                continue;
            }
            var pattern = new GlobPattern(part);
            for (String name : names(base.isEmpty() ? "." : base)) {
                if (pattern.matches(name)) {
                    next.add(join(base, name));
                }
            }
        }
        return existing(next);
    }

    private List<String> names(String path) throws IOException {
        boolean directory = files.facts(path).filter(f -> f.kind() == FileFacts.Kind.DIRECTORY).isPresent();
        return directory ? files.list(path) : List.of();
    }

    private List<String> existing(List<String> paths) throws IOException {
        var kept = new ArrayList<String>();
        for (String path : paths) {
            if (files.facts(path).isPresent()) {
                kept.add(path);
            }
        }
        return kept;
    }

    private static String join(String base, String name) {
        return base.isEmpty() || base.endsWith("/") ? base + name : base + "/" + name;
    }
}
