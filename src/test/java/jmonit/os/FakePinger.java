package jmonit.os;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import jmonit.model.Ping;

/** Machines that answer a ping as fast as a test says; the others do not. */
public record FakePinger(Map<String, Duration> answers, boolean allowed) implements Pinger {

    public FakePinger(Map<String, Duration> answers) {
        this(answers, true);
    }

    public FakePinger {
        answers = Map.copyOf(answers);
    }

    @Override
    public Duration ping(String host, Ping ping) throws IOException {
        if (!allowed) {
            throw new Forbidden("no permission");
        }
        var answer = answers.get(host);
        if (answer == null) {
            throw new IOException("no response within 5 s");
        }
        return answer;
    }
}
