package jmonit.os;

import java.io.IOException;

/** As if every disk were gone. */
public final class HangingErrands implements Errands {

    @Override
    public <T> T run(String matter, Errand<T> errand) throws IOException {
        throw new IOException("its disk does not answer");
    }

    @Override
    public boolean begin(String matter, Runnable errand) {
        return false;
    }
}
