package jmonit.protocol;

import java.io.IOException;
import java.util.List;

import jmonit.json.Json;
import jmonit.json.JsonPath;
import jmonit.json.JsonReader;
import jmonit.json.NotJson;
import jmonit.model.Comparison;
import jmonit.model.Speech.Setting;

/** What an HTTP test expects of a page that is JSON: values at their paths. A setting holds the path, a new line and what is wanted there. */
record HttpJson(List<Setting> wanted) {

    private static final int DEEPEST = 64;
    private static final int MOST_VALUES = 1 << 15;

    void check(byte[] page) throws IOException {
        var body = read(page);
        for (var setting : wanted) {
            var parts = setting.value().split("\n", 2);
            var path = JsonPath.parse(parts[0]).orElseThrow(() -> new IOException("HTTP error: " + Shown.line(parts[0]) + " is no path"));
            var found = path.in(body);
            var contains = setting.option().equals("json contains");
            if (!(contains ? contains(found, parts[1]) : holds(found, setting.comparison(), parts[1]))) {
                throw new IOException("HTTP error: JSON value " + path.text() + " is " + shown(found) + ", expected "
                        + (contains ? "to contain" : setting.comparison().sign()) + " " + Shown.line(parts[1]));
            }
        }
    }

    private static Json read(byte[] page) throws IOException {
        try {
            return JsonReader.read(page, new JsonReader.Bounds(page.length, DEEPEST, MOST_VALUES));
        } catch (NotJson e) {
            throw new IOException("HTTP error: the page is not JSON -- " + e.getMessage(), e);
        }
    }

    /** What is no number is neither more nor less than one. */
    private static boolean holds(Json found, Comparison comparison, String wanted) {
        return switch (comparison) {
            case EQUAL -> equal(found, wanted);
            case NOT_EQUAL -> !equal(found, wanted);
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> numbers(found, comparison, wanted);
        };
    }

    private static boolean equal(Json found, String wanted) {
        return switch (found) {
            case Json.Text(String text) -> text.equals(wanted);
            case Json.Number _ -> numbers(found, Comparison.EQUAL, wanted);
            case Json.Flag(boolean flag) -> String.valueOf(flag).equals(wanted);
            case Json.Nothing _ -> wanted.equals("null");
            case Json.Array _, Json.Object _ -> false;
        };
    }

    private static boolean numbers(Json found, Comparison comparison, String wanted) {
        try {
            var limit = Double.parseDouble(wanted);
            return found.number().filter(n -> comparison.holds(n, limit)).isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A part of a text, one item of an array, the name of a field. */
    private static boolean contains(Json found, String wanted) {
        return switch (found) {
            case Json.Text(String text) -> text.contains(wanted);
            case Json.Array(List<Json> items) -> items.stream().anyMatch(i -> equal(i, wanted));
            case Json.Object object -> object.fields().containsKey(wanted);
            case Json.Number _, Json.Flag _, Json.Nothing _ -> false;
        };
    }

    private static String shown(Json found) {
        return switch (found) {
            case Json.Text(String text) -> "\"" + Shown.line(text) + "\"";
            case Json.Number(double number) -> number == Math.rint(number) && Math.abs(number) < Json.LARGEST_WHOLE ? String.valueOf((long) number)
                    : String.valueOf(number);
            case Json.Flag(boolean flag) -> String.valueOf(flag);
            case Json.Nothing _ -> "missing or null";
            case Json.Array(List<Json> items) -> "an array of " + items.size();
            case Json.Object(var fields) -> "an object of " + fields.size() + " fields";
        };
    }
}
