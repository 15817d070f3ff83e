package jmonit.os;

/** A machine that is what a test says. */
public record FakeHost(String name, long uid, String userName, String home, String directory) implements Host {

    /** Root on a machine called plum. */
    public static FakeHost plum() {
        return new FakeHost("plum", 0, "root", "/root", "/");
    }
}
