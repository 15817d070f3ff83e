package jmonit.format;

import java.io.IOException;

import jmonit.model.Unit;

/** A network interface. */
final class NetworkXml {

    private static final int UNKNOWN = -1;

    private NetworkXml() {
    }

    static void add(Elements all) throws IOException {
        all.open("link").xml().element("state", yes(all, "link.state", "up"));
        var elements = new Elements(all.xml(), NetworkLines.of(all.readings()));
        elements.count("speed", "link.speed");
        elements.xml().element("duplex", yes(elements, "link.duplex", "full"));
        direction(elements, "download");
        direction(elements, "upload");
        elements.close("link");
    }

    private static int yes(Elements elements, String metric, String wanted) {
        return elements.readings().text(metric).map(text -> text.equals(wanted) ? 1 : 0).orElse(UNKNOWN);
    }

    private static void direction(Elements elements, String way) throws IOException {
        elements.open(way);
        pair(elements, "packets", way, Unit.PACKETS_PER_SECOND, Unit.PACKETS);
        pair(elements, "bytes", way, Unit.BYTES_PER_SECOND, Unit.BYTES);
        pair(elements, "errors", way + ".errors", Unit.COUNT, Unit.COUNT);
        elements.close(way);
    }

    private static void pair(Elements elements, String name, String metric, Unit rate, Unit total) throws IOException {
        // Monit counts whole bytes and packets.
        double now = elements.readings().amount(metric, rate).map(Math::floor).orElse((double) UNKNOWN);
        elements.open(name);
        elements.xml().element("now", Amounts.fixed(now, 0));
        elements.whole("total", metric + ".total", total).close(name);
    }
}
