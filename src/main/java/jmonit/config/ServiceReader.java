package jmonit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.catalog.Catalog;
import jmonit.catalog.ServiceType;
import jmonit.diagnostic.Diagnostic;
import jmonit.model.Commands;
import jmonit.model.Condition;
import jmonit.model.Origin;
import jmonit.model.Rule;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;

/** Reads one check statement: its head, then its clauses one by one. */
final class ServiceReader {

    private final Catalog catalog;
    private final SettingsDraft settings;
    private final Found found;
    private final String hostName;

    ServiceReader(Catalog catalog, SettingsDraft settings, Found found, String hostName) {
        this.catalog = catalog;
        this.settings = settings;
        this.found = found;
        this.hostName = hostName;
    }

    /** A service with the word that names it. */
    record Named(Service service, Word name) {
    }

    Optional<Named> read(MonitParser.CheckStatementContext tree, List<Word> words) {
        int headEnd = tree.clause().isEmpty() ? words.size() - 1 : tree.clause().getFirst().getStart().getTokenIndex();
        var head = new Cursor(words, 1, headEnd, true, found);
        Word kind = head.next();
        Optional<ServiceType> type = catalog.serviceType(kind.getText());
        if (type.isEmpty()) {
            unknownType(kind);
            return Optional.empty();
        }
        Word name = head.peek();
        if (!head.take(MonitParser.NAME)) {
            head.expected("a name for this service");
            return Optional.empty();
        }
        checkName(name);
        Optional<Subject> subject = new SubjectReader(head, settings).read(type.get(), name);
        var draft = new ServiceDraft(type.get(), nameOf(type.get(), name), Cursor.origin(name), settings);
        new ClauseReader(catalog, type.get(), host(subject), settings, draft, found).read(tree.clause(), words);
        subject.ifPresent(s -> checkComplete(type.get(), draft, name));
        return subject.map(s -> new Named(draft.service(s), name));
    }

    private static String host(Optional<Subject> subject) {
        return subject.isPresent() && subject.get() instanceof Subject.Address(String host) ? host : "localhost";
    }

    private String nameOf(ServiceType type, Word name) {
        return type.keyword().equals("system") ? Quotes.name(name).replace("$HOST", hostName) : Quotes.name(name);
    }

    private void unknownType(Word kind) {
        var keywords = new ArrayList<String>();
        catalog.serviceTypes().forEach(t -> {
            keywords.add(t.keyword());
            keywords.addAll(t.aliases());
        });
        Diagnostic complaint = Diagnostic.error(kind.span(), "unknown service type \"" + kind.getText() + "\"",
                "expected " + Wording.list(keywords));
        found.add(jmonit.diagnostic.Suggest.nearest(kind.getText(), keywords).map(s -> complaint.help(Wording.didYouMean(s)))
                .orElse(complaint).see("services"));
    }

    private void checkName(Word name) {
        if (Quotes.name(name).isEmpty()) {
            found.add(name.getText().isEmpty() ? Diagnostic.error(name.span(), "a service needs a name", "this one is empty").see("services")
                    : Diagnostic.warning(name.span(), "this service has no name", "blanks and quotes at the ends are not kept").see("services"));
        } else if (Quotes.name(name).startsWith("/")) {
            found.add(Diagnostic.error(name.span(), "a service name must not begin with /", "expected a name, not a path").see("services"));
        } else if (!name.quoted() && "!@:%{[".indexOf(name.getText().charAt(0)) >= 0 && name.getText().length() == 1) {
            found.add(Diagnostic.error(name.span(), "\"" + name.getText() + "\" is no name for a service", "expected a word").see("services"));
        }
    }

    private void checkComplete(ServiceType type, ServiceDraft draft, Word name) {
        boolean complete = switch (type.naming()) {
            case ADDRESS -> draft.has(Condition.Pinged.class) || draft.has(Condition.Connected.class);
            case PROGRAM -> draft.failed() || draft.tests("status") || draft.tests("content");
            case PROCESS, PATH, VOLUME, INTERFACE, MACHINE -> true;
        };
        if (!complete && !draft.failed()) {
            String wanted = type.naming() == ServiceType.Naming.ADDRESS ? "a ping or port test" : "a status or content test";
            found.add(Diagnostic.error(name.span(), "nothing is tested of \"" + name.getText() + "\"", "this check needs " + wanted)
                    .see("check-" + type.keyword()));
        }
    }

    static Service system(String hostName, SettingsDraft settings, Origin origin) {
        return new Service(hostName, "system", new Subject.Machine(), Commands.NONE, List.<Rule>of(), List.of(),
                new Service.Care(jmonit.model.Mode.ACTIVE, settings.onReboot(), Schedule.EVERY_CYCLE, List.of(), List.of()), List.of(), origin);
    }

}
