package jmonit.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What waits for others to share a message with, and makes one message of it for each who is told. One thread. */
final class Gathering {

    /** As many events as that do not wait any longer. */
    static final int MOST = 1000;

    private final Office office;
    private final Queue queue;
    private final List<Note> held = new ArrayList<>();
    private long group;

    Gathering(Office office, Queue queue) {
        this.office = office;
        this.queue = queue;
    }

    /** Whether it is the first, so that the wait begins. */
    boolean add(Note note) {
        held.add(note);
        return held.size() == 1;
    }

    /** Which group is gathered now; another once it is released. */
    long group() {
        return group;
    }

    boolean full() {
        return held.size() >= MOST;
    }

    /** What is to be sent now is handed to {@code send} once it is in the queue. */
    void release(Outgoing outgoing, Consumer<Note> send) {
        List<Note> all = List.copyOf(held);
        held.clear();
        group++;
        if (all.size() == 1) {
            send.accept(queue.begin(all.getFirst()));
            return;
        }
        byAddress(all, n -> n.mails().stream().map(Mail::to)).forEach((to, notes) -> group(mail(to, notes), send));
        byAddress(all, n -> n.collectors().stream().filter(outgoing::groups)).forEach((a, notes) -> group(outlet(a, notes), send));
    }

    private void group(Note group, Consumer<Note> send) {
        queue.group(group);
        send.accept(group);
    }

    /** The words are in the mail. */
    private Note mail(String to, List<Note> notes) {
        long number = number(notes);
        Mail mail = notes.size() == 1 ? notes.getFirst().mails().stream().filter(m -> m.to().equals(to)).findFirst().orElseThrow()
                : office.group(number, told(notes), to);
        return new Note(number, notes.getFirst().told(), List.of(mail), List.of(), false, members(notes));
    }

    private Note outlet(String address, List<Note> notes) {
        return new Note(number(notes), notes.size() == 1 ? notes.getFirst().told() : told(notes), List.of(), List.of(address), false,
                members(notes));
    }

    private long number(List<Note> notes) {
        return queue.number(notes.getLast().event());
    }

    private static List<Long> members(List<Note> notes) {
        return notes.stream().map(Note::number).toList();
    }

    private static Told told(List<Note> notes) {
        return new Told(notes.stream().map(n -> Roll.brief(n.event())).toList(), List.of());
    }

    private static Map<String, List<Note>> byAddress(List<Note> notes, Function<Note, Stream<String>> addresses) {
        var found = new LinkedHashMap<String, List<Note>>();
        notes.forEach(n -> addresses.apply(n).distinct().forEach(a -> found.computeIfAbsent(a, _ -> new ArrayList<>()).add(n)));
        return found;
    }
}
