package jmonit.cli;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

import jmonit.os.ProcessNames.Named;
import jmonit.regex.Expression;
import jmonit.regex.Invalid;

/** {@code procmatch}: which processes a pattern of {@code check process ... matching} would find. */
final class MatchCommand {

    private static final int WIDTH = 50;
    private static final String INDENT = " ".repeat(24);

    private final Local local;
    private final Terminal terminal;

    MatchCommand(Local local, Terminal terminal) {
        this.local = local;
        this.terminal = terminal;
    }

    int run(List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            terminal.out().println("Invalid syntax - usage: procmatch \"<pattern>\"");
            return 1;
        }
        String pattern = arguments.getFirst();
        return switch (Expression.parse(pattern)) {
            case Invalid invalid -> {
                terminal.out().println("Regex " + pattern + " parsing error: " + invalid.reason());
                yield 1;
            }
            case Expression expression ->
                    show(pattern, local.processes().list().stream().filter(p -> expression.matches(p.command())).toList());
        };
    }

    private int show(String pattern, List<Named> found) {
        var text = new StringBuilder("List of processes matching pattern \"" + pattern + "\":\n");
        found.stream().min(Comparator.comparingLong(Named::started)).ifPresent(oldest -> {
            text.append(row(" ", "PID     ", "PPID    ", "Command"));
            found.forEach(p -> text.append(row(p == oldest ? "*" : " ", number(p.pid()), number(p.parent()), p.command())));
        });
        text.append("Total matches: ").append(found.size()).append('\n');
        if (found.size() > 1) {
            text.append("""

                    WARNING:
                    Multiple processes match the pattern. Monit will select the process with the
                    highest uptime, the one highlighted.
                    """);
        }
        terminal.out().print(text);
        return 0;
    }

    private static String number(long number) {
        return "%8d".formatted(number);
    }

    /** A long command goes on in the next lines. */
    private static String row(String mark, String pid, String parent, String command) {
        var row = new StringBuilder(" " + mark + "  " + pid + "  " + parent + "  ");
        for (int from = 0; from == 0 || from < command.length(); from += WIDTH) {
            String piece = command.substring(from, Math.min(from + WIDTH, command.length()));
            row.append(from == 0 ? "" : INDENT).append(piece).repeat(" ", WIDTH - piece.length()).append(" \n");
        }
        return row.toString();
    }
}
