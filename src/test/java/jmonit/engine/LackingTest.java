package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Nobody is told of what needs something that has failed, unless Monit's way is wanted. */
class LackingTest {

    private static final String SERVICES = """
            check process db with pidfile /run/db.pid
                if does not exist then alert
            check process app with pidfile /run/app.pid
                if does not exist then alert
                depends on db
            """;
    private static final String SILENT = "set alert dependents silent\n";

    private final List<String> heard = new ArrayList<>();

    private void hear(List<String> lines) {
        lines.stream().filter(l -> l.startsWith("event")).forEach(heard::add);
    }

    /** The cause is seen while the look at what needs it is under way. */
    private Stage outage(String settings) {
        var stage = new Stage(settings + SERVICES);
        stage.tick();
        hear(stage.running("db", 7));
        hear(stage.exited(7));
        hear(stage.gone("db"));
        hear(stage.gone("app"));
        return stage;
    }

    @Test
    void onlyTheCauseIsTold() {
        outage(SILENT);

        assertEquals(List.of("event db Does not exist, alert", "event app Does not exist, alert (it depends on 'db', which has failed)"), heard);
    }

    @Test
    void monitTellsAll() {
        outage("");

        assertEquals(List.of("event db Does not exist, alert", "event app Does not exist, alert"), heard);
    }

    @Test
    void whatWasNotToldNeedNotBeToldToBeOver() {
        Stage stage = outage(SILENT);
        heard.clear();
        stage.cycle();
        hear(stage.running("db", 8));
        hear(stage.running("app", 9));

        assertEquals(List.of("event db Exists, alert", "event app Exists, alert (nobody was told that it failed)"), heard);
    }

    @Test
    void whatStillFailsIsToldOnceTheCauseIsOver() {
        Stage stage = outage(SILENT);
        heard.clear();
        stage.cycle();
        hear(stage.running("db", 8));
        hear(stage.gone("app"));
        stage.cycle();
        hear(stage.running("db", 8));
        hear(stage.gone("app"));

        assertEquals(List.of("event db Exists, alert", "event app Does not exist, alert"), heard);
    }
}
