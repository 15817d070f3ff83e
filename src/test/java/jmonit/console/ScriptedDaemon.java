package jmonit.console;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import jmonit.http.ConsoleDoor;

/** A daemon for browsers: the console through the real router, the API from a scene. Remembers what was posted. */
final class ScriptedDaemon implements AutoCloseable {

    final List<JsonObject> posted = new CopyOnWriteArrayList<>();
    final Scene scene;
    volatile boolean streams = true;
    volatile JsonObject outcome = new JsonObject();

    private final List<LinkedBlockingQueue<String>> listeners = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConsoleDoor door;
    private final HttpServer server;

    private ScriptedDaemon(Scene scene, int port) throws IOException {
        this.scene = scene;
        this.door = new ConsoleDoor(scene.actors.stream().map(Actor::name).toList());
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        for (int i = 0; i < 300; i++) {
            log.add("[2026-11-21T10:%02d:%02d+0000] %s".formatted(i / 60, i % 60, i % 50 == 7 ? "error    : 'postgres' process is not running" : "info     : 'nginx' checked " + Scene.SCRIPT));
        }
    }

    static ScriptedDaemon play(Scene scene) throws IOException {
        return new ScriptedDaemon(scene, 0);
    }

    /** As another one at the place of one that has ended. */
    static ScriptedDaemon play(Scene scene, int port) throws IOException {
        return new ScriptedDaemon(scene, port);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Tells everybody who listens that this service has changed. */
    void changed(Actor... actors) {
        var change = new JsonObject();
        change.add("at", scene.services().get("at"));
        change.add("counts", scene.counts());
        var services = new JsonArray();
        List.of(actors).forEach(a -> services.add(a.json));
        change.add("services", services);
        send("change", change);
    }

    void send(String event, JsonElement data) {
        listeners.forEach(l -> l.add("event: " + event + "\ndata: " + data + "\n\n"));
    }

    void logged(String line) {
        log.add(line);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/api/v1/stream")) {
                stream(exchange);
            } else if (path.startsWith("/api/v1/")) {
                answer(exchange, path.substring("/api/v1/".length()));
            } else {
                console(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void console(HttpExchange exchange) throws IOException, InterruptedException {
        var answer = door.get(exchange.getRequestURI().toString(), exchange.getRequestHeaders());
        answer.headers().forEach(h -> exchange.getResponseHeaders().add(h.name(), h.value()));
        reply(exchange, answer.status(), answer.body());
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void answer(HttpExchange exchange, String what) throws IOException {
        JsonElement answer = exchange.getRequestMethod().equals("POST") ? post(exchange, what) : get(what, query(exchange));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        boolean refused = answer.isJsonObject() && answer.getAsJsonObject().has("error");
        reply(exchange, refused ? answer.getAsJsonObject().get("status").getAsInt() : 200, answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonElement get(String what, Map<String, String> query) {
        return switch (what) {
            case "services" -> scene.services();
            case "events" -> scene.events(query.getOrDefault("service", ""), query.getOrDefault("kind", ""), query.getOrDefault("side", ""));
            case "sparks" -> scene.sparks();
            case "history" -> scene.actor(query.get("service")).<JsonElement>map(a -> scene.history(a, query.get("range"))).orElseGet(() -> refusal(404, "no such service"));
            case "log" -> scene.readOnly ? refusal(403, "not for readers") : log(query.getOrDefault("after", "0"));
            case "configuration" -> scene.readOnly ? refusal(403, "not for readers") : configuration();
            default -> what.startsWith("services/") ? scene.actor(what.substring("services/".length())).<JsonElement>map(scene::details)
                    .orElseGet(() -> refusal(404, "There is no such service")) : refusal(404, "There is no such thing");
        };
    }

    private JsonObject log(String after) {
        var answer = new JsonObject();
        answer.addProperty("position", String.valueOf(log.size()));
        answer.add("lines", Scene.array(log.subList(Integer.parseInt(after), log.size())));
        answer.addProperty("reset", false);
        return answer;
    }

    private static JsonObject configuration() {
        var answer = new JsonObject();
        answer.add("files", Scene.array(List.of("/etc/monit/monitrc", "/etc/monit/conf.d/site.conf")));
        answer.addProperty("text", "set daemon 5\nset httpd port 2812\n    allow admin:****\n\ncheck process nginx with pidfile /run/nginx.pid\n    start program = \"/usr/bin/systemctl start nginx\"\n");
        return answer;
    }

    private JsonElement post(HttpExchange exchange, String what) throws IOException {
        var body = JsonParser.parseString(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)).getAsJsonObject();
        body.addProperty("to", what);
        posted.add(body);
        if (!outcome.isEmpty()) {
            return outcome;
        }
        return what.equals("actions") ? results(body.getAsJsonArray("services")) : JsonParser.parseString("{'state':'done','reason':''}");
    }

    private static JsonObject results(JsonArray services) {
        var results = new JsonArray();
        services.forEach(service -> {
            var result = new JsonObject();
            result.add("service", service);
            result.addProperty("state", "done");
            result.addProperty("reason", "");
            results.add(result);
        });
        var answer = new JsonObject();
        answer.add("results", results);
        return answer;
    }

    static JsonObject refusal(int status, String message) {
        var error = new JsonObject();
        error.addProperty("message", message);
        error.add("help", JsonNull.INSTANCE);
        var answer = new JsonObject();
        answer.addProperty("status", status);
        answer.add("error", error);
        return answer;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new HashMap<String, String>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] sides = pair.split("=", 2);
            query.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        if (!streams) {
            reply(exchange, 503, new byte[0]);
            return;
        }
        var mine = new LinkedBlockingQueue<String>();
        mine.add("retry: 2000\nevent: services\ndata: " + scene.services() + "\n\n");
        listeners.add(mine);
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (streams) {
                String next = mine.poll(1, TimeUnit.SECONDS);
                out.write((next == null ? ": still here\n\n" : next).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } finally {
            listeners.remove(mine);
        }
    }

    @Override
    public void close() {
        streams = false;
        threads.shutdownNow();
        server.stop(0);
    }

    /** Plays a scene until the input ends, for a look with one's own browser: {@code ScriptedDaemon trouble 8080}. */
    public static void main(String[] args) throws IOException {
        var scene = switch (args[0]) {
            case "calm" -> Scenes.calm();
            case "ugly" -> Scenes.ugly();
            case "thousand" -> Scenes.thousand();
            case "disaster" -> Scenes.disaster();
            case "empty" -> new Scene();
            default -> Scenes.trouble();
        };
        try (var _ = play(scene, Integer.parseInt(args[1]))) {
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
