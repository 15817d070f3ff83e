package jmonit.cli;

/** Who gives a command: the person, where that is known. */
final class Self {

    private Self() {
    }

    static String of(Desk desk) {
        String behind = desk.local().outside().environment("SUDO_USER");
        return behind.isEmpty() ? desk.machine().host().userName() : behind;
    }
}
