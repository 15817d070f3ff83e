package jmonit.cli.top;

import java.util.Locale;
import java.util.stream.Collectors;

import jmonit.json.Json;

/** One service, as short as it gets. {@code because} says what is wrong with it, {@code readings} what it is measured by. */
public record Row(String name, String type, State state, String status, String age, String because, String readings) {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    /** The order is that of the rows. */
    public enum State {
        FAILING, WAITING, OK, UNMONITORED;

        static State of(String word) {
            return switch (word) {
                case "failing" -> FAILING;
                case "ok" -> OK;
                case "unmonitored" -> UNMONITORED;
                // initialising, waiting, and whatever is still to be thought of.
                default -> WAITING;
            };
        }
    }

    static Row of(Json service) {
        return new Row(text(service, "name"), text(service, "title"), State.of(text(service, "state")), text(service, "status"),
                age(service), service.at("failures").items().stream().findFirst().map(f -> line(text(f, "because"))).orElse(""),
                readings(service));
    }

    /** What a program says may have many. */
    private static String line(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " | ");
    }

    private static String age(Json service) {
        return service.at("age").number().map(Row::shortly).orElse("-");
    }

    private static String shortly(double seconds) {
        if (seconds < 2 * MINUTE) {
            return Math.round(seconds) + " s";
        }
        return seconds < 2 * HOUR ? Math.round(seconds / MINUTE) + " min" : Math.round(seconds / HOUR) + " h";
    }

    private static String readings(Json service) {
        return service.at("key").items().stream().flatMap(id -> id.text().stream()).map(id -> reading(service, id))
                .filter(r -> !r.isEmpty()).collect(Collectors.joining("  "));
    }

    private static String reading(Json service, String id) {
        return service.at("readings").items().stream().filter(r -> text(r, "id").equals(id)).findFirst()
                .map(r -> text(r, "label") + " " + text(r, "text")).orElse("");
    }

    private static String text(Json value, String name) {
        return value.at(name).text().orElse("");
    }

    boolean matches(String filter) {
        String sought = filter.toLowerCase(Locale.ROOT);
        return (name + " " + type + " " + status).toLowerCase(Locale.ROOT).contains(sought);
    }
}
