package jmonit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a query or a posted form, in their order. */
record Form(List<Header> fields) {

    static final Form EMPTY = new Form(List.of());

    /** More services than one would ever name at once. */
    private static final int MOST = 2048;

    Form {
        fields = List.copyOf(fields);
    }

    static Form parse(String text) throws Malformed {
        var fields = new ArrayList<Header>();
        for (String pair : text.split("&", MOST + 1)) {
            if (fields.size() == MOST) {
                throw new Malformed(Malformed.PARAMETERS);
            }
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.add(new Header(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
        }
        return new Form(fields);
    }

    private static String decode(String text) throws Malformed {
        return Percent.decode(text, Malformed.PARAMETERS);
    }

    List<String> all(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).map(Header::value).toList();
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }
}
