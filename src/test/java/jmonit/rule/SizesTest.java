package jmonit.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1 kB", "1025, 1.0 kB", "1536, 1.5 kB", "10240, 10 kB", "1048575, 1024.0 kB", "1048576, 1 MB",
            "1572864, 1.5 MB", "5368721465, 5.0 GB", "1047527424, 999 MB"})
    void printsBytesAsMonitDoes(long bytes, String text) {
        assertEquals(text, Sizes.bytes(bytes));
    }
}
