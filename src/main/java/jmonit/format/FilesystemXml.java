package jmonit.format;

import java.io.IOException;

import jmonit.model.Unit;

/** A filesystem. */
final class FilesystemXml {

    private static final double MEGABYTE = 1 << 20;

    private FilesystemXml() {
    }

    static void add(Elements elements) throws IOException {
        elements.xml().element("fstype", elements.readings().text("fstype").orElse(""));
        elements.xml().element("fsflags", elements.readings().text("fsflags").orElse(""));
        TypeXml.owner(elements);
        elements.open("block").percent("percent", "space").scaled("usage", "space", MEGABYTE, 1)
                .scaled("total", "space.total", MEGABYTE, 1).close("block");
        if (elements.readings().amount("inodes", Unit.COUNT).isPresent()) {
            elements.open("inode").percent("percent", "inodes").count("usage", "inodes").count("total", "inodes.total").close("inode");
        }
        boolean counted = elements.readings().amount("read.total", Unit.BYTES).isPresent();
        traffic(elements, "read", counted);
        traffic(elements, "write", counted);
        if (counted) {
            elements.open("servicetime").fixed("read", "read.time", Unit.MILLISECONDS, 3).fixed("write", "write.time", Unit.MILLISECONDS, 3)
                    .close("servicetime");
        }
    }

    private static void traffic(Elements elements, String way, boolean counted) throws IOException {
        elements.open(way);
        if (counted) {
            elements.open("bytes").whole("count", way, Unit.BYTES_PER_SECOND).whole("total", way + ".total", Unit.BYTES).close("bytes");
            ProcessXml.operations(elements, way, way + ".total");
        }
        elements.close(way);
    }
}
