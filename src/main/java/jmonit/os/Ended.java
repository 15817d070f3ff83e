package jmonit.os;

import java.time.Duration;

/** How a program ended, what it wrote to its two outputs, and how long it took. Bytes that are no UTF-8 are replaced. */
public record Ended(How how, String errors, String output, Duration took) {

    public sealed interface How {

        /** For the operator: "exit status 3". */
        String words();
    }

    public record Exited(int status) implements How {

        @Override
        public String words() {
            return "exit status " + status + SignalNames.inShell(status);
        }
    }

    /** {@code starved} says that the kernel was killing for want of memory at that time. */
    public record Killed(int signal, boolean core, boolean starved) implements How {

        public Killed(int signal, boolean core) {
            this(signal, core, false);
        }

        @Override
        public String words() {
            return "killed by signal " + signal + SignalNames.named(signal) + (core ? ", core dumped" : "")
                    + (starved ? ", out of memory: the kernel killed it" : "");
        }
    }

    /** It never ran; {@code because} is what the system said, such as "Permission denied". */
    public record Refused(String because) implements How {

        @Override
        public String words() {
            return because;
        }
    }

    public static Ended refused(String because) {
        return new Ended(new Refused(because), "", "", Duration.ZERO);
    }

    /** One number, as Monit tells it: the exit status, the number of the signal, or -1 for what never ran. */
    public int status() {
        return switch (how) {
            case Exited(int status) -> status;
            case Killed(int signal, _, _) -> signal;
            case Refused _ -> -1;
        };
    }
}
