package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

import jmonit.os.Launch;

/**
 * The words and the environment of a program, as C wants them: two arrays of pointers to strings, each ended by a null pointer, and the strings
 * behind them. All in one piece, because each piece costs more than what it holds.
 */
final class Arguments {

    private static final int USUAL = 4 << 10;

    private final ByteArrayOutputStream strings = new ByteArrayOutputStream(USUAL);
    /** Where each string starts, first those of the words. */
    private final int[] starts;
    private final int words;
    private int count;

    Arguments(Launch launch) {
        words = launch.words().size();
        starts = new int[words + launch.environment().size()];
        launch.words().forEach(word -> {
            start();
            add(word, 0);
        });
        launch.environment().forEach((name, value) -> {
            start();
            add(name, '=');
            add(value, 0);
        });
    }

    private void start() {
        starts[count++] = strings.size();
    }

    private void add(String text, int end) {
        strings.writeBytes(text.getBytes(UTF_8));
        strings.write(end);
    }

    /** How much room they take. */
    int size() {
        return pointers(count) + strings.size();
    }

    /** Where the pointers to the environment are, from the beginning. */
    int environment() {
        return pointers(words) - Long.BYTES;
    }

    /** What so many pointers take, and the two that end their arrays. */
    private static int pointers(int count) {
        return (count + 2) * Long.BYTES;
    }

    /** Answers where the C library finds the name of the program. */
    long write(Room room, int place) {
        var behind = place + pointers(count);
        point(room, place, behind, 0, words);
        point(room, place + environment(), behind, words, count);
        room.bytes().put(behind, strings.toByteArray());
        return room.at(behind);
    }

    private void point(Room room, int place, int behind, int from, int to) {
        for (var i = from; i < to; i++) {
            room.bytes().putLong(place + (i - from) * Long.BYTES, room.at(behind + starts[i]));
        }
        room.bytes().putLong(place + (to - from) * Long.BYTES, 0);
    }
}
