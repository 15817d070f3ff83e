package jmonit.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.model.Action;
import jmonit.model.Amount;
import jmonit.model.Command;
import jmonit.model.Comparison;
import jmonit.model.Condition;
import jmonit.model.Origin;
import jmonit.model.Rule;
import jmonit.model.RunAs;
import jmonit.model.Unit;
import jmonit.model.Window;

/** The sequences were played to Monit 5.33.0: check program, cycles of a second, the exit status taken from the bits. */
class RuleStateTest {

    private static final Condition STATUS = new Condition.Threshold("status", Comparison.NOT_EQUAL, Amount.of(0, Unit.COUNT));
    private static final Condition CHANGE = new Condition.Changed("size");
    private static final Duration CYCLE = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({
            "0101100111, 3, 5, 2, 2, 5F 7R 10F 12R",
            "01100101, 2, 5, 2, 2, 3F 5R 8F 10R",
            "0110001, 2, 5, 2, 2, 3F 5R",
            "0010011000011, 2, 5, 2, 2, 6F 9R 13F 15R",
            "01011, 3, 5, 2, 5, 5F 6R",
            "01011010101, 3, 5, 2, 5, 5F 6R 11F 12R"})
    void flipsWhereMonitDoes(String bits, int times, int cycles, int good, int goodCycles, String flips) {
        var rule = rule(STATUS, new Window(times, cycles), Action.ALERT, new Window(good, goodCycles));

        assertEquals(flips, flips(play(rule, bits + "0000000000")));
    }

    @ParameterizedTest
    @CsvSource({
            "10010010001110010000110111, 2, 4, 3, 3, w..e..e..i.ee..e..i..e.eee",
            "00110011001000111010100110, 2, 4, 3, 3, ..we..ee..e..i.ee.e.e..ee.",
            "11101111110000111101010011, 3, 3, 1, 1, wwei..eeeei.....eei.......",
            "11101101111111111001111110, 3, 3, 1, 1, wwei.....eeeeeeeei...eeeei",
            "01011001110011110101101011, 3, 5, 2, 4, .w.wei...ei...eei...ei...e",
            "00101010100000001000100001, 3, 5, 2, 4, ..w.w.ei..................",
            "11001011001011011110101101, 1, 1, 3, 4, ee..eiee..eiee.eeee.e.ee.e",
            "00100001001010101101001110, 1, 1, 3, 4, ..ei...ei.eieieiee.e.ieee.",
            "10100000100, 1, 1, 3, 4, eiei....ei.",
            "11100110110010001010001110011110, 3, 5, 2, 4, wwei....eei.............ei...eei",
            "111101001000001110, 3, 4, 3, 5, wweei...........ei",
            "1110010111101000110111000011100111, 3, 3, 2, 3, wwei.....ee.ei.......ei.....ei...e",
            "0111101001110110111010100011010111, 4, 6, 2, 6, .wwwei.....ei....eei...........eee",
            "111010111110100010001010111100, 2, 3, 2, 4, weei..eeeee.ei........ei.eee.i",
            "0100010111011011110011101110110111, 3, 6, 3, 6, .w...w.weei...eeee..eeei..ei...eee",
            "1010001110, 4, 8, 3, 5, w.w...weei",
            "1100001010101001110110101100010110, 2, 2, 3, 7, wei.............eei.ei...ei.....ei",
            "0000001000100000111000011001011101, 5, 7, 2, 3, ......w...w.....www....ww..w.www.e",
            "1110011010101110110000001000100101, 1, 4, 4, 6, eee..ee.e.e.eee.ee..i...ei..ei.eie",
            "010001000011010011011011010, 3, 5, 1, 3, .w...w....ww.ei....eei...ei",
            "0110011111011110011101011010101111, 2, 6, 5, 6, .wei..eeee.eeee..eee.e.ee.e.e.eeee"})
    void isToldAsLoudlyAsByMonit(String bits, int times, int cycles, int good, int goodCycles, String levels) {
        var rule = rule(STATUS, new Window(times, cycles), Action.ALERT, new Window(good, goodCycles));

        assertEquals(levels, levels(play(rule, bits)));
    }

    @ParameterizedTest
    @CsvSource({
            "11111111111111001111111111, 1, 1, 1, 0, F.............R.F.........",
            "11111111111111001111111111, 1, 1, 1, 1, FFFFFFFFFFFFFFR.FFFFFFFFFF",
            "11111111111111001111111111, 1, 1, 1, 2, FF.F.F.F.F.F.FR.FF.F.F.F.F",
            "11111111111111001111111111, 1, 1, 1, 3, F.F..F..F..F..R.F.F..F..F.",
            "11111111111111001111111111, 1, 1, 1, 5, F...F....F....R.F...F....F",
            "11111111111111001111111111, 3, 3, 1, 2, ..FF.F.F.F.F.FR...FF.F.F.F",
            "11011011110000111111111111, 2, 3, 3, 1, .F.FF.FFFF..R..FFFFFFFFFFF",
            "11011011110000111111111111, 2, 3, 3, 2, .F..F.F.F...R..FF.F.F.F.F.",
            "11011011110000111111111111, 2, 3, 3, 3, .F.F..F..F..R..F.F..F..F..",
            "11011011110000111111111111, 2, 3, 3, 5, .F..........R..F...F....F."})
    void repeatsAProgramWhereMonitDoes(String bits, int times, int cycles, int good, int every, String runs) {
        var rule = rule(STATUS, new Window(times, cycles), exec(every), new Window(good, good));

        assertEquals(runs, acts(rule, play(rule, bits)));
    }

