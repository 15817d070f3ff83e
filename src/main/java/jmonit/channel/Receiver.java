package jmonit.channel;

import java.util.List;

import jmonit.model.Event;

/** How something is put to somebody who is told by web requests. */
interface Receiver {

    Letter letter(Told told);

    /** Whoever forgets what lasts is told of it again and again; nothing for all others. */
    default List<Letter> lasting(List<Event> events) {
        return List.of();
    }
}
