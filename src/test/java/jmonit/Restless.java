package jmonit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Takes out of what a daemon says what another moment tells otherwise. */
final class Restless {

    private static final List<String> LINES = List.of("load average", "cpu", "memory usage", "swap usage", "uptime", "boot time",
            "filedescriptors", "total file", "memory", "read bytes", "disk read", "write bytes", "disk write", "data collected",
            "access timestamp", "change timestamp", "modify timestamp", "space free", "inodes", "service time", "download", "upload",
            "port response", "link", "Monit ");
    private static final List<String> ELEMENTS = List.of("collected_sec", "collected_usec", "incarnation", "uptime", "counter",
            "allocated", "maximum", "avg01", "avg05", "avg15", "user", "system", "nice", "wait", "hardirq", "softirq", "steal",
            "percent", "percenttotal", "kilobyte", "kilobytetotal", "count", "total", "now", "open", "opentotal", "usage", "access",
            "change", "modify", "started", "responsetime", "read", "write");

    private static final Pattern NUMBER = Pattern.compile("\u001b\\[[\\d;]*m|\\d+(\\.\\d+)?( ?([kMGTPE]?B|ms|s)\\b)?");
    /** What jmonit sends beyond Monit, and a rule for browsers that is stricter. */
    private static final Set<String> HEADERS = Set.of("X-Content-Type-Options", "Referrer-Policy", "Cache-Control", "Content-Security-Policy", "Date");

    private Restless() {
    }

    /** Of texts, lines without their numbers; of XML one element a line; of answers over HTTP the headers in one order, too. */
    static List<String> lines(String text) {
        int end = text.startsWith("HTTP/") ? text.indexOf("\r\n\r\n") : -1;
        return (end < 0 ? content(text) : head(text.substring(0, end)) + "\n" + content(text.substring(end + 4))).lines().toList();
    }

    private static String content(String text) {
        return text.startsWith("<?xml") ? elements(text) : text(text);
    }

    /** What has numbers of another length has another length itself. */
    private static String head(String head) {
        String[] lines = head.split("\r\n");
        var headers = new TreeSet<String>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            if (!HEADERS.contains(line.split(":")[0])) {
                headers.add(line.replaceAll("securitytoken=\\w+", "TOKEN").replaceAll("^Content-Length: \\d{3,}$", "Content-Length: MANY"));
            }
        }
        return lines[0] + "\n" + String.join("\n", headers);
    }

    private static String text(String text) {
        var lines = new StringBuilder();
        text.lines().map(line -> LINES.stream().anyMatch(line.strip()::startsWith) ? numberless(line) : line)
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    /** Numbers are gone, with their units; colours stay. */
    private static String numberless(String line) {
        return NUMBER.matcher(line).replaceAll(m -> m.group().startsWith("\u001b") ? m.group() : "N")
                .replaceAll("\\w{3}, N \\w{3} N N:N:N", "MOMENT").replaceAll("(N[dhm] ?)+", "TIME");
    }

    private static String elements(String document) {
        var elements = document;
        for (String name : ELEMENTS) {
            elements = elements.replaceAll("<" + name + ">[\\d.]+</" + name + ">", "<" + name + ">N</" + name + ">");
        }
        return elements.replaceAll("incarnation=\"\\d+\"", "incarnation=\"N\"")
                .replaceAll("(</?(service|server|platform|servicegroup|port)\\b)", "\n$1");
    }
}