    @Test
    void restartsInEachFailingCycle() {
        var rule = rule(STATUS, new Window(2, 2), new Action.Restart(), new Window(2, 2));

        assertEquals(".FF.F.R", acts(rule, play(rule, "1110100")));
    }

    @Test
    void alertsOnceAFailure() {
        var rule = rule(STATUS, Window.ONCE, new Action.Restart(), Window.ONCE);

        assertEquals("F..RF", announcements(rule, play(rule, "11101")));
    }

    /** A file that grew in some cycles; Monit looks for a change from its second cycle on. */
    @ParameterizedTest
    @CsvSource({
            "000010111000100100110, 1, 1, ....F.FFF...F..F..FF.",
            "000010111000100100110, 2, 2, .......FF..........F.",
            "000010111000100100110, 2, 4, ......FFF......F...F."})
    void eachChangeIsNewsOfItsOwn(String bits, int times, int cycles, String news) {
        var rule = rule(CHANGE, new Window(times, cycles), exec(0), Window.ONCE);
        var steps = play(rule, bits);

        assertEquals(news, announcements(rule, steps));
        assertEquals(news, acts(rule, steps).replace('R', '.'));
    }

    @Test
    void whatCannotBeJudgedMovesNothing() {
        var before = new RuleState(true, 5, "seen", 3, java.time.Instant.EPOCH);

        var step = before.next(new Verdict.Unknown(""), rule(STATUS, Window.ONCE, Action.ALERT, Window.ONCE));

        assertEquals(new RuleState.Step(before, false, Level.SILENT), step);
    }

    @Test
    void remembersWhatWasSeenThroughAllOfIt() {
        var rule = rule(STATUS, Window.ONCE, Action.ALERT, Window.ONCE);
        var state = RuleState.FRESH.remembering("42 bytes");

        assertEquals("42 bytes", state.next(new Verdict.Tripped(""), rule).state().memory());
    }

    @Test
    void countsAWindowInTimeInCyclesOfTheService() {
        var rule = rule(STATUS, Window.throughout(Duration.ofSeconds(25)), Action.ALERT, Window.throughout(Duration.ofSeconds(20)));

        assertEquals("4F 8R", flips(play(rule, "01110100")));
    }

    @Test
    void countsTimesWithinATime() {
        var rule = rule(STATUS, Window.within(2, Duration.ofSeconds(40)), Action.ALERT, Window.ONCE);

        assertEquals("6F 7R", flips(play(rule, "1000110")));
    }

    @Test
    void reachesBackSixtyFourCycles() {
        var rule = rule(STATUS, new Window(64, 64), Action.ALERT, Window.ONCE);

        assertEquals("64F", flips(play(rule, "1".repeat(70))));
    }

    @Test
    void remindsOfALastingFailure() {
        var rule = rule(STATUS, Window.ONCE, Action.ALERT, new Window(2, 2));
        var steps = play(rule, "1110111");

        assertFalse(steps.get(1).returns(3));
        assertTrue(steps.get(2).returns(3));
        assertFalse(steps.get(3).returns(2));
        assertTrue(steps.get(5).returns(3));
        assertFalse(steps.get(6).returns(0));
    }

    @Test
    void aRuleThatIsWellAgainComesToRest() {
        var steps = play(rule(STATUS, Window.ONCE, new Action.Alert(), Window.ONCE), "1110" + "0".repeat(70));

        assertEquals(steps.get(70).state(), steps.getLast().state());
    }

    private static Rule rule(Condition when, Window window, Action then, Window recovery) {
        return new Rule(when, window, then, recovery, exec(0), new Origin("monitrc", 1));
    }

    private static Action exec(int every) {
        return new Action.Exec(new Command(List.of("/bin/true"), RunAs.MYSELF, Duration.ZERO), every);
    }

    private static List<RuleState.Step> play(Rule rule, String bits) {
        var steps = new ArrayList<RuleState.Step>();
        var state = RuleState.FRESH;
        for (char bit : bits.toCharArray()) {
            var step = state.next(bit == '1' ? new Verdict.Tripped("") : new Verdict.Clear(""), rule, CYCLE);
            steps.add(step);
            state = step.state();
        }
        return steps;
    }

    private static String flips(List<RuleState.Step> steps) {
        var text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append(steps.get(i).flipped() ? " " + (i + 1) + side(steps.get(i)) : "");
        }
        return text.toString().strip();
    }

    private static String side(RuleState.Step step) {
        return step.state().failing() ? "F" : "R";
    }

    private static String levels(List<RuleState.Step> steps) {
        var text = new StringBuilder();
        steps.forEach(s -> text.append(switch (s.level()) {
            case SILENT -> '.';
            case INFO -> 'i';
            case WARNING -> 'w';
            case ERROR -> 'e';
        }));
        return text.toString();
    }

    private static String acts(Rule rule, List<RuleState.Step> steps) {
        var text = new StringBuilder();
        steps.forEach(s -> text.append(s.acts(rule) ? side(s) : "."));
        return text.toString();
    }

    private static String announcements(Rule rule, List<RuleState.Step> steps) {
        var text = new StringBuilder();
        steps.forEach(s -> text.append(s.announces(rule) ? side(s) : "."));
        return text.toString();
    }
}
