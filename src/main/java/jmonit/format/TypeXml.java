package jmonit.format;

import java.io.IOException;
import java.util.List;

import jmonit.catalog.Catalog;
import jmonit.model.Reading;
import jmonit.model.Unit;

/** The elements that services of one type have and others have not. */
final class TypeXml {

    /** In the order of their numbers. */
    private static final List<String> TYPES =
            List.of("filesystem", "directory", "file", "process", "host", "system", "fifo", "program", "network");
    /** All bits: what Monit calls the mode of what it did not see. */
    private static final String NO_MODE = "7777";

    private final ConnectionXml connections;

    TypeXml(Catalog catalog) {
        connections = new ConnectionXml(catalog);
    }

    static int number(String type) {
        return TYPES.indexOf(type);
    }

    void add(State state, Xml xml) throws IOException {
        var elements = new Elements(xml, state.readings());
        switch (state.view().service().type()) {
            case "system" -> SystemXml.add(elements);
            case "process" -> {
                ProcessXml.add(elements);
                connections.add(state, xml);
            }
            case "file" -> file(elements);
            case "fifo", "directory" -> path(elements);
            case "filesystem" -> FilesystemXml.add(elements);
            case "network" -> NetworkXml.add(elements);
            case "program" -> program(elements);
            case "host" -> connections.add(state, xml);
            default -> {
                // A type that only jmonit knows has no elements of its own yet.
            }
        }
    }

    static void owner(Elements elements) throws IOException {
        elements.xml().element("mode", TypeLines.mode(elements.readings()).orElse(NO_MODE));
        elements.count("uid", "uid").count("gid", "gid");
    }

    private static void path(Elements elements) throws IOException {
        owner(elements);
        elements.open("timestamps").moment("access", "atime").moment("change", "ctime").moment("modify", "mtime").close("timestamps");
    }

    private static void file(Elements elements) throws IOException {
        path(elements);
        elements.whole("size", "size", Unit.BYTES);
        var sum = elements.readings().text("checksum");
        var digest = elements.readings().text("checksum.type");
        if (sum.isPresent() && digest.isPresent()) {
            elements.xml().open("checksum", "type", digest.get()).raw(sum.get()).close("checksum");
        }
    }

    /** Where it never ran, or could not be run, there is nothing to tell. */
    private static void program(Elements elements) throws IOException {
        if (elements.readings().of("started") instanceof Reading.Moment && elements.readings().amount("status", Unit.COUNT).isPresent()) {
            elements.open("program").moment("started", "started").count("status", "status");
            elements.xml().cdata("output", elements.readings().text("content").orElse(""));
            elements.close("program");
        }
    }
}
