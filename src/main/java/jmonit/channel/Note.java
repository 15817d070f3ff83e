package jmonit.channel;

import java.util.List;

import jmonit.model.Event;

/**
 * An event, or several in one message, with all that is still to be delivered because of it.
 *
 * @param number names it in the queue; that of the event, unless two have the same
 * @param collectors who is to hear of the event itself, by their addresses
 * @param held whether it still waits for others to share a message with; nothing of that was sent yet
 * @param members of which notes this one tells, too, by their numbers
 */
record Note(long number, Told told, List<Mail> mails, List<String> collectors, boolean held, List<Long> members) {

    Note {
        mails = List.copyOf(mails);
        collectors = List.copyOf(collectors);
        members = List.copyOf(members);
    }

    /** One that is to be delivered now. */
    Note(long number, Told told, List<Mail> mails, List<String> collectors) {
        this(number, told, mails, collectors, false, List.of());
    }

    /** Of an event of which nothing else is known. */
    Note(long number, Event event, List<Mail> mails, List<String> collectors) {
        this(number, Told.of(event), mails, collectors);
    }

    Event event() {
        return told.first();
    }

    boolean settled() {
        return mails.isEmpty() && collectors.isEmpty();
    }

    Note holding(boolean waits) {
        return new Note(number, told, mails, collectors, waits, members);
    }

    Note without(Mail mail) {
        return new Note(number, told, mails.stream().filter(m -> !m.equals(mail)).toList(), collectors, held, members);
    }

    Note without(String collector) {
        return new Note(number, told, mails, collectors.stream().filter(c -> !c.equals(collector)).toList(), held, members);
    }

    /** What is left of it once another note tells some of it. */
    Note without(Note group) {
        List<Mail> others = mails.stream().filter(m -> group.mails.stream().noneMatch(g -> g.to().equals(m.to()))).toList();
        return new Note(number, told, others, collectors.stream().filter(c -> !group.collectors.contains(c)).toList(), false, members);
    }
}
