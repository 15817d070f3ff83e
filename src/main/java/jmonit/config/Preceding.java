package jmonit.config;

import java.util.Locale;
import java.util.Set;

/** What was read before a place. All texts of a control file share one, so that an included file goes on where the include stands. */
final class Preceding {

    private static final Set<String> LIST_HEADS = Set.of("headers", "hostgroups", "hostgroup");

    private int type = MonitParser.COMMENT;
    private int typeBefore = MonitParser.COMMENT;
    private String text = "";
    private boolean programCheck;
    private boolean programOutlet;
    private boolean names;
    private boolean mailFormat;
    private int braces;

    /** Whether a program may come next, in a string of its own kind. */
    boolean take(Word word) {
        typeBefore = type;
        type = word.getType();
        text = word.getText();
        return switch (type) {
            case MonitParser.START, MonitParser.STOP, MonitParser.RESTART -> true;
            case MonitParser.KIND -> {
                programCheck = word.is("program");
                yield false;
            }
            case MonitParser.SET, MonitParser.CHECK -> leaveBraces();
            default -> leadsToProgram(word);
        };
    }

    /** After {@code set exec} a name comes first. */
    private boolean leadsToProgram(Word word) {
        boolean named = programOutlet;
        programOutlet = typeBefore == MonitParser.SET && word.is("exec");
        boolean head = word.is("exec") || word.is("execute") || programCheck && word.is("path");
        return named || head && !programOutlet;
    }

    /** A statement ends all braces: one left open spoils no more than its own statement. */
    private boolean leaveBraces() {
        braces = 0;
        mailFormat = false;
        return false;
    }

    // ---- names

    boolean wantsName() {
        return type == MonitParser.CHECK || type == MonitParser.KIND || type == MonitParser.GROUP || type == MonitParser.DEPENDS;
    }

    boolean wantsKind() {
        return type == MonitParser.CHECK;
    }

    /** After a name that something depends on a comma brings another. */
    void named() {
        names = type == MonitParser.DEPENDS;
    }

    void comma() {
        type = names ? MonitParser.DEPENDS : type;
        names = false;
    }

    // ---- braces and lists

    void open() {
        mailFormat |= text.equalsIgnoreCase("mail-format");
        braces++;
    }

    void close() {
        braces = Math.max(0, braces - 1);
        mailFormat &= braces > 0;
    }

    boolean inMailFormat() {
        return mailFormat;
    }

    /** Within braces where a colon parts a word from its value. */
    boolean inOptions() {
        return braces > 0 && !mailFormat;
    }

    boolean wantsList() {
        return LIST_HEADS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** {@code if 3 restarts}: a number that is a condition. */
    boolean counts() {
        return type == MonitParser.NUMBER && typeBefore == MonitParser.IF;
    }
}
