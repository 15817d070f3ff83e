package jmonit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jmonit.catalog.Catalog;
import jmonit.diagnostic.Suggest;

/** {@code help}: the pages that messages point to, with tables out of the catalog where words are listed. */
final class HelpCommand {

    private static final String FOLDER = "/help/";

    private final Catalog catalog;
    private final Terminal terminal;

    HelpCommand(Catalog catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    int run(String... words) throws IOException {
        if (words.length == 0) {
            return overview();
        }
        String topic = words[0].toLowerCase(java.util.Locale.ROOT);
        List<String> topics = topics();
        if (!topics.contains(topic)) {
            terminal.err().println("jmonit: there is no help about \"" + words[0] + "\"" + instead(topic, topics));
            return 1;
        }
        terminal.out().print(page(topic + ".txt"));
        terminal.out().print(new Tables(catalog).about(topic));
        return 0;
    }

    private static String instead(String topic, List<String> topics) {
        if (Program.WORDS.contains(topic)) {
            return ", a word of the command line: see \"jmonit -h\" and jmonit(1)";
        }
        return Suggest.nearest(topic, topics).map(near -> "; did you mean \"" + near + "\"?").orElse("; \"jmonit help\" lists the topics");
    }

    private int overview() throws IOException {
        var text = new StringBuilder("jmonit help TOPIC explains a part of the control-file language:\n\n");
        for (String topic : topics()) {
            String title = page(topic + ".txt").lines().findFirst().orElse("");
            int colon = title.indexOf(": ");
            text.append("  %-19s %s\n".formatted(topic, colon < 0 ? title : title.substring(colon + 2)));
        }
        terminal.out().print(text);
        return 0;
    }

    static List<String> topics() throws IOException {
        return page("TOPICS").lines().toList();
    }

    private static String page(String name) throws IOException {
        try (InputStream page = HelpCommand.class.getResourceAsStream(FOLDER + name)) {
            if (page == null) {
                throw new IOException("the help page " + name + " is missing from this build");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
