package jmonit.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

import jmonit.catalog.Catalog;
import jmonit.catalog.ServiceType;
import jmonit.catalog.ServiceType.Feature;
import jmonit.diagnostic.Diagnostic;
import jmonit.model.Action;
import jmonit.model.Command;
import jmonit.model.Condition;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Rule;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Window;

/** Reads the clauses of one service into its draft. */
final class ClauseReader {

    private static final List<String> ACTIONS = List.of("exec", "execute", "unmonitor", "restarts");

    private final Catalog catalog;
    private final ServiceType type;
    private final String host;
    private final SettingsDraft settings;
    private final ServiceDraft draft;
    private final Found found;
    private List<Suspects> suspects = List.of();

    ClauseReader(Catalog catalog, ServiceType type, String host, SettingsDraft settings, ServiceDraft draft, Found found) {
        this.catalog = catalog;
        this.type = type;
        this.host = host;
        this.settings = settings;
        this.draft = draft;
        this.found = found;
    }

    void read(List<MonitParser.ClauseContext> clauses, List<Word> words) {
        for (int i = 0; i < clauses.size(); i++) {
            int end = i + 1 < clauses.size() ? start(clauses.get(i + 1)) : words.size() - 1;
            read(clauses.get(i), words, end);
        }
    }

    private static int start(ParserRuleContext tree) {
        return tree.getStart().getTokenIndex();
    }

    /** What looked mistyped in one clause may be why the next one, on the same line, makes no sense. */
    private Cursor cursor(List<Word> words, int from, int to) {
        var cursor = new Cursor(words, from, to, true, found);
        suspects.forEach(cursor.suspects()::inherit);
        suspects = List.of(cursor.suspects());
        return cursor;
    }

    private void read(MonitParser.ClauseContext clause, List<Word> words, int end) {
        int from = start(clause) + 1;
        Cursor c = cursor(words, from, end);
        switch (clause) {
            case MonitParser.RuleClauseContext rule -> rule(rule, words, end);
            case MonitParser.CommandClauseContext command -> command(command.verb, c);
            case MonitParser.AlertClauseContext alert -> alert(alert.verb, c);
            case MonitParser.EveryClauseContext every -> every(every.verb, c);
            case MonitParser.ModeClauseContext _ -> mode(c);
            case MonitParser.OnrebootClauseContext _ -> onReboot(c);
            case MonitParser.IgnoreClauseContext _ -> ignore(c);
            case MonitParser.GroupClauseContext _ -> group(c);
            case MonitParser.DependsClauseContext _ -> depends(c);
            case MonitParser.LostClauseContext lost -> lost((Word) lost.word);
            default -> throw new IllegalStateException("a clause of no known kind: " + clause.getText());
        }
        if (c.spent()) {
            draft.fail();
        }
    }

    private void lost(Word word) {
        found.add(Diagnostic.error(word.span(), "\"" + word.getText() + "\" belongs to no rule", "expected an \"if\" before it").see("rules"));
        draft.fail();
    }

    // ---- rules

    private void rule(MonitParser.RuleClauseContext rule, List<Word> words, int end) {
        int then = index(rule.THEN() == null ? null : rule.THEN().getSymbol(), end);
        int otherwise = index(rule.ELSE() == null ? null : rule.ELSE().getSymbol(), end);
        Cursor c = cursor(words, start(rule) + 1, Math.min(then, otherwise));
        Condition condition = new ConditionReader(c, catalog, type, host, settings.connectTimeout()).read();
        Window window = window(c, condition);
        finishCondition(c, then < end);
        Action action = Action.ALERT;
        Cursor a = cursor(words, Math.min(then + 1, end), Math.max(otherwise, Math.min(then + 1, end)));
        if (!c.spent() && then < end) {
            var reader = new ActionReader(a, settings.time("execTimeout"), false);
            action = condition instanceof Condition.Restarted ? reader.readAfterRestarts() : reader.read();
        }
        var recovery = new RecoveryReader(settings, found);
        if (rule.ELSE() != null && !c.spent() && !a.spent()) {
            recovery.read(rule.recovery(), words, otherwise, end, condition);
        }
        if (c.spent() || a.spent() || recovery.failed()) {
            draft.fail();
            return;
        }
        draft.add(new Rule(condition, window, action, recovery.window(), recovery.action(), Cursor.origin((Word) rule.getStart())));
    }

    private static int index(Token token, int otherwise) {
        return token == null ? otherwise : token.getTokenIndex();
    }

