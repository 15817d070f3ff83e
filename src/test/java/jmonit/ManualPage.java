package jmonit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the manual as its source has it: sections, and examples between .EX and .EE. */
record ManualPage(String name, String source) {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^(?:\\.\\\\\" ([a-zA-Z ]+)\n)?\\.EX\n((?s:.*?))^\\.EE$");
    private static final Pattern HEADING = Pattern.compile("(?m)^\\.S([HS]) \"?(.*?)\"?$");

    /** What the comment before it says of an example: nothing, "not a control file" or "jmonit only". */
    record Example(String page, int line, String remark, String text) {

        @Override
        public String toString() {
            return page + ":" + line;
        }
    }

    /** The chapter is the heading of the section above. */
    record Section(String chapter, String title, String source) {

        boolean hasSyntax() {
            return source.contains("\n.nf\n");
        }

        int examples() {
            return (int) EXAMPLE.matcher(source).results().count();
        }

        @Override
        public String toString() {
            return chapter + ", " + title;
        }
    }

    static ManualPage read(String name) throws IOException {
        return new ManualPage(name, Files.readString(Path.of("man", name)));
    }

    /** The examples that are control files. */
    List<Example> examples() {
        return EXAMPLE.matcher(source).results()
                .map(found -> new Example(name, 1 + (int) source.substring(0, found.start()).lines().count(),
                        found.group(1) == null ? "" : found.group(1), plain(found.group(2))))
                .filter(example -> !example.remark().equals("not a control file"))
                .toList();
    }

    List<Section> sections() {
        var sections = new ArrayList<Section>();
        String chapter = "";
        Matcher heading = HEADING.matcher(source);
        boolean more = heading.find();
        while (more) {
            int start = heading.start();
            String title = plain(heading.group(2));
            chapter = heading.group(1).equals("H") ? title : chapter;
            more = heading.find();
            sections.add(new Section(chapter, title, source.substring(start, more ? heading.start() : source.length())));
        }
        return sections;
    }

    /** What a reader of the page sees. */
    static String plain(String roff) {
        return roff.replaceAll("(?m)^\\\\&", "").replace("\\-", "-").replace("\\(aq", "'").replace("\\(ha", "^").replace("\\(ti", "~")
                .replace("\\(dq", "\"").replace("\\e", "\\").replaceAll("(?m)^\\.\\\\\".*\n", "");
    }
}
