package jmonit.cli.top;

import java.util.ArrayList;
import java.util.List;

/** Makes keys of bytes. Keeps what has come of a key that is not complete. */
public final class Keypad {

    private static final int ESCAPE = 27;
    private static final int LONGEST = 32;
    private static final int LARGEST = 1000;

    private final StringBuilder sequence = new StringBuilder();

    /** The next byte, or −1 when nothing came for a while: then an escape was the key of that name. */
    public List<Key> next(int b) {
        var keys = new ArrayList<Key>();
        if (sequence.isEmpty()) {
            begin(b, keys);
        } else if (b < 0) {
            keys.add(sequence.length() == 1 ? Key.Named.ESCAPE : Key.Named.UNKNOWN);
            sequence.setLength(0);
        } else {
            go(b, keys);
        }
        return keys;
    }

    private void begin(int b, List<Key> keys) {
        if (b == ESCAPE) {
            sequence.append((char) b);
        } else if (b >= 0) {
            keys.add(new Key.Typed(b == '\r' ? '\n' : b));
        }
    }

    private void go(int b, List<Key> keys) {
        sequence.append((char) b);
        boolean introduced = sequence.length() == 2 && (b == '[' || b == 'O');
        boolean last = b >= '@' && b <= '~';
        if (!introduced && (last || sequence.length() < 3 || sequence.length() > LONGEST)) {
            keys.add(named(sequence.substring(1)));
            sequence.setLength(0);
        }
    }

    private static Key named(String sequence) {
        return switch (sequence) {
            case "[A", "OA" -> Key.Named.UP;
            case "[B", "OB" -> Key.Named.DOWN;
            case "[5~" -> Key.Named.PAGE_UP;
            case "[6~" -> Key.Named.PAGE_DOWN;
            case "[H", "OH", "[1~", "[7~" -> Key.Named.HOME;
            case "[F", "OF", "[4~", "[8~" -> Key.Named.END;
            default -> sequence.matches("\\[\\d{1,5};\\d{1,5}R") ? size(sequence) : Key.Named.UNKNOWN;
        };
    }

    private static Key size(String sequence) {
        String[] numbers = sequence.substring(1, sequence.length() - 1).split(";");
        return new Key.Size(Math.clamp(Integer.parseInt(numbers[0]), 1, LARGEST), Math.clamp(Integer.parseInt(numbers[1]), 1, LARGEST));
    }
}
