package jmonit.model;

import java.util.List;

/** The programs that start, stop and restart a service; a list without a command says there is none. */
public record Commands(List<Command> start, List<Command> stop, List<Command> restart) {

    public static final Commands NONE = new Commands(List.of(), List.of(), List.of());

    public Commands {
        start = List.copyOf(start);
        stop = List.copyOf(stop);
        restart = List.copyOf(restart);
    }
}
