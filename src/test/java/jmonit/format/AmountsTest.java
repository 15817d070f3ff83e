package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "54.5, 54.5 B", "1024, 1 kB",
            "1665, 1.6 kB", "13952, 13.6 kB", "1048576, 1 MB", "270552530944, 252.0 GB"})
    void bytesHaveADecimalOnlyWhereThereIsOne(double bytes, String expected) {
        assertEquals(expected, Amounts.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0, 0m", "59, 0m", "900, 15m", "3600, 1h 0m", "7199, 1h 59m", "86400, 1d 0h 0m", "90000, 1d 1h 0m", "864300, 10d 0h 5m"})
    void uptimesBeginWithWhatThereIs(long seconds, String expected) {
        assertEquals(expected, Amounts.uptime(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"39, 0.039 ms", "1462, 1.462 ms", "2000, 2 ms", "1500000, 1.500 s", "60000000, 1 m"})
    void timesHaveThreeDecimalsWhereThereAreAny(long micros, String expected) {
        assertEquals(expected, Amounts.time(Duration.ofNanos(micros * 1000)));
    }

    @Test
    void momentsAreToldInTheZoneOfTheMachine() {
        assertEquals("Sat, 21 Nov 2026 09:30:44", Amounts.moment(Instant.ofEpochSecond(1795249844), ZoneId.of("Europe/Vienna")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6})
    void numbersAreRoundedExactly(int decimals) {
        var random = new Random(decimals);
        for (int i = 0; i < 20_000; i++) {
            double scale = Math.pow(10, random.nextInt(-4, 8));
            double value = (i % 4 == 0 ? Math.rint(random.nextDouble(-1, 1) * 2000) / 16 : random.nextDouble(-1, 1) * scale);

            assertEquals(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString(), Amounts.fixed(value, decimals));
        }
    }

    @Test
    void whatIsNoNumberDoesNotBreakAView() {
        assertEquals("NaN", Amounts.fixed(Double.NaN, 1));
    }
}
