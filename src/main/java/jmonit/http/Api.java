package jmonit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import jmonit.http.Views.Filter;
import jmonit.http.Views.Wanted;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Service;
import jmonit.model.Snapshot;

/** jmonit's own interface: docs/api.md is what it promises. */
final class Api {

    static final String JSON = "application/json";
    static final String SERVICES = "/api/v1/services";

    private static final String SERVICE = SERVICES + "/";
    private static final String SILENCES = "/api/v1/silences";
    private static final String ACKNOWLEDGEMENTS = "/api/v1/acknowledgements";
    private static final String METRICS = "/metrics";
    private static final String HEALTH = "/health";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final List<String> STATES = List.of("ok", "failing", "unmonitored", "initialising", "waiting");
    private static final int MOST_EVENTS = 500;
    private static final int MOST_LINES = 2000;
    private static final int MOST_METRICS = 64;

    private final Panel panel;
    private final Views views;
    private final LiveStream.Source source;
    private final Streams streams;
    private final ApiOrders orders;
    private final ApiQuiet quiet;

    Api(LiveStream.Source source, Streams streams) {
        this.panel = source.panel();
        this.views = source.views();
        this.source = source;
        this.streams = streams;
        this.orders = new ApiOrders(panel);
        this.quiet = new ApiQuiet(panel, views);
    }

    void retire() {
        source.term().end();
    }

    /** Whether it answers at this path, be it with a no. */
    static boolean owns(String path) {
        return path.startsWith("/api/") || path.equals("/api") || path.equals(METRICS) || path.equals(HEALTH);
    }

    /** What is asked by those who look after us, and tells so little that nobody has to log in for it. */
    static boolean open(Request request) {
        return request.path().equals(HEALTH);
    }

    Response answer(Request request, Viewer viewer) throws InterruptedException {
        try {
            return route(request, viewer);
        } catch (Refusal refusal) {
            return refusal.response();
        }
    }

    private Response route(Request request, Viewer viewer) throws Refusal, InterruptedException {
        return switch (request.path()) {
            case "/api/v1/actions" -> orders.actions(new ApiPost(request, viewer).body());
            case "/api/v1/daemon" -> orders.daemon(new ApiPost(request, viewer).body());
            case SILENCES -> request.posted() ? quiet.silence(new ApiPost(request, viewer).body(), viewer)
                    : json(request, views.silences(panel.show()));
            case ACKNOWLEDGEMENTS -> quiet.acknowledge(new ApiPost(request, viewer).body(), viewer);
            default -> within(request, viewer);
        };
    }

    private Response within(Request request, Viewer viewer) throws Refusal, InterruptedException {
        String path = request.path();
        if (path.startsWith(SILENCES + "/")) {
            new ApiPost(request, viewer).deletion();
            return quiet.lift(path.substring(SILENCES.length() + 1), viewer);
        }
        if (path.startsWith(ACKNOWLEDGEMENTS + "/")) {
            new ApiPost(request, viewer).deletion();
            return quiet.disown(path.substring(ACKNOWLEDGEMENTS.length() + 1), viewer);
        }
        return got(request, viewer);
    }

    private Response got(Request request, Viewer viewer) throws Refusal, InterruptedException {
        var query = new Query(request.form());
        Views seen = source.seenBy(viewer).views();
        return switch (request.path()) {
            case SERVICES -> json(request, seen.services(panel.show(), filter(query), viewer));
            case "/api/v1/events" -> json(request, seen.events(panel.show(), wanted(query)));
            case "/api/v1/history" -> json(request, history(query));
            case "/api/v1/sparks" -> json(request, views.sparks(panel.show()));
            case "/api/v1/log" -> json(request, log(query, viewer));
            case "/api/v1/configuration" -> json(request, configuration(viewer));
            case "/api/v1/openapi.json" -> json(request, description());
            case "/api/v1/stream" -> stream(request, viewer);
            case METRICS -> metrics(request);
            case HEALTH -> health(request);
            default -> json(request, service(request.path(), seen));
        };
    }

    private static Response json(Request request, byte[] document) throws Refusal {
        return document(request, JSON, document);
    }

    private static Response document(Request request, String type, byte[] document) throws Refusal {
        seenOnly(request);
        return Response.of(Status.OK, type, document);
    }

