package jmonit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Things of which few change between one writing and the next: their text is made once, for as long as they are written. A thing never
 * changes, so it is the same when it is the same object; to compare what it holds would cost as much as the text.
 */
final class Pieces<T> {

    private final Function<T, String> text;
    private Map<T, byte[]> known = new IdentityHashMap<>();

    Pieces(Function<T, String> text) {
        this.text = text;
    }

    void write(List<T> things, ByteArrayOutputStream out) {
        var written = new IdentityHashMap<T, byte[]>(things.size());
        for (T thing : things) {
            byte[] before = known.get(thing);
            byte[] piece = before == null ? text.apply(thing).getBytes(UTF_8) : before;
            written.put(thing, piece);
            out.writeBytes(piece);
        }
        known = written;
    }
}
