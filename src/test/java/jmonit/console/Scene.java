package jmonit.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** A daemon with its services at some moment, and all that the API tells of it. */
final class Scene {

    static final String SCRIPT = "<script>document.title='owned'</script>";

    final List<Actor> actors = new ArrayList<>();
    final List<JsonObject> events = new ArrayList<>();
    boolean readOnly;

    Scene with(Actor... more) {
        actors.addAll(List.of(more));
        return this;
    }

    Scene forReaders() {
        readOnly = true;
        return this;
    }

    Optional<Actor> actor(String name) {
        return actors.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** Newest first. */
    Scene happened(long secondsAgo, Actor actor, String kind, String side, String because, String action) {
        var at = Instant.now().minusSeconds(secondsAgo);
        var event = new JsonObject();
        event.addProperty("id", at.getEpochSecond() * 1_000_000 + events.size());
        event.addProperty("at", at.toString());
        event.addProperty("service", actor.name());
        event.addProperty("type", actor.json.get("type").getAsString());
        event.addProperty("kind", kind);
        event.addProperty("side", side);
        event.addProperty("because", because);
        event.addProperty("action", action);
        event.addProperty("file", "/etc/monit/conf.d/site.conf");
        event.addProperty("line", 12);
        events.add(event);
        events.sort((a, b) -> Long.compare(b.get("id").getAsLong(), a.get("id").getAsLong()));
        return this;
    }

    JsonObject services() {
        var answer = new JsonObject();
        answer.addProperty("at", Instant.now().toString());
        answer.add("daemon", daemon());
        answer.add("counts", counts());
        var groups = new LinkedHashSet<String>();
        actors.forEach(a -> a.json.getAsJsonArray("groups").forEach(g -> groups.add(g.getAsString())));
        answer.add("groups", array(groups));
        var all = new JsonArray();
        actors.forEach(a -> all.add(a.json));
        answer.add("services", all);
        return answer;
    }

    static JsonArray array(Iterable<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private JsonObject daemon() {
        var daemon = new JsonObject();
        daemon.addProperty("program", "jmonit");
        daemon.addProperty("version", "0.1.0");
        daemon.addProperty("host", "web1.example.org");
        daemon.addProperty("id", "d65ebb5ea27ff3949561bb8b7a48ab49");
        daemon.addProperty("started", Instant.now().minusSeconds(3 * 86_400 + 4 * 3600).toString());
        daemon.addProperty("began", Instant.now().minusSeconds(3 * 86_400 + 4 * 3600).toString());
        daemon.addProperty("uptime", 3 * 86_400 + 4 * 3600);
        daemon.addProperty("controlFile", "/etc/monit/monitrc");
        daemon.addProperty("poll", 5);
        daemon.addProperty("readOnly", readOnly);
        daemon.addProperty("user", readOnly ? "guest" : "admin");
        return daemon;
    }

    JsonObject counts() {
        var counts = new JsonObject();
        counts.addProperty("total", actors.size());
        counts.addProperty("up", count("ok"));
        counts.addProperty("down", count("failing"));
        counts.addProperty("initialising", count("initialising"));
        counts.addProperty("unmonitored", count("unmonitored"));
        return counts;
    }

    private long count(String state) {
        return actors.stream().filter(a -> a.json.get("state").getAsString().equals(state)).count();
    }

    JsonObject details(Actor actor) {
        var details = actor.json.deepCopy();
        boolean process = actor.json.get("type").getAsString().equals("process");
        details.add("rules", actor.rules);
        details.add("answers", actor.answers);
        details.addProperty("output", actor.output);
        var commands = new JsonObject();
        commands.addProperty("start", process ? "/usr/bin/systemctl start " + actor.name() : null);
        commands.addProperty("stop", process ? "/usr/bin/systemctl stop " + actor.name() : null);
        commands.add("restart", JsonNull.INSTANCE);
        details.add("commands", commands);
        details.addProperty("target", process ? "/run/" + actor.name() + ".pid" : "");
        details.addProperty("file", "/etc/monit/conf.d/site.conf");
        details.addProperty("line", 4);
        details.add("events", events(actor.name(), "", "").getAsJsonArray("events"));
        return details;
    }

    JsonObject events(String service, String kind, String side) {
        var found = new JsonArray();
        events.stream().filter(e -> fits(e, "service", service) && fits(e, "kind", kind) && fits(e, "side", side)).forEach(found::add);
        var answer = new JsonObject();
        answer.add("events", found);
        answer.addProperty("more", false);
        return answer;
    }

    private static boolean fits(JsonObject event, String field, String wanted) {
        return wanted.isEmpty() || event.get(field).getAsString().equalsIgnoreCase(wanted);
    }

    JsonObject history(Actor actor, String range) {
        var answer = new JsonObject();
        int points = range.equals("1d") ? 288 : 360;
        int step = range.equals("1d") ? 300 : 10;
        answer.addProperty("from", Instant.now().minusSeconds((long) points * step).toString());
        answer.addProperty("step", step);
        var series = new JsonArray();
        actor.json.getAsJsonArray("readings").forEach(r -> series.add(series(r.getAsJsonObject(), points, actor.name().hashCode())));
        answer.add("series", series);
        return answer;
    }

    private static JsonObject series(JsonObject reading, int points, int seed) {
        var series = new JsonObject();
        series.add("id", reading.get("id"));
        series.add("label", reading.get("label"));
        series.add("unit", reading.get("unit"));
        var average = new JsonArray();
        var low = new JsonArray();
        var high = new JsonArray();
        double last = reading.get("value").getAsDouble();
        for (int i = 0; i < points; i++) {
            boolean gap = i > points / 4 && i < points / 4 + points / 16;
            double rise = last > 90 ? 0.25 + 0.75 / (1 + Math.exp((points * 0.8 - i) / (points / 40.0))) : 1;
            double value = last * rise * (1 + 0.15 * Math.sin((i + seed % 97) / 9.0) * Math.cos(i / 23.0)) * (i == points - 1 ? 1 : 0.97);
            average.add(gap ? JsonNull.INSTANCE : new JsonPrimitive(value));
            low.add(gap ? JsonNull.INSTANCE : new JsonPrimitive(value * 0.8));
            high.add(gap ? JsonNull.INSTANCE : new JsonPrimitive(value * (i % 37 == 0 ? 1.5 : 1.15)));
        }
        series.add("average", average);
        series.add("low", low);
        series.add("high", high);
        return series;
    }

    JsonObject sparks() {
        var services = new JsonObject();
        for (Actor actor : actors) {
            var sparks = new JsonObject();
            var keys = actor.json.getAsJsonArray("key").asList().stream().map(k -> k.getAsString()).toList();
            actor.json.getAsJsonArray("readings").asList().stream().map(r -> r.getAsJsonObject()).filter(r -> keys.contains(r.get("id").getAsString()))
                    .forEach(r -> sparks.add(r.get("id").getAsString(), series(r, 60, (actor.name() + r.get("id")).hashCode()).get("average")));
            services.add(actor.name(), sparks);
        }
        var answer = new JsonObject();
        answer.addProperty("from", Instant.now().minusSeconds(3600).toString());
        answer.addProperty("step", 60);
        answer.add("services", services);
        return answer;
    }
}
