package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.BuiltIn;
import jmonit.model.Snapshot;

class SummaryTextTest {

    private static final Snapshot SNAPSHOT = Capture.snapshot();

    private static String summary(Selection selection, Style style) throws IOException {
        var out = new StringBuilder();
        new SummaryText(BuiltIn.CATALOG, Capture.instance()).write(SNAPSHOT, selection, style, out);
        return out.toString();
    }

    private static String bare(String text) {
        return text.lines().map(String::stripTrailing).reduce("", (all, line) -> all + line + "\n");
    }

    @Test
    void theWholeIsSortedByType() throws IOException {
        assertEquals("""
                Monit 5.33.0 uptime: 0m
                 Service Name                     Status                      Type
                 vm                               OK                          System
                 p                                Connection failed | Spe...  Process
                 ghost                            Does not exist              Process
                 manual                           Not monitored               Process
                 kid                              Initializing                Process
                 cfg                              OK                          File
                 multi                            GID failed | Permission...  File
                 c                                Checksum changed | Cont...  File
                 wrong                            Invalid type                File
                 nothere                          OK                          File
                 here                             Does exist                  File
                 skipped                          Waiting                     File
                 skipped2                         Size failed                 File
                 ff                               OK                          Fifo
                 dd                               OK - restart pending        Directory
                 fs                               Resource limit matched      Filesystem
                 proc                             OK                          Filesystem
                 none                             Does not exist              Filesystem
                 h                                Connection failed | ICM...  Remote Host
                 nohost                           ICMP failed                 Remote Host
                 vv0                              Download bytes exceeded...  Network
                 no                               Link down                   Network
                 prog                             Status failed               Program
                 quiet                            OK                          Program
                 missing                          Status failed               Program
                """, bare(summary(Selection.all(SNAPSHOT), Style.PLAIN)));
    }

    @Test
    void everyLineOfTheTableIs76Wide() throws IOException {
        var lines = summary(Selection.all(SNAPSHOT), Style.PLAIN).lines().skip(1).map(String::length).distinct().toList();

        assertEquals(List.of(76), lines);
    }

    @Test
    void theDaemonIsAsOldAfterAReload() {
        var instance = Capture.instance();
        var reloaded = new Instance.Incarnation("id", SNAPSHOT.at().minusSeconds(7200), SNAPSHOT.at());

        assertEquals("Monit 5.33.0 uptime: 2h 0m",
                StatusText.heading(new Instance(instance.program(), reloaded, instance.place(), List.of()), SNAPSHOT.at()));
    }

    @Test
    void whatIsAskedForStaysInTheOrderOfTheControlFile() throws IOException {
        assertEquals("""
                Monit 5.33.0 uptime: 0m
                 Service Name                     Status                      Type
                 prog                             Status failed               Program
                 h                                Connection failed | ICM...  Remote Host
                """, bare(summary(Selection.named(SNAPSHOT, "PROG|h"), Style.PLAIN)));
    }

    @Test
    void aNameThatIsTooLongIsCut() throws IOException {
        var view = Capture.view(SNAPSHOT, "ff");
        var named = Capture.like(view, "averyveryveryverylongnamethatdoesnotfitintothetable", view.readings());

        assertEquals("""
                Monit 5.33.0 uptime: 0m
                 Service Name                     Status                      Type
                 averyveryveryverylongnametha...  OK                          Fifo
                """, bare(summary(new Selection(List.of(named), false), Style.PLAIN)));
    }

    @Test
    void aTerminalGetsFramesAndColours() throws IOException {
        var expected = """
                Monit 5.33.0 uptime: 0m
                E[0;90m┌─────────────────────────────────┬────────────────────────────┬───────────────┐E[0m
                BAR E[1;36mService Name                   E[0m BAR E[1;36mStatus                    E[0m BAR E[1;36mType         E[0m BAR
                E[0;90m├─────────────────────────────────┼────────────────────────────┼───────────────┤E[0m
                BAR manual                          BAR E[0;93mNot monitored              E[0mBAR Process       BAR
                E[0;90m├─────────────────────────────────┼────────────────────────────┼───────────────┤E[0m
                BAR prog                            BAR E[0;91mStatus failed              E[0mBAR Program       BAR
                E[0;90m└─────────────────────────────────┴────────────────────────────┴───────────────┘E[0m
                """.replace("BAR", "E[0;90m│E[0m").replace("E[", "\u001b[");

        assertEquals(expected, summary(Selection.named(SNAPSHOT, "manual|prog"), Style.TERMINAL));
    }
}
