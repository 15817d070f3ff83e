package jmonit.http;

import java.util.List;
import java.util.Locale;

/** What a collector of metrics says it reads. */
record Accept(List<String> ranges) {

    private static final String OPEN = "application/openmetrics-text";
    private static final String PLAIN = "text/plain";

    static Accept of(Headers headers) {
        return new Accept(headers.all("Accept").stream().flatMap(line -> List.of(line.toLowerCase(Locale.ROOT).split(",")).stream())
                .map(String::strip).toList());
    }

    /** Who does not name the newer form does not want it, whatever else it would take. */
    boolean prefersOpen() {
        double open = weight(OPEN);
        return open > 0 && open >= weight(PLAIN);
    }

    private double weight(String type) {
        return ranges.stream().filter(r -> r.split(";", 2)[0].strip().equals(type)).mapToDouble(Accept::weightOf).max().orElse(0);
    }

    private static double weightOf(String range) {
        for (String parameter : range.split(";")) {
            String text = parameter.strip();
            if (text.matches("q=[01](\\.\\d{0,3})?")) {
                return Double.parseDouble(text.substring(2));
            }
        }
        return 1;
    }
}
