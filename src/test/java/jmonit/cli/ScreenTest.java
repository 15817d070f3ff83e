package jmonit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScreenTest {

    /** As Monit 5.33.0 sends it. */
    private static final String TABLE = """
            Monit 5.33.0 uptime: 0m
            E[0;90m┌──────────────────┬───────────────────┬──────────┐E[0m
            E[0;90m│E[0m E[1;36mService Name    E[0m E[0;90m│E[0m E[1;36mStatus           E[0m E[0;90m│E[0m E[1;36mType    E[0m E[0;90m│E[0m
            E[0;90m├──────────────────┼───────────────────┼──────────┤E[0m
            E[0;90m│E[0m vm               E[0;90m│E[0m E[0;92mOK                E[0mE[0;90m│E[0m System   E[0;90m│E[0m
            E[0;90m└──────────────────┴───────────────────┴──────────┘E[0m
            """.replace('E', '\033').replace("Servic\033", "Service").replace("Nam\033", "Name").replace("Typ\033", "Type");

    @Test
    void leavesATableAsItIsOnATerminal() {
        assertEquals(TABLE, new Screen(true, true).fit(TABLE));
    }

    @Test
    void makesTheTableOfMonitsBatchMode() {
        assertEquals("Monit 5.33.0 uptime: 0m\n Service Name      Status             Type     \n vm                OK                 System   \n",
                new Screen(false, false).fit(TABLE));
        assertEquals(new Screen(false, false).fit(TABLE), new Screen(false, true).fit(TABLE));
    }

    @Test
    void keepsTheFramesWithoutColours() {
        assertEquals("│ vm │\n└────┘\n", new Screen(true, false).fit("\033[0;90m│\033[0m vm │\n└────┘\n"));
    }

    @Test
    void letsNothingMoveTheCursor() {
        assertEquals("a?[2Jb?]0;title?c??d\te", new Screen(true, true).fit("a\033[2Jb\033]0;title\007c\r\u009bd\te"));
        assertEquals("a?[", new Screen(true, true).fit("a\033["));
    }

    @Test
    void makesItsPlainTextEndAsItEnded() {
        assertEquals("", new Screen(false, false).fit(""));
        assertEquals("3\n", new Screen(false, false).fit("3\n"));
        assertEquals("3", new Screen(false, false).fit("3"));
    }
}
