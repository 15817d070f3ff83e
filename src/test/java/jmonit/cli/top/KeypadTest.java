package jmonit.cli.top;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class KeypadTest {

    /** A dot in the text is a while in which nothing comes. */
    private static List<Key> typed(String text) {
        var keypad = new Keypad();
        var keys = new ArrayList<Key>();
        text.chars().forEach(c -> keys.addAll(keypad.next(c == '.' ? -1 : c)));
        return keys;
    }

    @Test
    void takesCharactersAsTheyAre() {
        assertEquals(List.of(new Key.Typed('q'), new Key.Typed('\n')), typed(".q.\r"));
    }

    @Test
    void knowsArrowsInBothOfTheirForms() {
        assertEquals(List.of(Key.Named.UP, Key.Named.DOWN, Key.Named.UP, Key.Named.PAGE_DOWN), typed("\033[A\033[B\033OA\033[6~"));
    }

    @Test
    void tellsAnEscapeFromWhatBeginsWithOne() {
        assertEquals(List.of(Key.Named.ESCAPE, new Key.Typed('a')), typed("\033.a"));
        assertEquals(List.of(Key.Named.UNKNOWN), typed("\033["  + "."));
    }

    @Test
    void hearsHowLargeTheTerminalIs() {
        assertEquals(List.of(new Key.Size(24, 80), new Key.Size(1000, 1)), typed("\033[24;80R\033[99999;0R"));
    }

    @Test
    void losesNoKeyAfterAnUnknownOne() {
        assertEquals(List.of(Key.Named.UNKNOWN, new Key.Typed('q')), typed("\033[200~q"));
        assertEquals(new Key.Typed('q'), typed("\033[" + "1;".repeat(40) + "...q").getLast());
    }
}
