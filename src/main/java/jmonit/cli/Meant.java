package jmonit.cli;

import java.io.IOException;
import java.util.List;

import jmonit.cli.link.Field;
import jmonit.json.JsonWriter;

/** Which services a command is about: a group, all, or those whose names match. {@code rest} are the words after that. */
record Meant(Invocation invocation, List<String> rest) {

    /** A group counts for more than a name, and then none is written. */
    static Meant of(Invocation invocation, String usage) throws Refused {
        boolean grouped = !invocation.group().isEmpty();
        if (!grouped && invocation.words().size() < 2) {
            throw new Refused("Please say which service: " + usage);
        }
        return new Meant(invocation, invocation.words().subList(grouped ? 1 : 2, invocation.words().size()));
    }

    /** Whether it is about whatever happens to be there. */
    boolean many() {
        return !invocation.group().isEmpty() || all();
    }

    private boolean all() {
        return invocation.argument().equalsIgnoreCase("all");
    }

    /** As a daemon wants to hear it: a pattern stands for what it matches now. */
    void write(Peer peer, JsonWriter out) throws IOException {
        if (!invocation.group().isEmpty()) {
            out.field("group", invocation.group());
        } else if (all()) {
            out.field("all", true);
        } else {
            out.name("services").array();
            names(peer).forEach(out::value);
            out.end();
        }
    }

    private List<String> names(Peer peer) throws IOException {
        var answer = peer.get("/services", List.of(new Field("name", invocation.argument())));
        List<String> found = peer.read(answer).at("services").items().stream().flatMap(s -> s.at("name").text().stream()).toList();
        // What a pattern of it does not find may still be a name; if it is none the daemon says so.
        boolean exact = found.isEmpty() || found.stream().anyMatch(invocation.argument()::equalsIgnoreCase);
        return exact ? List.of(invocation.argument()) : found;
    }

    String reason(int from) {
        return rest.size() <= from ? "" : String.join(" ", rest.subList(from, rest.size()));
    }
}
