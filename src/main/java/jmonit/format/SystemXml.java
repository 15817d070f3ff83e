package jmonit.format;

import java.io.IOException;
import java.util.List;

import jmonit.model.Unit;

/** This machine. */
final class SystemXml {

    private static final List<String> LOADS = List.of("01", "05", "15");

    private SystemXml() {
    }

    static void add(Elements elements) throws IOException {
        elements.open("filedescriptors").count("allocated", "filedescriptors").count("unused", "filedescriptors.unused")
                .count("maximum", "filedescriptors.limit").close("filedescriptors");
        elements.open("system").open("load");
        for (String minutes : LOADS) {
            elements.fixed("avg" + minutes, "loadavg." + Integer.parseInt(minutes), Unit.LOAD, 2);
        }
        elements.close("load").open("cpu");
        for (String share : SystemLines.SHARES) {
            // What takes two looks to tell counts as 0 at the first.
            elements.xml().element(share, Amounts.fixed(elements.readings().amount("cpu." + share, Unit.PERCENT).orElse(0.0), 1));
        }
        elements.close("cpu");
        memory(elements, "memory");
        memory(elements, "swap");
        elements.close("system");
    }

    private static void memory(Elements elements, String metric) throws IOException {
        elements.open(metric).percent("percent", metric).kilobytes("kilobyte", metric).close(metric);
    }
}
