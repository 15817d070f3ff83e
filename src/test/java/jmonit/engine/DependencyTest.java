package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import jmonit.engine.Request.Wish;

/** Services that need each other, as the real Monit 5.33 treats them: what it logs in the same situation, by experiment. */
class DependencyTest {

    private static final String POLLING = "set reaction cycle\n";
    private static final String CHAIN = POLLING + process("web", "depends on app") + process("app", "depends on db") + process("db", "");

    private static String process(String name, String clauses) {
        return "check process " + name + " with pidfile /run/" + name + ".pid\n  start program = \"/bin/true\"\n  stop program = \"/bin/true\"\n  "
                + clauses + "\n";
    }

    @Test
    void takesDownWhatDependsOnItAndBringsItBackInOrder() {
        var stage = new Scene(CHAIN).up("web", "app", "db").cycle();
        stage.told();

        stage.down("db").cycle();

        assertEquals("""
                db process is not running
                db trying to restart
                web stop
                app stop
                db start
                db process is running
                app start
                web start
                """, stage.told());
    }

    @Test
    void leavesWhatDependsOnItDownWithoutAWordWhileItDoesNotStart() {
        var stage = new Scene(CHAIN).up("web", "app", "db").cycle().down("db").broken("db").cycle();

        assertEquals("""
                db process is not running
                db trying to restart
                web stop
                app stop
                db start
                db failed to start
                """, stage.told());

        stage.cycle();

        assertEquals("""
                db process is not running
                db trying to restart
                db start
                db failed to start
                """, stage.told());
    }

    @Test
    void bringsTheRestBackOnceItIsUpWhoeverStartedIt() {
        var stage = new Scene(CHAIN).up("web", "app", "db").cycle().down("db").broken("db").cycle();
        stage.told();

        stage.up("db").cycle();

        assertEquals("""
                db process is running
                db process is running after previous exec error (slow starting or manually recovered?)
                app process is not running
                app trying to restart
                app start
                app process is running
                web start
                """, stage.told());
    }

    @Test
    void doesNotStartWhatNeedsAServiceThatIsUpButNotWell() {
        var stage = new Scene(POLLING + process("web", "depends on db") + process("db", "if threads > 5 for 3 cycles then alert"))
                .up("web", "db").cycle().down("db").threads("db", 9).cycle();

        assertEquals("""
                db process is not running
                db trying to restart
                web stop
                db start
                db process is running
                db threads count 9 matches resource limit [threads > 5]
                web failed to start -- could not start required services: 'db'
                web process is not running
                web trying to restart
                web start
                web started
                """, stage.told());
    }

    @Test
    void namesAllThatIsLacking() {
        var stage = new Scene(POLLING + process("web", "depends on one, two") + "check file one with path /one\ncheck file two with path /two\n")
                .cycle();

        assertEquals("web: failed to start -- could not start required services: 'two, one'", stage.alerts().lines().filter(l -> l.startsWith("web"))
                .reduce("", String::concat));
    }

    @Test
    void startsAServiceOnceWhenTwoItNeedsDieTogether() {
        var stage = new Scene(POLLING + process("web", "depends on one, two") + process("one", "") + process("two", "")).up("web", "one", "two")
                .cycle().down("one", "two").cycle();

        assertEquals("web start", stage.told().lines().filter(l -> l.startsWith("web") && !l.equals("web stop")).reduce("", String::concat));
    }

    @Test
    void startsTheOtherSideOfADiamondThoughOneDoesNotComeUp() {
        var stage = new Scene(POLLING + process("top", "depends on left, right") + process("left", "depends on root")
                + process("right", "depends on root") + process("root", "")).up("top", "left", "right", "root").cycle().down("root", "left")
                .broken("left").cycle();

        assertEquals("""
                root process is not running
                root trying to restart
                top stop
                right stop
                root start
                root process is running
                right start
                left start
                left failed to start
                left process is not running
                left trying to restart
                left start
                left failed to start
                """, stage.told());
    }

    @Test
    void waitsForAFileThatItNeeds() {
        var stage = new Scene(POLLING + process("web", "depends on conf") + "check file conf with path /conf\n").up("web").cycle();

        assertEquals("""
                conf file doesn't exist
                conf trying to restart
                web stop
                conf file doesn't exist
                web failed to start -- could not start required services: 'conf'
                """, stage.told());

        stage.file("conf", 1).cycle();

        assertEquals("""
                conf file exists
                web process is not running
                web trying to restart
                web start
                web started
                """, stage.told());
    }

