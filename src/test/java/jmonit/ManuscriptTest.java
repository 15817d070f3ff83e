package jmonit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManuscriptTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Größe 5 µs", "a😀b", "日本"})
    void hasTheBytesOfItsTextHoweverItIsWritten(String text) {
        byte[] expected = (text + text + text).getBytes(StandardCharsets.UTF_8);

        var manuscript = new Manuscript().append(text).append("<" + text + ">", 1, text.length() + 1);
        for (char letter : text.toCharArray()) {
            manuscript.append(letter);
        }

        assertArrayEquals(expected, manuscript.bytes());
    }

    @Test
    void growsAndForgetsWhatStoodThereWhenItIsCleared() {
        var manuscript = new Manuscript();
        manuscript.append("x".repeat(10_000));
        int capacity = manuscript.capacity();

        assertEquals("next", new String(manuscript.cleared().append("next").bytes(), StandardCharsets.UTF_8));
        assertEquals(capacity, manuscript.capacity());
    }
}
