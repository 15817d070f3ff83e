package jmonit.http;

import java.util.List;
import java.util.Optional;

/** The head of a request, in its order. */
record Headers(List<Header> lines) {

    Headers {
        lines = List.copyOf(lines);
    }

    List<String> all(String name) {
        return lines.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Header::value).toList();
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** The value of a cookie; empty where there is none. */
    String cookie(String name) {
        return all("Cookie").stream().flatMap(line -> List.of(line.split(";")).stream()).map(String::strip)
                .filter(pair -> pair.startsWith(name + "=")).map(pair -> pair.substring(name.length() + 1)).findFirst().orElse("");
    }
}
