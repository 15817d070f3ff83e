package jmonit.channel;

import java.util.List;

import jmonit.model.Event;

/**
 * An event with all that is still to be delivered because of it.
 *
 * @param number names it in the queue; that of the event, unless two have the same
 * @param collectors who is to hear of the event itself, by their addresses
 */
record Note(long number, Event event, List<Mail> mails, List<String> collectors) {

    Note {
        mails = List.copyOf(mails);
        collectors = List.copyOf(collectors);
    }

    boolean settled() {
        return mails.isEmpty() && collectors.isEmpty();
    }

    Note without(Mail mail) {
        return new Note(number, event, mails.stream().filter(m -> !m.equals(mail)).toList(), collectors);
    }

    Note without(String collector) {
        return new Note(number, event, mails, collectors.stream().filter(c -> !c.equals(collector)).toList());
    }
}
