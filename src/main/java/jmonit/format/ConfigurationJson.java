package jmonit.format;

import java.util.List;

import jmonit.catalog.Catalog;
import jmonit.json.JsonWriter;
import jmonit.model.ControlFile;

/** What is in force, for operators: the files it came from, and all of it in the language of control files without its secrets. */
public final class ConfigurationJson {

    private ConfigurationJson() {
    }

    public static void write(ControlFile controlFile, List<String> files, Catalog catalog, JsonWriter out) {
        out.object();
        Nodes.texts("files", files, out);
        out.field("text", text(controlFile, catalog)).end();
    }

    static String text(ControlFile controlFile, Catalog catalog) {
        var text = new StringBuilder();
        new ConfigurationText(text).write(controlFile.settings());
        var services = new ServiceWords(catalog, text);
        controlFile.services().forEach(services::write);
        return text.toString();
    }
}
