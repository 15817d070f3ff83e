package jmonit.http;

import java.util.List;

import jmonit.model.Snapshot;

/** What is known, in the forms that Monit's clients read. */
public interface Documents {

    /** {@code /_status}, {@code /_status2} and {@code /_summary}. */
    Document show(Choice choice, Snapshot snapshot);

    /** How many services are up, down, and so on; {@code type} is empty for all of it. */
    Document report(Choice choice, String type, Snapshot snapshot);

    /** The services whose whole name is {@code pattern}, or matches it as an expression, in whatever case. */
    List<String> named(Snapshot snapshot, String pattern);

    String id();

    /** The end of the log, bounded. */
    String log(Snapshot snapshot);

    enum Kind {
        STATUS, STATUS2, SUMMARY
    }

    /**
     * Empty texts stand for what was not asked for; some service bears the name, or matches it as a pattern, and some is in the group.
     *
     * @param program the client, if it is one of ours
     */
    record Choice(Kind kind, boolean xml, String group, String service, String program) {
    }
}
