package jmonit;

import java.io.IOException;
import java.io.OutputStream;

/** What the program prints to. A PrintStream swallows what goes wrong; here it is remembered, so that nobody takes half an answer for all of it. */
final class Output extends OutputStream {

    /** Whoever reads has seen enough, as in {@code jmonit status | head}. */
    private static final String ENOUGH = "Broken pipe";

    private final OutputStream to;
    private String failure = "";

    Output(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            to.write(bytes, from, count);
        } catch (IOException e) {
            failure = e.getMessage();
            throw e;
        }
    }

    /** Why something was not written; empty if all was, or nobody wants it. */
    String failure() {
        return failure.equals(ENOUGH) ? "" : failure;
    }
}