    private static Window window(Cursor c, Condition condition) {
        return c.spent() || condition instanceof Condition.Restarted ? Window.ONCE : new WindowReader(c).read();
    }

    private static void finishCondition(Cursor c, boolean hasThen) {
        if (!hasThen) {
            c.welcome(List.of("then"));
        }
        if (c.more() && !hasThen && c.suggest(c.peek()).filter("then"::equals).isPresent()) {
            Word word = c.peek();
            c.complain(Diagnostic.error(word.span(), "\"" + word.getText() + "\" is no word of a rule", "expected \"then\"")
                    .help(Wording.didYouMean("then")).see("rules"));
        }
        if (!c.more() || !ACTIONS.contains(c.peek().getText().toLowerCase(Locale.ROOT))) {
            c.unexpected("the test", "rules");
        }
        if (!hasThen) {
            c.complain(Diagnostic.error(c.here(), "this rule has no \"then\"",
                    "expected \"then\" before this").help("write \"then alert\", or another action").see("rules"));
        }
    }

    // ---- the others

    private void command(Token verb, Cursor c) {
        String limit = switch (verb.getType()) {
            case MonitParser.START -> "startTimeout";
            case MonitParser.STOP -> "stopTimeout";
            default -> "restartTimeout";
        };
        Optional<Command> command = new CommandReader(c).command(settings.time(limit));
        c.unexpected("the program", "programs");
        command.ifPresent(p -> draft.command(verb.getType(), p));
    }

    private void alert(Token verb, Cursor c) {
        var reader = new AlertReader(c);
        var recipient = verb.getType() == MonitParser.ALERT ? reader.alert() : reader.noAlert();
        if (!c.spent()) {
            draft.tell(recipient);
        }
    }

    private void every(Token verb, Cursor c) {
        Word word = (Word) verb;
        Schedule schedule = new ScheduleReader(c).read(verb.getType() == MonitParser.NOT_EVERY);
        c.unexpected("the schedule", "every");
        if (draft.scheduled()) {
            c.warn(Diagnostic.warning(word.span(), "this service has two schedules", "the last one counts").see("every"));
        }
        draft.schedule(schedule);
    }

    private void mode(Cursor c) {
        if (c.take("manual")) {
            draft.onReboot(OnReboot.LASTSTATE);
        } else if (c.take("passive")) {
            draft.mode(Mode.PASSIVE);
        } else if (c.take("active")) {
            draft.mode(Mode.ACTIVE);
        } else {
            c.unknown("mode", "services");
        }
        c.unexpected("the mode", "services");
    }

    private void onReboot(Cursor c) {
        OnRebootReader.read(c).ifPresent(draft::onReboot);
        c.unexpected("onreboot", "services");
    }

    private void ignore(Cursor c) {
        if (!type.features().contains(Feature.IGNORE)) {
            c.complain(Diagnostic.error(c.peek().span(), "a " + type.keyword() + " has no content to ignore", "only files have")
                    .see("check-" + type.keyword()));
            return;
        }
        boolean negated = c.take("not");
        var origin = c.origin();
        var reader = new ConditionReader(c, catalog, type, host, settings.connectTimeout());
        reader.searched(negated).ifPresentOrElse(
                condition -> draft.ignore(new Rule(condition, Window.ONCE, Action.ALERT, Window.ONCE, Action.ALERT, origin)),
                () -> c.unknown("test", "content"));
        c.unexpected("the expression", "content");
    }

    private void group(Cursor c) {
        Word name = c.peek();
        if (!c.take(MonitParser.NAME)) {
            c.expected("the name of a group");
            return;
        }
        if (name.quoted() || name.raw().startsWith("\"") && name.getText().contains(" ")) {
            c.complain(Diagnostic.error(name.span(), "the name of a group has no blanks", "expected one word").see("services"));
        }
        draft.group(Quotes.name(name));
        c.unexpected("the group", "services");
    }

    private void depends(Cursor c) {
        if (!c.at(MonitParser.NAME)) {
            c.expected("the name of a service");
        }
        while (c.at(MonitParser.NAME)) {
            Word name = c.next();
            String service = Quotes.name(name);
            if (draft.dependsOn(service)) {
                c.warn(Diagnostic.warning(name.span(), "this dependency is named twice", "once is enough").see("dependencies"));
            }
            draft.depend(new Service.Dependency(service, Cursor.origin(name)));
        }
        c.unexpected("the service", "dependencies");
    }
}
