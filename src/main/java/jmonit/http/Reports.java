package jmonit.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jmonit.http.Documents.Choice;
import jmonit.http.Documents.Kind;
import jmonit.model.Service;
import jmonit.model.Snapshot;

/** What can be read of the services, with the parameters and complaints of Monit. */
final class Reports {

    private static final Set<String> TYPES = Set.of("", "up", "down", "initialising", "unmonitored", "total");

    private final Panel panel;
    private final Documents documents;
    private final ErrorPages errors;

    Reports(Panel panel, Documents documents, ErrorPages errors) {
        this.panel = panel;
        this.documents = documents;
        this.errors = errors;
    }

    Response show(Request request, Kind kind) throws InterruptedException {
        Snapshot snapshot = panel.show();
        boolean xml = kind != Kind.SUMMARY && request.form().first("format").orElse("").equalsIgnoreCase("xml");
        // As in Monit, XML is always about everything.
        Optional<String> fault = xml ? Optional.empty() : fault(request, snapshot);
        return fault.map(f -> errors.refuse(request, Status.BAD_REQUEST, f))
                .orElseGet(() -> response(documents.show(choice(request, kind, xml), snapshot)));
    }

    Response report(Request request) throws InterruptedException {
        String type = request.form().first("type").orElse("").toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            return errors.refuse(request, Status.BAD_REQUEST, "Invalid report type: '" + request.form().first("type").orElse("") + "'");
        }
        Snapshot snapshot = panel.show();
        return response(documents.report(choice(request, Kind.SUMMARY, false), type, snapshot));
    }

    private static Choice choice(Request request, Kind kind, boolean xml) {
        return new Choice(kind, xml, request.form().first("group").orElse(""), request.form().first("service").orElse(""),
                request.form().first("program").orElse(""));
    }

    private Optional<String> fault(Request request, Snapshot snapshot) {
        Optional<String> group = request.form().first("group");
        if (group.isPresent()) {
            return group.filter(g -> snapshot.services().stream().noneMatch(v -> v.service().care().groups().stream().anyMatch(g::equalsIgnoreCase)))
                    .map(g -> "Service group '" + g + "' not found");
        }
        return request.form().first("service").filter(s -> documents.named(snapshot, s).isEmpty()).map(s -> "Service '" + s + "' not found");
    }

    /** Names of services differ in more than case. */
    static Optional<Service> find(Snapshot snapshot, String name) {
        return snapshot.services().stream().map(Snapshot.View::service).filter(s -> s.name().equalsIgnoreCase(name)).findFirst();
    }

    private static Response response(Document document) {
        return Response.of(Status.OK, document.type(), document.content());
    }
}
