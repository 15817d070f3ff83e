package jmonit.config;

import java.util.List;
import java.util.Set;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Action;
import jmonit.model.Condition;
import jmonit.model.Window;

/** Reads {@code else if succeeded for 2 cycles then alert}, and its shorter form. */
final class RecoveryReader {

    private static final List<String> SUCCESS = List.of("succeeded", "passed", "recovered");

    /** Changes that Monit lets a recovery be written for; that of a link is taken when the link stays unchanged for a cycle. */
    private static final Set<String> SETTLING = Set.of("permission", "link");

    private final SettingsDraft settings;
    private final Found found;
    private Window window = Window.ONCE;
    private Action action = Action.ALERT;
    private boolean failed;

    RecoveryReader(SettingsDraft settings, Found found) {
        this.settings = settings;
        this.found = found;
    }

    Window window() {
        return window;
    }

    Action action() {
        return action;
    }

    boolean failed() {
        return failed;
    }

    void read(MonitParser.RecoveryContext tree, List<Word> words, int from, int end, Condition condition) {
        if (!recovers(condition)) {
            found.add(Diagnostic.error(words.get(from).span(), "this rule has nothing to recover from", "no \"else\" is possible here").see("rules"));
            failed = true;
            return;
        }
        int then = tree.THEN() == null ? end : tree.THEN().getSymbol().getTokenIndex();
        int actionFrom = from + 1;
        if (tree.IF() != null && words.get(from + 1).startsLine() && SUCCESS.stream().noneMatch(words.get(from + 2)::is)) {
            found.add(Diagnostic.error(words.get(from).span(), "nothing follows \"else\"", "expected an action after it").see("rules"));
            failed = true;
        } else if (tree.IF() != null) {
            condition(new Cursor(words, from + 2, then, true, found), then < end);
            actionFrom = Math.min(then + 1, end);
        }
        if (!failed) {
            var c = new Cursor(words, actionFrom, end, true, found);
            c.welcome(tree.IF() == null ? List.of("if") : List.of());
            action = new ActionReader(c, settings.time("execTimeout"), true).read();
            failed = c.spent();
        }
        if (!failed && condition instanceof Condition.Changed(String metric) && metric.equals("permission")) {
            forget(words.get(from));
        }
    }

    private void forget(Word otherwise) {
        found.add(Diagnostic.warning(otherwise.span(), "a changed permission has nothing to recover from", "this action is never taken")
                .see("rules"));
        window = Window.ONCE;
        action = Action.ALERT;
    }

    private static boolean recovers(Condition condition) {
        return switch (condition) {
            case Condition.Changed(String metric) -> SETTLING.contains(metric);
            case Condition.Unchanged _, Condition.Restarted _, Condition.Sound _ -> false;
            default -> true;
        };
    }

    private void condition(Cursor c, boolean hasThen) {
        if (!c.takeAny(SUCCESS)) {
            c.unknown("word", "rules");
        }
        window = c.spent() ? Window.ONCE : new WindowReader(c).read();
        c.welcome(List.of("then"));
        c.unexpected("the recovery", "rules");
        if (!hasThen) {
            c.complain(Diagnostic.error(c.here(), "this recovery has no \"then\"", "expected \"then\" before this").see("rules"));
        }
        failed = c.spent();
    }
}
