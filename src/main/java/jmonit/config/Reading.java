package jmonit.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.atn.PredictionMode;

import jmonit.catalog.Catalog;
import jmonit.diagnostic.Diagnostic;
import jmonit.model.ControlFile;
import jmonit.model.Origin;
import jmonit.model.Service;
import jmonit.os.Files;

/** One reading of a control file: its meaning as far as it has one, and everything that is wrong with it. */
public final class Reading {

    private final Catalog catalog;
    private final String hostName;
    private final Overrides overrides;
    private final Found found = new Found();
    private final SettingsDraft settings = new SettingsDraft();
    private final List<Service> services = new ArrayList<>();
    private final Map<String, ServiceReader.Named> names = new HashMap<>();
    private final Confidential confidential = new Confidential();
    private final Texts texts;

    private Reading(Catalog catalog, Files files, String hostName, Overrides overrides) {
        this.catalog = catalog;
        this.hostName = hostName;
        this.overrides = overrides;
        this.texts = new Texts(files, found);
    }

    /**
     * What was read: the files, their meaning and the complaints, in the order they were found.
     *
     * @param confidential those of the files that hold a password
     */
    public record Result(ControlFile controlFile, List<String> files, List<String> confidential, List<Diagnostic> diagnostics) {

        public Result {
            files = List.copyOf(files);
            confidential = List.copyOf(confidential);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** Reads a control file with all it includes; {@code hostName} is what $HOST stands for in the name of a system. */
    public static Result of(String path, Catalog catalog, Files files, String hostName) {
        return of(path, catalog, files, hostName, Overrides.NONE);
    }

    /** The same where the command line has a say, too. */
    public static Result of(String path, Catalog catalog, Files files, String hostName, Overrides overrides) {
        var reading = new Reading(catalog, files, hostName, overrides);
        try {
            reading.read(path);
        } catch (IOException e) {
            reading.found.add(Diagnostic.error(path, e.getMessage()));
        }
        return new Result(new ControlFile(reading.settings.settings(), reading.services), reading.texts.read(), reading.confidential.files(),
                reading.found.all());
    }

    private void read(String path) throws IOException {
        texts.open(path);
        var statements = new Statements(texts, found);
        var parser = new MonitParser(new CommonTokenStream(new ListTokenSource(List.of())));
        parser.removeErrorListeners();
        parser.addErrorListener(new ShapeErrors(found));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        while (statements.hasNext()) {
            List<Word> words = statements.next();
            parser.setTokenStream(new CommonTokenStream(new ListTokenSource(words)));
            statement(parser.statement(), words);
        }
        texts.finish();
        finish(path);
    }

    private void statement(MonitParser.StatementContext tree, List<Word> words) {
        switch (tree) {
            case MonitParser.SettingStatementContext _ -> setting(words);
            case MonitParser.CheckStatementContext check ->
                    new ServiceReader(catalog, settings, found, hostName).read(check, words).ifPresent(named -> {
                        confidential.note(words, Secrets.of(named.service()));
                        add(named);
                    });
            default -> stray(words);
        }
    }

    private void setting(List<Word> words) {
        List<String> before = Secrets.of(settings);
        new SettingReader(settings, new Cursor(words, 1, words.size() - 1, false, found)).read();
        confidential.note(words, Secrets.added(before, Secrets.of(settings)));
    }

    private void stray(List<Word> words) {
        var c = new Cursor(words, 0, words.size() - 1, false, found);
        Word word = c.peek();
        if (word.quoted() || !c.headOfLine(word)) {
            c.welcome(List.of("set", "check", "include"));
            c.unknown("statement", "control-file");
        }
    }

    private void add(ServiceReader.Named named) {
        Service service = named.service();
        ServiceReader.Named first = names.putIfAbsent(service.name().toLowerCase(Locale.ROOT), named);
        boolean bothSystems = first != null && first.service().type().equals("system") && service.type().equals("system");
        if (first != null && !bothSystems) {
            found.add(Diagnostic.error(named.name().span(), "service \"" + service.name() + "\" is defined twice", "second definition")
                    .and(first.name().span(), "first definition")
                    .help("service names must be unique across all included files; case does not matter").see("services"));
            return;
        }
        services.add(service);
    }

    private void finish(String path) {
        if (services.stream().noneMatch(s -> s.type().equals("system"))) {
            services.add(ServiceReader.system(hostName, settings, new Origin(path, 0)));
        }
        settings.apply(overrides);
        boolean polls = settings.pollSet || settings.init;
        if (polls && settings.poll.seconds() < 1 && found.errors() == 0) {
            found.add(Diagnostic.error(path, "no poll time is set").help("add \"set daemon 30\": check every 30 seconds").see("settings"));
        }
    }
}
