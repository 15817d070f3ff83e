package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** When somebody is told again that a failure lasts; as Monit 5.33 does, by experiment. */
class ReminderTest {

    private static final String RULE = "check process web with pidfile /run/web\n    if does not exist then alert\n";

    private static List<String> still(String text, int cycles) {
        var stage = new Stage(text);
        var told = new ArrayList<String>();
        stage.tick();
        for (int i = 0; i < cycles; i++) {
            int cycle = i + 1;
            stage.gone("web").stream().filter(l -> l.startsWith("event") || l.startsWith("still")).map(l -> cycle + " " + l).forEach(told::add);
            stage.cycle();
        }
        return told;
    }

    @Test
    void remindsInTheCyclesThatAreAMultipleOfWhatARecipientAskedFor() {
        assertEquals(List.of("1 event web Does not exist, alert", "3 still web Does not exist, 3", "6 still web Does not exist, 6"),
                still("set alert a@b.example with reminder on 3 cycles\n" + RULE, 7));
    }

    @Test
    void remindsTheRecipientsOfTheServiceToo() {
        assertEquals(List.of("1 event web Does not exist, alert", "2 still web Does not exist, 2", "3 still web Does not exist, 3"),
                still(RULE + "    alert a@b.example with reminder on 1 cycle\n", 3));
    }

    @Test
    void remindsNobodyWhoDidNotAsk() {
        assertEquals(List.of("1 event web Does not exist, alert"), still("set alert a@b.example\n" + RULE, 4));
    }
}
