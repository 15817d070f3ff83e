package jmonit.http;

import jmonit.model.Snapshot;

/** What is known, in the forms that Monit's clients read. */
public interface Documents {

    /** {@code /_status}, {@code /_status2} and {@code /_summary}. */
    Document show(Choice choice, Snapshot snapshot);

    /** How many services are up, down, and so on; {@code type} is empty for all of it. */
    Document report(Choice choice, String type, Snapshot snapshot);

    String id();

    /** The end of the log, bounded. */
    String log(Snapshot snapshot);

    enum Kind {
        STATUS, STATUS2, SUMMARY
    }

    /**
     * Empty texts stand for what was not asked for; a service and a group named here exist.
     *
     * @param program the client, if it is one of ours
     */
    record Choice(Kind kind, boolean xml, String level, String group, String service, String program) {
    }
}
