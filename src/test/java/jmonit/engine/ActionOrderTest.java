package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is done about services that stand alone, in the order of the real Monit 5.33, by experiment. */
class ActionOrderTest {

    private static final String POLLING = "set reaction cycle\n";
    private static final String WEB = "check process web with pidfile /run/web.pid\n  start program = \"/bin/true\"\n  stop program = \"/bin/true\"\n";
    private static final String PAGE = "check file page with path /page\n  start program = \"/bin/true\"\n";

    @Test
    void judgesTheOtherRulesOfAProcessAfterARestartAndNoneAfterAStop() {
        var restarted = new Scene(POLLING + WEB + "if threads < 5 then alert\nif threads < 6 then restart\n").up("web").cycle();
        var stopped = new Scene(POLLING + WEB + "if threads < 5 then alert\nif threads < 6 then stop\n").up("web").cycle();

        assertEquals("""
                web threads count 1 matches resource limit [threads < 6]
                web trying to restart
                web stop
                web start
                web threads count 1 matches resource limit [threads < 5]
                """, restarted.told());
        assertEquals("""
                web threads count 1 matches resource limit [threads < 6]
                web stop
                """, stopped.told());
    }

    @Test
    void tellsAnActionRightAfterWhatCausedIt() {
        var stage = new Scene(POLLING + PAGE + "if size > 1 B then exec \"/bin/one\"\nif size > 2 B then start\nif size > 3 B then exec \"/bin/three\"\n")
                .file("page", 5).cycle();

        assertEquals("""
                page size test failed for /page -- current size is 5 B
                page exec: '/bin/three'
                page size test failed for /page -- current size is 5 B
                page start
                page size test failed for /page -- current size is 5 B
                page exec: '/bin/one'
                """, stage.told());
    }

    @Test
    void execRepeatsInTheFirstCycleAndInMultiples() {
        var stage = new Scene(POLLING + PAGE + "if size > 1 B then exec \"/bin/one\" repeat every 3 cycles\n").file("page", 5);

        var cycles = new StringBuilder();
        for (int i = 1; i <= 7; i++) {
            cycles.append(stage.cycle().told().contains("exec") ? i + " " : "");
        }

        assertEquals("1 3 6 ", cycles.toString());
    }

    @Test
    void countsWhatAPassiveServiceWouldHaveNeeded() {
        var stage = new Scene(POLLING + WEB + "mode passive\nif 2 restarts within 3 cycles then unmonitor\n").cycles(5);

        assertEquals("""
                web process is not running
                web process is not running
                web service restarted 2 times within 2 cycles(s) - unmonitor
                """, stage.told());
    }

    @Test
    void judgesTheLastLimitOfRestartsFirst() {
        var stage = new Scene(POLLING + WEB + "if 1 restart within 3 cycles then alert\nif 1 restart within 2 cycles then exec \"/bin/one\"\n").cycle();
        stage.told();

        stage.cycle();

        assertEquals("""
                web service restarted 1 times within 1 cycles(s) - exec
                web exec: '/bin/one'
                web service restarted 1 times within 1 cycles(s) - alert
                web process is running
                web process is running after previous restart timeout (manually recovered?)
                web process is running after previous restart timeout (manually recovered?)
                """, stage.told());
    }

    @Test
    void startsNothingThatDidNotStop() {
        var stage = new Scene(POLLING + WEB + "if threads < 5 then restart\n").up("web").broken("web").cycle();

        assertEquals("""
                web threads count 1 matches resource limit [threads < 5]
                web trying to restart
                web stop
                web failed to stop
                """, stage.told().lines().limit(4).reduce("", (all, line) -> all + line + "\n"));
    }

    @Test
    void alertsOnceForAFailureThatLasts() {
        var stage = new Scene(POLLING + WEB).broken("web").cycles(3).repaired("web").cycles(2);

        assertEquals("""
                web: process is not running
                web: failed to start
                web: started
                web: process is running
                """, stage.alerts());
    }

    @Test
    void restartsAProcessAtOnceButOnlyOnceInACycle() {
        var stage = new Scene(WEB).up("web").cycle();

        stage.dies("web");
        assertEquals("""
                web process is not running
                web trying to restart
                web start
                web process is running
                """, stage.told());

        stage.dies("web");
        assertEquals("\n", stage.told());

        stage.cycle();
        assertEquals("""
                web process is not running
                web trying to restart
                web start
                web process is running
                """, stage.told());
    }

    @Test
    void countsAndLimitsInstantRestartsByTheCycle() {
        var stage = new Scene(WEB + "if threads < 5 then restart\nif 2 restarts within 3 cycles then unmonitor\n").up("web").cycles(4);

        assertEquals("""
                web threads count 1 matches resource limit [threads < 5]
                web trying to restart
                web stop
                web start
                web threads count 1 matches resource limit [threads < 5]
                web trying to restart
                web stop
                web start
                web service restarted 2 times within 2 cycles(s) - unmonitor
                """, stage.told());
    }

    @Test
    void triesAStartThatFailsOnceACycle() {
        var stage = new Scene(WEB).broken("web").cycle();

        assertEquals("""
                web process is not running
                web trying to restart
                web start
                web failed to start
                """, stage.told());
    }
}
