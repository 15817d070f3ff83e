package jmonit.format;

/** What a colour says. The codes are Monit's; the consoles of others translate them. */
enum Ink {
    TITLE("1;36"),
    WELL("0;92"),
    FAILED("0;91"),
    CHANGED("0;93"),
    UNMONITORED("0;93"),
    INITIALIZING("0;94"),
    WAITING("0;37"),
    VALUE("0;39"),
    UNKNOWN("0;90"),
    FRAME("0;90"),
    PLAIN("");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