    private static void seenOnly(Request request) throws Refusal {
        if (!request.method().equals("GET")) {
            throw new Refusal(Status.METHOD_NOT_ALLOWED, request.path() + " can only be looked at", "GET");
        }
    }

    private static Filter filter(Query query) throws Refusal {
        return new Filter(query.text("group"), query.text("type"), query.word("state", STATES), query.text("name"));
    }

    private static Wanted wanted(Query query) throws Refusal {
        return new Wanted(query.text("service"), query.text("group"), Set.copyOf(query.any("kind", EventKind.values(), EventKind::keyword)),
                Set.copyOf(query.any("side", Event.Side.values(), side -> side.name().toLowerCase(java.util.Locale.ROOT))),
                query.number("before", 0, Long.MAX_VALUE, Long.MAX_VALUE), (int) query.number("limit", 1, MOST_EVENTS, 100));
    }

    private byte[] service(String path, Views seen) throws Refusal, InterruptedException {
        if (!path.startsWith(SERVICE)) {
            throw new Refusal(Status.NOT_FOUND, "There is nothing at " + path, "GET /api/v1/openapi.json tells what there is");
        }
        Snapshot snapshot = panel.show();
        return seen.service(snapshot, named(snapshot, path.substring(SERVICE.length())));
    }

    static String named(Snapshot snapshot, String name) throws Refusal {
        return Reports.find(snapshot, name).map(Service::name).orElseThrow(() -> Refusal.unknown("service", name));
    }

    private byte[] history(Query query) throws Refusal, InterruptedException {
        Snapshot snapshot = panel.show();
        if (query.text("service").isEmpty()) {
            throw Refusal.bad("\"service\" is missing", "name the service: ?service=NAME");
        }
        var range = query.word("range", List.of("1h", "1d")).equals("1d") ? Views.Range.DAY : Views.Range.HOUR;
        return views.history(snapshot, named(snapshot, query.text("service")), query.texts("metric", MOST_METRICS), range);
    }

    private byte[] log(Query query, Viewer viewer) throws Refusal, InterruptedException {
        whole(viewer);
        int lines = (int) query.number("lines", 1, MOST_LINES, 200);
        return views.log(panel.show(), query.text("after"), lines).orElseThrow(
                () -> new Refusal(Status.NOT_FOUND, "The log is no file that can be read", "\"set log /path\" in the control file makes it one"));
    }

    private byte[] configuration(Viewer viewer) throws Refusal {
        whole(viewer);
        return views.configuration();
    }

    /** Not for those who may only look. */
    private static void whole(Viewer viewer) throws Refusal {
        if (viewer.readOnly()) {
            throw new Refusal(Status.FORBIDDEN, "A read-only user does not see this", "log in as a user that is not \"read-only\"");
        }
    }

    private static byte[] description() {
        try (InputStream in = Api.class.getResourceAsStream("/api/openapi.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the program itself cannot be read", e);
        }
    }

    private Response stream(Request request, Viewer viewer) throws Refusal {
        seenOnly(request);
        var live = new LiveStream(source.seenBy(viewer), viewer, heard(request));
        return streams.open(live).orElseThrow(
                () -> new Refusal(Status.UNAVAILABLE, "There are " + Streams.MOST + " streams already", "close one, or ask again from time to time"));
    }

    /** The last event a reader got before its stream broke; what cannot be read is no event. */
    private static long heard(Request request) {
        return request.headers().first("Last-Event-ID").filter(id -> id.matches("\\d{1,18}")).map(Long::parseLong).orElse(LiveStream.NOTHING);
    }

    private Response metrics(Request request) throws Refusal, InterruptedException {
        boolean open = Accept.of(request.headers()).prefersOpen();
        return document(request, open ? "application/openmetrics-text; version=1.0.0; charset=utf-8" : "text/plain; version=0.0.4; charset=utf-8",
                views.metrics(panel.show(), open));
    }

    private Response health(Request request) throws Refusal, InterruptedException {
        seenOnly(request);
        if (!panel.answers(SOON)) {
            throw new Refusal(Status.UNAVAILABLE, "The daemon does not answer", "its log may tell why");
        }
        return json(request, "{\"status\":\"ok\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
