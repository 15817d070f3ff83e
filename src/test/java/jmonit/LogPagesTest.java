package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.model.LogTarget;
import jmonit.os.FakeDisk;

class LogPagesTest {

    private final FakeDisk disk = new FakeDisk();
    private final LogPages log = new LogPages(disk);

    private LogPages.Page page(String position, int lines) {
        return log.page(new LogTarget.ToFile("/log"), position, lines).orElseThrow();
    }

    @Test
    void beginsWithTheLastLines() {
        disk.file("/log", "one\ntwo\nthree\n");

        assertEquals(List.of("two", "three"), page("", 2).lines());
        assertEquals(List.of("one", "two", "three"), page("", 9).lines());
    }

    @Test
    void goesOnWhereItWas() {
        disk.file("/log", "one\n");
        String position = page("", 9).position();

        disk.append("/log", "two\nthr");
        var next = page(position, 9);
        disk.append("/log", "ee\n");

        assertEquals(List.of("two"), next.lines());
        assertFalse(next.reset());
        assertEquals(List.of("three"), page(next.position(), 9).lines());
        assertEquals(List.of(), page(page(next.position(), 9).position(), 9).lines());
    }

    @Test
    void beginsAnewWithAnotherFile() {
        disk.file("/log", "one\n");
        String position = page("", 9).position();

        disk.rename("/log", "/log.1");
        disk.file("/log", "new one\nnew two\n");

        assertTrue(page(position, 9).reset());
        assertEquals(List.of("new one", "new two"), page(position, 9).lines());
    }

    @Test
    void beginsAnewWhereTheFileIsShorterThanItWas() {
        disk.file("/log", "a long line\n");
        String position = page("", 9).position();

        disk.overwrite("/log", "new\n");

        assertTrue(page(position, 9).reset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-2", "1-2-zz", "../etc/passwd", "1-2-ffffffffffffffff", "-1-2-3"})
    void aPositionNobodyGaveIsNoPosition(String position) {
        disk.file("/log", "one\n");

        assertEquals(List.of("one"), page(position, 9).lines());
        assertTrue(page(position, 9).reset());
    }

    @Test
    void aPieceIsBounded() {
        disk.file("/log", ("x".repeat(99) + "\n").repeat(10_000));

        assertEquals(2000, page("", 2000).lines().size());
        assertTrue(page("", 1_000_000).lines().size() < 2700);
    }

    @Test
    void thereIsNothingWhereTheLogIsNoFile() {
        assertTrue(log.page(new LogTarget.None(), "", 9).isEmpty());
        assertTrue(log.page(new LogTarget.Syslog(""), "", 9).isEmpty());
        assertTrue(log.page(new LogTarget.ToFile("/nosuch"), "", 9).isEmpty());
    }
}
