package jmonit.cli;

import java.io.IOException;
import java.util.Map;

import jmonit.os.Dialer;
import jmonit.os.FakeDialer;
import jmonit.os.FakeTicker;

/** Worlds for commands. */
final class Outsides {

    private Outsides() {
    }

    /** Nobody answers, and nobody types. */
    static Outside nobody() {
        return with(new FakeDialer(), Map.of());
    }

    static Outside with(Dialer dialer, Map<String, String> environment) {
        return new Outside(dialer, new FakeTicker(), environment, new Keyboard() {
            @Override
            public boolean there() {
                return false;
            }

            @Override
            public String secret(String prompt) throws IOException {
                throw new IOException("nobody types");
            }

            @Override
            public Keys keys() throws IOException {
                throw new IOException("nobody types");
            }
        });
    }
}
