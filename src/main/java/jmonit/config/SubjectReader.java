package jmonit.config;

import java.util.List;
import java.util.Optional;

import jmonit.catalog.ServiceType;
import jmonit.diagnostic.Diagnostic;
import jmonit.model.Subject;

/** Reads what a check is about, between the name of the service and its first clause. */
final class SubjectReader {

    private static final List<String> MATCHING = List.of("matching", "match");

    private final Cursor c;
    private final SettingsDraft settings;

    SubjectReader(Cursor cursor, SettingsDraft settings) {
        this.c = cursor;
        this.settings = settings;
    }

    Optional<Subject> read(ServiceType type, Word name) {
        Optional<Subject> subject = switch (type.naming()) {
            case PROCESS -> process();
            case PATH -> path(true).map(Subject.Path::new);
            case VOLUME -> path(false).map(Subject.Path::new);
            case ADDRESS -> c.take("address") ? Optional.of(new Subject.Address(new Values(c).host("a host name or address"))) : missing("\"address\" and a host");
            case INTERFACE -> network();
            case PROGRAM -> program();
            case MACHINE -> Optional.of(new Subject.Machine());
        };
        c.unexpected("\"" + name.getText() + "\"", "check-" + type.keyword());
        return c.spent() ? Optional.empty() : subject;
    }

    private Optional<Subject> missing(String wanted) {
        if (c.more()) {
            c.unknown("option", "services");
        } else {
            c.expected(wanted);
        }
        return Optional.empty();
    }

    private Optional<Subject> process() {
        if (c.take("pidfile")) {
            Word word = c.peek();
            String path = c.path("the path of a pidfile");
            absolute(word, path);
            return Optional.of(new Subject.PidFile(path));
        }
        if (c.takeAny(MATCHING)) {
            String regex = c.strictValue("a regular expression");
            if (!c.spent()) {
                Expressions.check(c, c.previous());
            }
            return Optional.of(new Subject.Matching(regex));
        }
        return missing("\"pidfile\" and a path, or \"matching\" and a regular expression");
    }

    private void absolute(Word word, String path) {
        if (!c.spent() && !path.startsWith("/")) {
            c.complain(Diagnostic.error(word.span(), "\"" + path + "\" is no absolute path", "expected a path that begins with /").see("services"));
        }
    }

    private Optional<String> path(boolean absolute) {
        if (!c.take("path")) {
            missing("\"path\" and a path");
            return Optional.empty();
        }
        Word word = c.peek();
        String path = c.path("a path");
        if (absolute) {
            absolute(word, path);
        }
        return Optional.of(path);
    }

    private Optional<Subject> network() {
        if (c.take("interface")) {
            return Optional.of(new Subject.Interface(c.strictValue("the name of an interface"), false));
        }
        if (c.take("address")) {
            return Optional.of(new Subject.Interface(new Values(c).host("an address of this machine"), true));
        }
        return missing("\"interface\" and its name, or \"address\" and an address");
    }

    private Optional<Subject> program() {
        if (!c.take("path")) {
            return missing("\"path\" and a program");
        }
        return new CommandReader(c).command(settings.time("programTimeout")).map(Subject.Program::new);
    }
}
