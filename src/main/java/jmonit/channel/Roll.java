package jmonit.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jmonit.model.Event;

/** Many events in few words: how many of what, and which services. */
record Roll(List<Event> events) {

    /** The first line of what a service has to say. */
    private static final int LONGEST = 160;

    Roll {
        events = List.copyOf(events);
    }

    /** The most frequent first: "998 Does not exist, 2 Connection failed". */
    String counts() {
        return String.join(", ", byKind().entrySet().stream().map(e -> e.getValue().size() + " " + e.getKey()).toList());
    }

    /** "1 service", "12 services". */
    String services() {
        long count = events.stream().map(Event::service).distinct().count();
        return count + (count == 1 ? " service" : " services");
    }

    /** A line for each, under a line for each kind; no more than {@code most} of them, and how many are not named. */
    String list(int most) {
        var text = new StringBuilder();
        int left = most;
        for (Map.Entry<String, List<Event>> kind : byKind().entrySet()) {
            if (left > 0) {
                text.append(kind.getKey()).append(" (").append(kind.getValue().size()).append(")\n");
                kind.getValue().stream().limit(left).forEach(e -> text.append('\t').append(line(e)).append('\n'));
                left -= kind.getValue().size();
            }
        }
        return left < 0 ? text.append("\t... and ").append(-left).append(" more\n").toString() : text.toString();
    }

    private Map<String, List<Event>> byKind() {
        var kinds = new LinkedHashMap<String, List<Event>>();
        events.forEach(e -> kinds.computeIfAbsent(e.kind().words(e.side()), _ -> new ArrayList<>()).add(e));
        var sorted = new LinkedHashMap<String, List<Event>>();
        kinds.entrySet().stream().sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private static String line(Event event) {
        return event.service() + ": " + brief(event).because() + (event.action().equals("alert") ? "" : " (" + event.action() + ")");
    }

    /** As much of it as is told where there are many. */
    static Event brief(Event event) {
        String first = event.because().strip().lines().findFirst().orElse("");
        return new Event(event.at(), event.service(), event.type(), event.kind(), event.side(), Headline.shortened(first, LONGEST), event.action(),
                event.origin(), event.audience());
    }
}
