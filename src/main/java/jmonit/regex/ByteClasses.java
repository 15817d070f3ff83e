package jmonit.regex;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The bytes sorted into classes no step of a program tells apart; the automaton has one column per class. Made anew for each answer that a
 * server has to match, so it is made of arrays.
 */
final class ByteClasses {
    private final int[] ofByte = new int[ByteSet.BYTES];
    private final int[] examples;
    private int count = 1;

    /** @param apart kept apart from other bytes, whatever the program says */
    ByteClasses(Program program, ByteSet... apart) {
        var sets = distinguished(program);
        sets.addAll(List.of(apart));
        sets.forEach(this::divide);
        examples = examples();
    }

    int count() {
        return count;
    }

    /** Its first byte. */
    int example(int byteClass) {
        return examples[byteClass];
    }

    /** The class of each byte, as the array the search loop reads; not to be changed. */
    int[] ofByte() {
        return ofByte;
    }

    private static Set<ByteSet> distinguished(Program program) {
        var sets = new LinkedHashSet<ByteSet>();
        for (var step : program.steps()) {
            if (step instanceof Step.Take(var set, _)) {
                sets.add(set);
            }
        }
        if (program.looksAround()) {
            sets.add(CharacterClass.WORD);
        }
        return sets;
    }

    /** Each class into what is in the set and what is not, counted in the order of their first bytes. */
    private void divide(ByteSet set) {
        var numbers = new int[2 * count];
        count = 0;
        for (int value = 0; value < ByteSet.BYTES; value++) {
            int half = 2 * ofByte[value] + (set.contains(value) ? 1 : 0);
            if (numbers[half] == 0) {
                numbers[half] = ++count;
            }
            ofByte[value] = numbers[half] - 1;
        }
    }

    private int[] examples() {
        var first = new int[count];
        for (int value = ByteSet.BYTES - 1; value >= 0; value--) {
            first[ofByte[value]] = value;
        }
        return first;
    }
}
