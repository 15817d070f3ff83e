package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/architecture.md, cell by cell: what each message means to a process service in each state. */
class ReactionTableTest {

    private static final int FIRST = 7;
    private static final int SECOND = 8;

    private final Stage stage = new Stage("""
            check process db with pidfile /db
            check process web with pidfile /web
                start program = "/start"
                stop program = "/stop"
                depends on db
            """);

    private void bring(String state) {
        stage.tick();
        stage.running("db", 1);
        stage.running("web", FIRST);
        switch (state) {
            case "idle" -> { }
            case "unmonitored" -> stage.asked(Request.Wish.UNMONITOR, "web");
            case "waiting" -> stage.cycle();
            case "looking" -> look();
            case "acting" -> act();
            case "hurried" -> hurry();
            default -> throw new IllegalArgumentException(state);
        }
    }

    private void look() {
        stage.cycle();
        stage.running("db", 1);
    }

    /** It is being started. */
    private void act() {
        look();
        stage.gone("web");
        stage.done("web");
    }

    /** It was started since its last cycle, and looked at after that. */
    private void hurry() {
        act();
        stage.done("web");
        stage.running("web", SECOND);
    }

    private List<String> happens(String message, String state) {
        return switch (message) {
            case "due" -> settled(stage.cycle());
            case "woken" -> settled(stage.woken());
            case "reloaded" -> settled(stage.reloaded());
            case "exited" -> stage.exited(state.equals("hurried") ? SECOND : FIRST);
            case "running" -> stage.running("web", FIRST);
            case "gone" -> stage.gone("web");
            case "done" -> stage.done("web");
            case "failed" -> stage.failed("web", "failed to start");
            case "start", "restart" -> seenFirst(stage.asked(Request.Wish.valueOf(message.toUpperCase(Locale.ROOT)), "web"));
            default -> settled(stage.asked(Request.Wish.valueOf(message.toUpperCase(Locale.ROOT)), "web"));
        };
    }

    /** Whatever needs db waits for the look at it, so that one ends first. */
    private List<String> settled(List<String> seen) {
        var all = new ArrayList<>(seen);
        if (seen.contains("look db")) {
            all.addAll(stage.running("db", 1));
        }
        return all;
    }

    /** What is needed may be looked at already. */
    private List<String> seenFirst(List<String> asked) {
        var all = new ArrayList<>(asked);
        if (stage.looksAt("db")) {
            all.addAll(stage.running("db", 1));
        }
        return all;
    }

    private static boolean isAboutWeb(String line) {
        return !line.equals("look db") && !line.equals("look plum") && !line.contains(" 'db' ") && !line.contains("user request");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            idle        | due        | look web
            idle        | exited     | look web
            idle        | start      | start web
            idle        | stop       | stop web
            idle        | restart    | info 'web' trying to restart; stop web
            idle        | monitor    | info 'web' monitor action done; event web Action done, alert; reply
            idle        | unmonitor  | unwatch 7; info 'web' unmonitor action done; event web Action done, alert; reply
            idle        | woken      | look web
            idle        | reloaded   | look web
            unmonitored | due        | -
            unmonitored | exited     | -
            unmonitored | start      | start web
            unmonitored | stop       | info 'web' stop action done; event web Action done, alert; reply
            unmonitored | restart    | info 'web' trying to restart; start web
            unmonitored | monitor    | info 'web' monitor action done; event web Action done, alert; reply
            unmonitored | unmonitor  | info 'web' unmonitor action done; event web Action done, alert; reply
            unmonitored | woken      | -
            unmonitored | reloaded   | -
            waiting     | due        | look web
            waiting     | exited     | -
            waiting     | start      | start web
            waiting     | stop       | stop web
            waiting     | restart    | info 'web' trying to restart; stop web
            waiting     | monitor    | info 'web' monitor action done; event web Action done, alert; reply
            waiting     | unmonitor  | unwatch 7; info 'web' unmonitor action done; event web Action done, alert; reply
            waiting     | woken      | -
            waiting     | reloaded   | -
            looking     | due        | -
            looking     | exited     | -
            looking     | running    | -
            looking     | gone       | error 'web' is not there; event web Does not exist, restart; unwatch 7; info 'web' trying to restart; stop web
            looking     | start      | start web
            looking     | stop       | stop web
            looking     | restart    | info 'web' trying to restart; stop web
            looking     | monitor    | info 'web' monitor action done; event web Action done, alert; reply
            looking     | unmonitor  | unwatch 7; info 'web' unmonitor action done; event web Action done, alert; reply
            looking     | woken      | -
            looking     | reloaded   | -
            acting      | due        | -
            acting      | exited     | -
            acting      | done       | look web
            acting      | failed     | error 'web' failed to start; event web Execution failed, alert; look web
            acting      | start      | -
            acting      | stop       | -
            acting      | restart    | -
            acting      | monitor    | info 'web' monitor action done; event web Action done, alert; reply
            acting      | unmonitor  | info 'web' unmonitor action done; event web Action done, alert; reply
            acting      | woken      | -
            acting      | reloaded   | -
            hurried     | due        | look web
            hurried     | exited     | -
            hurried     | start      | start web
            hurried     | stop       | stop web
            hurried     | restart    | info 'web' trying to restart; stop web
            hurried     | monitor    | info 'web' monitor action done; event web Action done, alert; reply
            hurried     | unmonitor  | unwatch 8; info 'web' unmonitor action done; event web Action done, alert; reply
            hurried     | woken      | look web
            hurried     | reloaded   | look web
            """)
    void meansWhatTheTableSays(String state, String message, String wanted) {
        bring(state);

        List<String> seen = happens(message, state).stream().filter(ReactionTableTest::isAboutWeb).toList();

        assertEquals(Optional.ofNullable(wanted).orElse(""), String.join("; ", seen));
    }
}
