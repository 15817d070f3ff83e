package jmonit.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jmonit.json.Json;
import jmonit.json.JsonReader;

/** The description of the programming interface, which answers are held against: what is not described is a fault, and so is what is missing. */
public final class Description {

    private static final String REFERENCE = "#/components/schemas/";

    private final Json document;

    public Description() {
        try (InputStream in = Description.class.getResourceAsStream("/api/openapi.json")) {
            document = JsonReader.read(in.readAllBytes(), JsonReader.Bounds.LARGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<String, Json> paths() {
        return document.at("paths").fields();
    }

    public Set<String> queries() {
        var names = new TreeSet<String>();
        paths().values().forEach(p -> p.at("get").at("parameters").items().stream().filter(q -> q.at("in").text().orElse("").equals("query"))
                .forEach(q -> names.add(q.at("name").text().orElseThrow())));
        return names;
    }

    public Set<String> fields(String schema) {
        return document.at("components").at("schemas").at(schema).at("properties").fields().keySet();
    }

    /** All schemas something refers to, and all there are. */
    public Set<String> schemas() {
        return document.at("components").at("schemas").fields().keySet();
    }

    public Set<String> used() {
        var used = new TreeSet<String>();
        collect(document, used);
        return used;
    }

    private static void collect(Json json, Set<String> used) {
        json.at("$ref").text().ifPresent(r -> used.add(r.substring(REFERENCE.length())));
        json.items().forEach(i -> collect(i, used));
        json.fields().values().forEach(f -> collect(f, used));
    }

    public List<String> faults(String schema, byte[] answer) {
        try {
            var faults = new ArrayList<String>();
            check(document.at("components").at("schemas").at(schema), JsonReader.read(answer, JsonReader.Bounds.LARGE), schema, faults);
            return faults;
        } catch (IOException e) {
            return List.of(e.getMessage());
        }
    }

    private void check(Json schema, Json value, String where, List<String> faults) {
        var reference = schema.at("$ref").text();
        if (reference.isPresent()) {
            check(document.at("components").at("schemas").at(reference.get().substring(REFERENCE.length())), value, where, faults);
        } else if (schema.at("oneOf") instanceof Json.Array(var choices)) {
            if (!(value instanceof Json.Nothing)) {
                check(choices.getFirst(), value, where, faults);
            }
        } else {
            plain(schema, value, where, faults);
        }
    }

    private void plain(Json schema, Json value, String where, List<String> faults) {
        List<String> types = schema.at("type") instanceof Json.Text(String one) ? List.of(one)
                : schema.at("type").items().stream().map(t -> t.text().orElseThrow()).toList();
        if (types.stream().noneMatch(t -> is(t, value))) {
            faults.add(where + " is no " + types + " but " + value);
            return;
        }
        if (schema.at("enum") instanceof Json.Array(var values) && !values.contains(value)) {
            faults.add(where + " cannot be " + value);
        }
        value.items().forEach(i -> check(schema.at("items"), i, where + "[]", faults));
        if (value instanceof Json.Object) {
            object(schema, value, where, faults);
        }
    }

    private void object(Json schema, Json value, String where, List<String> faults) {
        Map<String, Json> known = schema.at("properties").fields();
        known.keySet().stream().filter(k -> !value.fields().containsKey(k)).forEach(k -> faults.add(where + "." + k + " is missing"));
        value.fields().forEach((name, field) -> {
            Json declared = known.getOrDefault(name, schema.at("additionalProperties"));
            if (declared instanceof Json.Nothing) {
                faults.add(where + "." + name + " is not described");
            } else {
                check(declared, field, where + "." + name, faults);
            }
        });
    }

    private static boolean is(String type, Json value) {
        return switch (value) {
            case Json.Text _ -> type.equals("string");
            case Json.Number _ -> type.equals("number") || type.equals("integer") && value.whole().isPresent();
            case Json.Flag _ -> type.equals("boolean");
            case Json.Nothing _ -> type.equals("null");
            case Json.Array _ -> type.equals("array");
            case Json.Object _ -> type.equals("object");
        };
    }
}
