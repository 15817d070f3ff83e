package jmonit.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.model.Condition;

/** The sequences were played to Monit 5.33.0; a digit says how often the service was started in that cycle, after its limits were asked. */
class RestartCountTest {

    @ParameterizedTest
    @CsvSource({
            "1111, 2 within 2, 3:2/2",
            "111, 2 within 3, 3:2/2",
            "1111, 3 within 5, 4:3/3",
            "111101111011010101010, 3 within 5, 4:3/3 5:4/4 6:4/5 10:3/3 11:3/4 12:4/5 19:3/5",
            "1111010110110, 1 within 1, 2:1/1 4:1/1 7:1/1 9:1/1 12:1/1",
            "111000111010000010101101010, 3 within 6, 4:3/3 5:3/4 6:3/5 7:3/6 12:3/4 13:3/5 14:3/6 22:3/5 23:4/6",
            "0111111111111, 3 within 5, 5:3/3 6:4/4 7:5/5 11:3/3 12:4/4 13:5/5",
            "01010010001100100000111010, 2 within 4, 5:2/3 6:2/4 16:2/4 23:2/2 24:3/3 25:3/4",
            "0110122100001010, 3 within 6, 6:3/4 7:5/5 8:7/6",
            "011122221111111, 3 within 6, 5:3/3 6:5/4 7:7/5 8:9/6 12:3/3 13:4/4 14:5/5 15:6/6"})
    void reachesItsLimitWhenMonitDoes(String starts, String limit, String told) {
        assertEquals(told, told(starts, limit));
    }

    @Test
    void countsForAllLimitsTogetherAndAsLongAsTheLongest() {
        assertEquals("4:2/3 4:2/3 5:2/4 6:3/5 6:3/5 7:3/6 7:3/6 8:4/7 9:4/8 16:2/4 17:2/5 18:2/6 19:3/7 20:3/8",
                told("10101010100100100100", "2 within 3", "2 within 6", "3 within 8"));
    }

    @Test
    void speaksAsMonitDoes() {
        assertEquals("service restarted 2 times within 3 cycles(s) - unmonitor", new RestartCount(2, 3).because("unmonitor"));
    }

    private static String told(String starts, String... written) {
        List<Condition.Restarted> limits = List.of(written).stream().map(RestartCountTest::limit).toList();
        int longest = limits.stream().mapToInt(Condition.Restarted::cycles).max().orElseThrow();
        var told = new ArrayList<String>();
        var count = RestartCount.NONE;
        for (int cycle = 1; cycle <= starts.length(); cycle++) {
            count = count.nextCycle(longest);
            for (var limit : limits) {
                if (count.reaches(limit)) {
                    told.add(cycle + ":" + count.starts() + "/" + count.cycles());
                }
            }
            for (int i = 0; i < starts.charAt(cycle - 1) - '0'; i++) {
                count = count.started();
            }
        }
        return String.join(" ", told);
    }

    private static Condition.Restarted limit(String text) {
        String[] words = text.split(" ");
        return new Condition.Restarted(Integer.parseInt(words[0]), Integer.parseInt(words[2]));
    }
}
