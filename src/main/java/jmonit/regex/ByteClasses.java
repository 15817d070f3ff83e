package jmonit.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The bytes sorted into classes no step of a program tells apart; the automaton has one column per class. */
final class ByteClasses {
    private final int[] ofByte = new int[ByteSet.BYTES];
    private final List<Integer> examples = new ArrayList<>();

    /** @param apart kept apart from other bytes, whatever the program says */
    ByteClasses(Program program, ByteSet... apart) {
        var sets = distinguished(program);
        sets.addAll(List.of(apart));
        var signatures = new HashMap<List<Boolean>, Integer>();
        for (int value = 0; value < ByteSet.BYTES; value++) {
            ofByte[value] = signatures.computeIfAbsent(signature(value, sets), _ -> examples.size());
            if (ofByte[value] == examples.size()) {
                examples.add(value);
            }
        }
    }

    int count() {
        return examples.size();
    }

    int example(int byteClass) {
        return examples.get(byteClass);
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

    private static List<Boolean> signature(int value, Set<ByteSet> sets) {
        return sets.stream().map(set -> set.contains(value)).toList();
    }
}
