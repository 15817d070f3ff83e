package jmonit.http;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.http.Documents.Kind;

/** From a request to its answer. Touches neither sockets nor files; may be used by any number of threads. */
final class Router {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final Viewer NOBODY = new Viewer("", true);
    private static final String TOO_MANY = "Too many wrong passwords from this address";
    private static final String NO_RIGHT = "You do not have sufficient privileges to access this page";

    /** What Monit sends, and what keeps a page from doing anything but what it is for. */
    private static final List<Header> SHIELD = List.of(
            new Header("X-Frame-Options", "SAMEORIGIN"),
            new Header("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"),
            new Header("X-Content-Type-Options", "nosniff"),
            new Header("Referrer-Policy", "same-origin"),
            new Header("Cache-Control", "no-store"));

    private final Signature signature;
    private final Door entrance;
    private final Csrf csrf;
    private final ErrorPages errors;
    private final Content content;

    /** What there is to be had behind the entrance. */
    record Content(Panel panel, Documents documents, Site site, Api api) {
    }

    Router(Signature signature, Door entrance, Csrf csrf, Content content) {
        this.signature = signature;
        this.entrance = entrance;
        this.csrf = csrf;
        this.errors = new ErrorPages(signature);
        this.content = content;
    }

    /** Another has taken its place: streams that it opened show what was, to whom it was allowed then, so they end. */
    void retire() {
        content.api().retire();
    }

    /** Whether this client gets an answer at all. */
    boolean open(Client client) {
        return entrance.open(client);
    }

    Response answer(Request request) throws InterruptedException {
        try {
            return shielded(Api.open(request) ? content.api().answer(request, NOBODY) : visited(request));
        } catch (RuntimeException e) {
            LOG.error("A fault in jmonit: {} {} got no answer", request.method(), request.path(), e);
            return failed(Status.INTERNAL_ERROR, "A fault in the server, see its log");
        }
    }

    private Response visited(Request request) throws InterruptedException {
        boolean api = Api.owns(request.path());
        return switch (entrance.visit(request)) {
            case Visit.Welcome(String user, boolean readOnly, Duration delay) -> (api ? content.api().answer(request, new Viewer(user, readOnly))
                    : inside(request, readOnly)).after(delay);
            case Visit.Stranger(Duration delay) -> (api ? errors.strangerOfApi() : errors.stranger()).after(delay);
            case Visit.TooMany _ when api -> Refusal.response(Status.UNAVAILABLE, TOO_MANY, "wait a minute");
            case Visit.TooMany _ -> errors.page(Status.UNAVAILABLE, TOO_MANY);
        };
    }

    /** To what came over the wire and is no request. */
    Response malformed(String reason) {
        return shielded(errors.malformed(reason));
    }

    /** To a request that nobody got to look at. */
    Response failed(Status status, String reason) {
        return shielded(errors.page(status, reason));
    }

    private Response shielded(Response response) {
        return response.unless(SHIELD).with(List.of(new Header("Server", signature.text())));
    }

    private Response inside(Request request, boolean readOnly) throws InterruptedException {
        return switch (request.method()) {
            case "GET" -> good(got(request, readOnly));
            case "POST" -> posted(request, readOnly);
            default -> errors.refuse(request, Status.NOT_IMPLEMENTED, "Method not implemented");
        };
    }

    /** As in Monit, only a good answer brings a token. */
    private Response good(Response response) {
        return switch (response.status()) {
            case OK, MOVED -> response.with(List.of(csrf.cookie()));
            default -> response;
        };
    }

    private Response posted(Request request, boolean readOnly) throws InterruptedException {
        if (!csrf.proves(request)) {
            return errors.refuse(request, Status.FORBIDDEN, "Invalid CSRF Token");
        }
        Response response = orders(request, readOnly);
        return good(response.status() == Status.OK ? response.moved(request.path()) : response);
    }

    private Response orders(Request request, boolean readOnly) throws InterruptedException {
        var orders = new Orders(content.panel(), content.documents(), errors);
        return switch (request.path()) {
            case "/_doaction" -> readOnly ? noRight(request) : orders.toMany(request);
            case "/_runtime" -> readOnly ? noRight(request) : orders.toDaemon(request);
            // Nobody posts for these; Monit then says nothing.
            case "/_ping", "/_getid" -> Response.html(Status.OK, "");
            default -> {
                var service = Reports.find(content.panel().show(), request.name());
                if (service.isEmpty()) {
                    yield got(request, readOnly);
                }
                yield readOnly ? noRight(request) : orders.toOne(request, service.get().name());
            }
        };
    }

    /** What only shows something; Monit's own command line posts for it, too. */
    private Response got(Request request, boolean readOnly) throws InterruptedException {
        var reports = new Reports(content.panel(), content.documents(), errors);
        return switch (request.path()) {
            case "/_status" -> reports.show(request, Kind.STATUS);
            case "/_status2" -> reports.show(request, Kind.STATUS2);
            case "/_summary" -> reports.show(request, Kind.SUMMARY);
            case "/_report" -> reports.report(request);
            case "/_ping" -> Response.html(Status.OK, "pong");
            case "/_getid" -> Response.html(Status.OK, content.documents().id());
            case "/_viewlog" -> readOnly ? noRight(request) : log();
            default -> page(request, readOnly);
        };
    }

    private Response noRight(Request request) {
        return errors.refuse(request, Status.FORBIDDEN, NO_RIGHT);
    }

    private Response log() throws InterruptedException {
        String log = Html.escape(content.documents().log(content.panel().show()));
        return Response.html(Status.OK, "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Log</title></head><body>"
                + "<form><textarea cols=120 rows=30 readonly>" + log + "</textarea></form></body></html>\r\n");
    }

    private Response page(Request request, boolean readOnly) throws InterruptedException {
        var page = content.site().page(request, readOnly, content.panel().show());
        return page.orElseGet(() -> errors.refuse(request, Status.NOT_FOUND, "There is no service named \"" + request.name() + "\""));
    }
}
