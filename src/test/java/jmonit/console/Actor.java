package jmonit.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/** A service of a scene, as the API tells of it. What a test does not say is as with a process that is well. */
final class Actor {

    final JsonObject json = new JsonObject();
    final JsonArray rules = new JsonArray();
    final JsonArray answers = new JsonArray();
    final List<JsonObject> history = new ArrayList<>();
    String output = "";

    Actor(String name, String type, String title) {
        json.addProperty("name", name);
        json.addProperty("type", type);
        json.addProperty("title", title);
        json.add("groups", new JsonArray());
        json.addProperty("mode", "active");
        json.addProperty("onReboot", "start");
        json.addProperty("every", "");
        json.add("depends", new JsonArray());
        json.add("dependents", new JsonArray());
        json.addProperty("checked", Instant.now().minusSeconds(3).toString());
        json.addProperty("age", 3);
        json.addProperty("doing", "");
        json.addProperty("looking", false);
        json.addProperty("late", false);
        json.addProperty("missed", 0);
        json.addProperty("gaveUp", "");
        json.add("failures", new JsonArray());
        json.add("readings", new JsonArray());
        json.add("key", new JsonArray());
        is("ok", "OK", 86_400 * 3);
    }

    static Actor process(String name) {
        return new Actor(name, "process", "Process").reading("cpu.percent", "cpu", "percent", 1.2, "1.2%").reading("memory.percent", "memory", "percent", 3.4, "3.4% [136.2 MB]")
                .reading("uptime", "uptime", null, 273_600, "3d 4h").reading("threads", "threads", null, 12, "12").key("cpu.percent", "memory.percent");
    }

    String name() {
        return json.get("name").getAsString();
    }

    Actor is(String state, String status, long seconds) {
        json.addProperty("state", state);
        json.addProperty("status", status);
        json.addProperty("monitored", !state.equals("unmonitored"));
        json.addProperty("since", Instant.now().minusSeconds(seconds).toString());
        if (state.equals("initialising") || state.equals("unmonitored")) {
            json.add("checked", JsonNull.INSTANCE);
            json.add("age", JsonNull.INSTANCE);
            json.add("readings", new JsonArray());
            json.add("key", new JsonArray());
        }
        return this;
    }

    Actor givenUp(String because, long seconds) {
        json.addProperty("gaveUp", because);
        return is("unmonitored", "Not monitored", seconds);
    }

    Actor groups(String... names) {
        List.of(names).forEach(json.getAsJsonArray("groups")::add);
        return this;
    }

    Actor needs(Actor... others) {
        for (Actor other : others) {
            json.getAsJsonArray("depends").add(other.name());
            other.json.getAsJsonArray("dependents").add(name());
        }
        return this;
    }

    Actor doing(String what) {
        json.addProperty("doing", what);
        return this;
    }

    Actor late() {
        json.addProperty("late", true);
        json.addProperty("missed", 2);
        return this;
    }

    Actor reading(String id, String label, String unit, double value, String text) {
        json.getAsJsonArray("readings").add(newReading(id, label, unit, value, text));
        return this;
    }

    private static JsonObject newReading(String id, String label, String unit, double value, String text) {
        var reading = new JsonObject();
        reading.addProperty("id", id);
        reading.addProperty("metric", id.replaceAll("\\..*", ""));
        reading.addProperty("unit", unit);
        reading.addProperty("label", label);
        reading.addProperty("value", value);
        reading.addProperty("text", text);
        reading.addProperty("absent", "");
        return reading;
    }

    Actor key(String... ids) {
        json.add("key", new JsonArray());
        List.of(ids).forEach(json.getAsJsonArray("key")::add);
        return this;
    }

    Actor fails(String kind, String status, long seconds, String because, String rule, int line) {
        is("failing", status, seconds);
        var failure = new JsonObject();
        failure.addProperty("kind", kind);
        failure.addProperty("side", "failed");
        failure.addProperty("because", because);
        failure.addProperty("since", Instant.now().minusSeconds(seconds).toString());
        failure.addProperty("rule", rule);
        failure.addProperty("file", "/etc/monit/conf.d/site.conf");
        failure.addProperty("line", line);
        json.getAsJsonArray("failures").add(failure);
        rule(rule, line, true, because);
        return this;
    }

    Actor rule(String text, int line, boolean failing, String because) {
        var rule = new JsonObject();
        rule.addProperty("text", text);
        rule.addProperty("file", "/etc/monit/conf.d/site.conf");
        rule.addProperty("line", line);
        rule.addProperty("failing", failing);
        rule.addProperty("because", because);
        rule.addProperty("since", failing ? json.get("since").getAsString() : null);
        List.of("reading", "comparison", "limit", "limitText").forEach(name -> rule.add(name, JsonNull.INSTANCE));
        rule.addProperty("action", text.replaceAll(".* then ", ""));
        rules.add(rule);
        return this;
    }

    /** What the last rule compares. */
    Actor comparing(String id, String comparison, double limit, String limitText) {
        var rule = rules.get(rules.size() - 1).getAsJsonObject();
        json.getAsJsonArray("readings").forEach(reading -> {
            if (reading.getAsJsonObject().get("id").getAsString().equals(id)) {
                rule.add("reading", reading);
            }
        });
        rule.addProperty("comparison", comparison);
        rule.addProperty("limit", limit);
        rule.addProperty("limitText", limitText);
        return this;
    }

    Actor answers(String text, boolean ok, double seconds, String reason) {
        var answer = new JsonObject();
        answer.addProperty("text", text);
        answer.addProperty("ok", ok);
        answer.addProperty("seconds", seconds);
        answer.addProperty("reason", reason);
        answers.add(answer);
        return this;
    }

    Actor says(String text) {
        output = text;
        return this;
    }
}
