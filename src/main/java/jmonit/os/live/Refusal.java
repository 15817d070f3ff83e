package jmonit.os.live;

/** Error numbers of the kernel, in words, as far as calls about processes meet them. */
final class Refusal {

    static final int NO_SUCH_PROCESS = 3;

    private Refusal() {
    }

    static String of(int error) {
        return switch (error) {
            case 1 -> "not permitted";
            case NO_SUCH_PROCESS -> "no such process";
            case 12 -> "out of memory";
            case 22 -> "invalid";
            case 23, 24 -> "too many open files";
            case 38 -> "this kernel cannot do it";
            default -> "error " + error;
        };
    }
}
