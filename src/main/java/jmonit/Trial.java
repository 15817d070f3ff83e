package jmonit;

import java.time.Instant;
import java.util.List;

import jmonit.channel.AlertTrial;
import jmonit.cli.Terminal;
import jmonit.model.ControlFile;

/** {@code test alert}: what came of a message to each of those who could be told. */
record Trial(AlertTrial sending, String host, Terminal terminal) {

    /** The exit code; no names stand for everybody, and an outlet may be named without its kind. */
    int run(ControlFile controlFile, List<String> words) {
        List<String> known = AlertTrial.names(controlFile);
        if (known.isEmpty()) {
            terminal.err().println("Nobody is told of anything: there is neither \"set alert\" nor an outlet");
            return 1;
        }
        String asked = String.join(" ", words);
        List<String> names = words.isEmpty() ? known : known.stream().filter(n -> n.equals(asked) || n.endsWith(" " + asked)).toList();
        if (names.isEmpty()) {
            terminal.err().println("Nobody is called \"" + plain(asked) + "\"; there is: " + String.join(", ", known));
            return 1;
        }
        try {
            return show(sending.run(controlFile, host, Instant.now(), names));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int show(List<AlertTrial.Result> results) {
        int width = results.stream().mapToInt(r -> r.who().length()).max().orElse(0);
        results.forEach(r -> terminal.out().println(r.who() + " ".repeat(width - r.who().length()) + "  " + plain(r.said())));
        return results.stream().allMatch(AlertTrial.Result::taken) ? 0 : 1;
    }

    /** What others say may hold anything. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
