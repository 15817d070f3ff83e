package jmonit.service;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jmonit.catalog.Look;
import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Pattern;
import jmonit.model.Service;
import jmonit.os.Disk;
import jmonit.os.FileStatus;

/**
 * Searches what was added to files since the last look. What a file holds when it is first seen is not searched; one that was exchanged or
 * cut short is read from its begin, after what was added to its predecessor under another name.
 */
final class ContentTests {

    private static final String NOTE = "content";
    private static final String ROTATED = "content.rotated";
    private static final String BUFFER = "fileContentBuffer";

    private final Disk disk;
    private final Rotation rotation;
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

    ContentTests(Disk disk) {
        this.disk = disk;
        this.rotation = new Rotation(disk);
    }

    /** {@code notes} are for the next look. */
    record Outcome(Map<Integer, Answer> answers, Map<String, String> notes) {
    }

    private record Prepared(Service service, String patternFiles, Searches searches) {
    }

    void retain(Set<String> names) {
        prepared.keySet().retainAll(names);
    }

    static boolean asked(Service service) {
        return service.rules().stream().anyMatch(r -> r.when() instanceof Condition.Matches m && m.metric().equals("content"));
    }

    Outcome ask(Look look, String path, FileStatus status) throws InterruptedException {
        try {
            return search(look, path, status);
        } catch (IOException e) {
            var answers = new HashMap<Integer, Answer>();
            for (int i = 0; i < look.service().rules().size(); i++) {
                if (look.service().rules().get(i).when() instanceof Condition.Matches) {
                    answers.put(i, new Answer.Failed(e.getMessage()));
                }
            }
            return new Outcome(answers, Map.of());
        }
    }

    private Outcome search(Look look, String path, FileStatus status) throws IOException, InterruptedException {
        var searches = searches(look.service());
        var hits = searches.page(look.limits().size(BUFFER));
        var last = Position.of(look.trace().note(NOTE));
        boolean exchanged = last.isPresent() && !last.get().isOf(status);
        var rotated = exchanged ? last : Position.of(look.trace().note(ROTATED));
        if (rotated.isPresent()) {
            rotated = rotation.read(path, rotated.get(), look.now(), new LogReader.Finding(searches, hits));
        }
        if (last.isPresent() && last.get().saw(status)) {
            return outcome(hits, last.get(), rotated);
        }
        try (var file = disk.open(path)) {
            if (!same(disk.status(path), status)) {
                // Exchanged while we opened it: the next look will see clearly.
                return new Outcome(searches.all(new Answer.Skipped("the file was just exchanged")), Map.of());
            }
            var from = last.isEmpty() ? end(status) : resume(last.get(), status, file);
            return outcome(hits, new LogReader(file, new LogReader.Finding(searches, hits)).read(from, status), rotated);
        }
    }

    private static Position end(FileStatus status) {
        return new Position(status.identity(), status.size(), false, "", "");
    }

    private static boolean same(Optional<FileStatus> found, FileStatus status) {
        return found.isPresent() && found.get().identity().equals(status.identity());
    }

    /** Where to go on: where we were, unless the file is another one or its content is. */
    private static Position resume(Position last, FileStatus status, Disk.Opened file) throws IOException {
        boolean goesOn = last.isOf(status) && status.size() >= last.offset() && LogReader.print(file, last.offset()).equals(last.print());
        return goesOn ? last : new Position(status.identity(), 0, false, "", "");
    }

    private static Outcome outcome(Map<Integer, Hits> hits, Position position, Optional<Position> rotated) {
        var answers = new HashMap<Integer, Answer>();
        hits.forEach((rule, found) -> answers.put(rule, found.answer()));
        return new Outcome(answers, Map.of(NOTE, position.note(), ROTATED, rotated.map(Position::note).orElse("")));
    }

    private Searches searches(Service service) throws IOException {
        var patternFiles = patternFiles(service);
        var known = prepared.get(service.name());
        if (known == null || known.service() != service || !known.patternFiles().equals(patternFiles)) {
            known = new Prepared(service, patternFiles, new Searches(service, disk));
            prepared.put(service.name(), known);
        }
        return known.searches();
    }

    /** What the pattern files of a service are like: another text when one of them was written. */
    private String patternFiles(Service service) throws IOException {
        var text = new StringBuilder();
        for (var rules : List.of(service.rules(), service.ignores())) {
            for (var rule : rules) {
                if (rule.when() instanceof Condition.Matches(_, Pattern.FromFile(String path), _)) {
                    text.append(disk.status(path).map(Position::look).orElse("none")).append(' ');
                }
            }
        }
        return text.toString();
    }
}