    @Test
    void reactsAtOnceInTheSameOrder() {
        var stage = new Scene(CHAIN.replace(POLLING, "")).up("web", "app", "db").cycle();

        stage.dies("db");

        assertEquals("""
                db process is not running
                db trying to restart
                web stop
                app stop
                db start
                db process is running
                app start
                web start
                """, stage.told());
    }

    @Test
    void looksAtNothingThatNeedsAServiceWhichIsDownBetweenTheCycles() {
        var stage = new Scene(CHAIN.replace(POLLING, "")).up("web", "app", "db").cycle().broken("db");

        stage.down("db").cycle();

        assertEquals("""
                db process is not running
                db trying to restart
                web stop
                app stop
                db start
                db failed to start
                """, stage.told());
    }

    @Test
    void givesItsTurnToWhatWasNotStartedForAWindowThatIsStillOpen() {
        var stage = new Scene(process("web", "depends on db") + process("db", "if threads > 5 for 3 times within 9 cycles then alert\n"
                + "if threads > 6 then alert")).up("web", "db").cycle();

        stage.threads("db", 6).dies("db");

        assertEquals("""
                db process is not running
                db trying to restart
                web stop
                db start
                db process is running
                db threads count 6 matches resource limit [threads > 5]
                web failed to start -- could not start required services: 'db'
                web process is not running
                web trying to restart
                web start
                web started
                web process is running
                """, stage.told());
    }

    @Test
    void startsNothingThatNeedsAFileWhichIsNotThere() {
        var stage = new Scene(POLLING + process("web", "depends on conf") + "check file conf with path /conf\n").cycle();
        stage.asked(Wish.STOP, "web").told();

        stage.asked(Wish.START, "web");

        assertEquals("""
                web start on user request
                conf file doesn't exist
                web failed to start -- could not start required services: 'conf'
                web start action failed
                """, stage.told());
    }

    @Test
    void startsNothingThatNeedsWhatIsUpButNotWellThoughItWasNotMonitored() {
        var stage = new Scene(POLLING + process("web", "depends on db") + process("db", "if threads > 5 for 3 cycles then alert"))
                .up("db").threads("db", 9).asked(Wish.UNMONITOR, "db");
        stage.told();

        stage.asked(Wish.RESTART, "web");

        assertEquals("""
                web restart on user request
                web trying to restart
                db threads count 9 matches resource limit [threads > 5]
                web failed to start -- could not start required services: 'db'
                web restart action failed
                """, stage.told());
    }

    @Test
    void tellsOfEachLinkOfTheChainThatCannotBeStarted() {
        var stage = new Scene(CHAIN).asked(Wish.UNMONITOR, "db").broken("db");
        stage.told();

        stage.asked(Wish.START, "web");

        assertEquals("""
                web start on user request
                db start
                db failed to start
                app failed to start -- could not start required services: 'db'
                web failed to start -- could not start required services: 'app'
                web start action failed
                """, stage.told());
    }

    @Test
    void startsALongChainInOrderWhenAllOfItIsAskedFor() {
        var stage = new Scene(POLLING + process("web", "depends on app") + process("app", "depends on cache") + process("cache", "depends on db")
                + process("db", ""));

        stage.asked(Wish.START, "web", "app", "cache", "db");

        assertEquals("db start, cache start, app start, web start", stage.told().lines().filter(l -> l.endsWith(" start"))
                .collect(Collectors.joining(", ")));
    }

    @Test
    void executesAndUnmonitorsInTheLookThatOthersWaitForAndStopsOnlyInTheNextCycle() {
        var stage = new Scene(POLLING + process("web", "depends on db, app") + process("db", "if threads > 5 then exec \"/bin/page\"")
                + process("app", "if threads > 5 then unmonitor") + process("web2", "depends on db2") + process("db2", "if threads > 5 then stop"))
                .up("web", "web2", "db", "db2", "app").cycle().down("db", "app", "db2").threads("db", 9).threads("db2", 9).threads("app", 9);
        stage.told();

        stage.cycle();

        assertEquals(List.of("/bin/page"), stage.executed());
        String told = stage.told();
        assertFalse(told.contains("db2 stop"), told);

        told = stage.cycle().told();
        assertTrue(told.contains("db2 stop"), told);
        assertFalse(told.contains("app"), told);
    }

