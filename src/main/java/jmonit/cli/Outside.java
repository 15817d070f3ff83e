package jmonit.cli;

import java.util.Map;

import jmonit.os.Dialer;
import jmonit.os.Ticker;

/** What a command that talks to a daemon needs of the world: connections, time, what the environment says, and a keyboard. */
public record Outside(Dialer dialer, Ticker ticker, Map<String, String> environment, Keyboard keyboard) {

    public Outside {
        environment = Map.copyOf(environment);
    }

    String environment(String name) {
        return environment.getOrDefault(name, "");
    }
}
