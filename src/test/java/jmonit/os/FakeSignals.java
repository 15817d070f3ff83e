package jmonit.os;

import java.util.ArrayList;
import java.util.List;

/** Remembers what was sent, as "15 to 4711". */
public final class FakeSignals implements Signals {

    private final List<String> sent = new ArrayList<>();

    @Override
    public void send(int pid, int signal) {
        sent.add(signal + " to " + pid);
    }

    public List<String> sent() {
        return List.copyOf(sent);
    }
}