    @Test
    void saysOnceThatAllIsStoppedThoughAllWereAskedFor() {
        var stage = new Scene(CHAIN).up("web", "app", "db").cycle();
        stage.told();

        stage.asked(Wish.STOP, "web", "app", "db");

        assertEquals("""
                web stop on user request
                app stop on user request
                db stop on user request
                web stop
                app stop
                db stop
                db stop action done
                """, stage.told());
    }

    @Test
    void saysOnceThatAllIsUnmonitoredThoughAllWereAskedFor() {
        var stage = new Scene(CHAIN).up("web", "app", "db").cycle();
        stage.told();

        stage.asked(Wish.UNMONITOR, "web", "db");

        assertEquals("""
                web unmonitor on user request
                db unmonitor on user request
                db unmonitor action done
                """, stage.told());
    }

    @Test
    void saysNothingOfWhatWasNotMonitoredWhenAllIsStopped() {
        var stage = new Scene(CHAIN).up("web", "app", "db").cycle().asked(Wish.UNMONITOR, "web");
        stage.told();

        stage.asked(Wish.STOP, "db", "web");

        assertEquals("""
                db stop on user request
                web stop on user request
                app stop
                db stop
                db stop action done
                """, stage.told());
    }

    @Test
    void saysThatItStoppedAfterAllOnceAProgramHadFailed() {
        var stage = new Scene(POLLING + process("web", "depends on conf") + "check file conf with path /conf\n").up("web").asked(Wish.UNMONITOR, "web");
        stage.asked(Wish.START, "web").told();

        stage.cycle();

        assertEquals("""
                conf file doesn't exist
                conf trying to restart
                web stop
                web stopped
                conf file doesn't exist
                web failed to start -- could not start required services: 'conf'
                """, stage.told());
    }

    /** Monit trusts what it saw last of it, starts web, and has to stop it again. */
    @Test
    void restartsNothingOnTopOfWhatHasDiedUnseen() {
        var stage = new Scene(POLLING + process("web", "depends on db") + process("db", "")).up("web", "db").cycle();
        stage.down("db").told();

        stage.asked(Wish.RESTART, "web");

        assertEquals("""
                web restart on user request
                db process is not running
                db trying to restart
                web stop
                db start
                db process is running
                web trying to restart
                web start
                web restart action done
                """, stage.told());
    }

    @Test
    void doesNotStartAgainWhatNeedsAFileThatHasGoneUnseen() {
        var stage = new Scene(POLLING + process("web", "depends on conf") + "check file conf with path /conf if not exist then alert\n")
                .up("web").file("conf", 1).cycle();
        stage.gone("conf").told();

        stage.asked(Wish.RESTART, "web");

        assertEquals("""
                web restart on user request
                conf file doesn't exist
                web trying to restart
                web stop
                conf file doesn't exist
                web failed to start -- could not start required services: 'conf'
                web restart action failed
                """, stage.told());
    }

    @Test
    void startsAgainWhatNeedsAFileThatIsBackUnseen() {
        var stage = new Scene(POLLING + process("web", "depends on app") + process("app", "depends on conf")
                + "check file conf with path /conf if not exist then alert\n").up("web", "app").file("conf", 1).cycle().gone("conf").cycle();
        stage.file("conf", 1).told();

        stage.asked(Wish.RESTART, "web");

        assertEquals("""
                web restart on user request
                web trying to restart
                web stop
                conf file exists
                web start
                web restart action done
                """, stage.told());
    }

    @Test
    void startsWhatIsNeededAndKnownToBeDownBetweenStopAndStart() {
        var stage = new Scene(POLLING + process("web", "depends on db") + process("db", "if not exist then alert")).up("web").cycle();
        stage.told();

        stage.asked(Wish.RESTART, "web");

        assertEquals("""
                web restart on user request
                web trying to restart
                web stop
                db start
                db process is running
                web start
                web restart action done
                """, stage.told());
    }
}
