package jmonit.config;

import java.time.Duration;
import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Action;
import jmonit.model.Command;
import jmonit.model.RunAs;

/** Reads what follows {@code then} and {@code else}. */
final class ActionReader {

    private static final List<String> EXEC = List.of("exec", "execute");
    private static final List<String> RESTART = List.of("restart", "restarts");

    private final Cursor c;
    private final Duration execTimeout;
    private final boolean recovery;

    ActionReader(Cursor cursor, Duration execTimeout, boolean recovery) {
        this.c = cursor;
        this.execTimeout = execTimeout;
        this.recovery = recovery;
    }

    /** Whatever it is, it is all there may be: a word too many is complained about. */
    Action read() {
        Action action = verb();
        if (c.at("repeat") && !(action instanceof Action.Exec)) {
            c.complain(Diagnostic.error(c.peek().span(), "only exec can be repeated", "expected nothing after the action")
                    .help("\"alert … with reminder on N cycles\" tells somebody again").see("actions"));
        }
        if (!recovery) {
            c.welcome(List.of("else"));
        }
        c.unexpected("the action", "actions");
        return action;
    }

    /** After "N restarts", {@code timeout} is an old word for unmonitor. */
    Action readAfterRestarts() {
        if (c.take("timeout")) {
            c.unexpected("the action", "actions");
            return new Action.Unmonitor();
        }
        return read();
    }

    private Action verb() {
        if (c.take("alert")) {
            return Action.ALERT;
        }
        if (c.takeAny(RESTART)) {
            return new Action.Restart();
        }
        if (c.take("start")) {
            return new Action.Start();
        }
        if (c.take("stop")) {
            return new Action.Stop();
        }
        if (c.take("unmonitor")) {
            return new Action.Unmonitor();
        }
        if (c.takeAny(EXEC)) {
            return exec();
        }
        if (recovery && c.take("ignore")) {
            return new Action.Ignore();
        }
        c.unknown("action", "actions");
        return Action.ALERT;
    }

    private Action exec() {
        var commands = new CommandReader(c);
        List<String> words = commands.words();
        RunAs runAs = c.spent() ? RunAs.MYSELF : commands.runAs();
        Duration timeout = c.take("timeout") ? new Values(c).time("the timeout") : execTimeout;
        int repeat = c.take("repeat") ? repeat() : 0;
        return c.spent() ? Action.ALERT : new Action.Exec(new Command(words, runAs, timeout), repeat);
    }

    private int repeat() {
        if (!c.take("every")) {
            c.expected("\"every\"");
            return 0;
        }
        int cycles = new Values(c).small("a number of cycles");
        if (!c.spent() && !c.take("cycles") && !c.take("cycle")) {
            c.unknown("unit", "actions");
        }
        if (cycles == 0) {
            c.warn(Diagnostic.warning(c.previous().span(), "every 0 cycles is never", "the program is not run again").see("actions"));
        }
        return cycles;
    }
}
