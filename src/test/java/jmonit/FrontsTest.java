package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class FrontsTest {

    @Test
    void oneThatFailsToCloseKeepsNoOtherOpen() {
        var closed = new ArrayList<String>();

        Fronts.closeEach(Stream.of(() -> closed.add("port"), () -> {
            throw new IllegalStateException("a fault");
        }, () -> closed.add("socket")));

        assertEquals(List.of("port", "socket"), closed);
    }
}
