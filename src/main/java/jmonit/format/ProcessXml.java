package jmonit.format;

import java.io.IOException;

import jmonit.model.Unit;

/** A process. */
final class ProcessXml {

    private ProcessXml() {
    }

    static void add(Elements elements) throws IOException {
        elements.count("pid", "pid").count("ppid", "ppid").count("uid", "uid").count("euid", "euid").count("gid", "gid");
        long uptime = elements.readings().amount("uptime", Unit.MILLISECONDS).map(ms -> ms.longValue() / 1000).orElse(-1L);
        elements.xml().element("uptime", uptime);
        elements.count("threads", "threads").count("children", "children");
        elements.open("memory").percent("percent", "memory").percent("percenttotal", "total.memory")
                .kilobytes("kilobyte", "memory").kilobytes("kilobytetotal", "total.memory").close("memory");
        elements.open("cpu").percent("percent", "cpu").percent("percenttotal", "total.cpu").close("cpu");
        elements.open("filedescriptors").count("open", "filedescriptors").count("opentotal", "total.filedescriptors");
        elements.open("limit");
        limit(elements, "soft", "filedescriptors.limit");
        limit(elements, "hard", "filedescriptors.limit.hard");
        elements.close("limit").close("filedescriptors");
        traffic(elements, "read");
        traffic(elements, "write");
    }

    private static void limit(Elements elements, String name, String metric) throws IOException {
        elements.xml().element(name, elements.readings().amount(metric, Unit.COUNT).orElse(0.0).longValue());
    }

    private static void traffic(Elements elements, String way) throws IOException {
        elements.open(way);
        if (elements.readings().amount(way, Unit.BYTES_PER_SECOND).isPresent()) {
            bytes(elements, "bytesgeneric", way);
            bytes(elements, "bytes", "disk." + way);
            operations(elements, "disk." + way, "disk." + way);
        }
        elements.close(way);
    }

    private static void bytes(Elements elements, String name, String metric) throws IOException {
        elements.open(name).whole("count", metric, Unit.BYTES_PER_SECOND).whole("total", metric, Unit.BYTES).close(name);
    }

    static void operations(Elements elements, String metric, String total) throws IOException {
        elements.open("operations").whole("count", metric, Unit.OPERATIONS_PER_SECOND).count("total", total).close("operations");
    }
}
