package jmonit.regex;

import java.util.Arrays;

/** A set of small numbers that remembers the order they came in, and is emptied in no time (a sparse set). */
final class IndexSet {
    private final int[] members;
    private final int[] place;
    private int size;

    IndexSet(int capacity) {
        this.members = new int[capacity];
        this.place = new int[capacity];
    }

    int size() {
        return size;
    }

    int get(int index) {
        return members[index];
    }

    void add(int member) {
        if (!contains(member)) {
            place[member] = size;
            members[size++] = member;
        }
    }

    void clear() {
        size = 0;
    }

    int[] sorted() {
        int[] copy = Arrays.copyOf(members, size);
        Arrays.sort(copy);
        return copy;
    }

    private boolean contains(int member) {
        return place[member] < size && members[place[member]] == member;
    }
}
