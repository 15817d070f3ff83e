package jmonit.catalog;

import java.util.List;
import java.util.Set;

/** What may follow {@code check}. */
public interface ServiceType {

    String keyword();

    /** Other words for the same. */
    default List<String> aliases() {
        return List.of();
    }

    /** How Monit calls it in lists: "Remote Host". */
    String title();

    String summary();

    Naming naming();

    /** What can be compared, watched for change, expected or searched. */
    List<Metric> metrics();

    Set<Feature> features();

    /** What stands between the name of a service and its first rule. */
    enum Naming {
        PROCESS, PATH,
        /** A path, or any other name that a filesystem is mounted under: a pool, a share, a label. */
        VOLUME, ADDRESS, INTERFACE, PROGRAM, MACHINE
    }

    /** Tests that are no comparison of a metric. */
    enum Feature {
        /** {@code if not exist}, and a restart where no such rule is written. */
        EXISTENCE,
        /** {@code if failed port} */
        PORT,
        /** {@code if failed unixsocket} */
        UNIX_SOCKET,
        /** {@code if failed ping} */
        PING,
        /** {@code if link down}, and an alert where no such rule is written. */
        LINK,
        /** {@code ignore content} */
        IGNORE,
        /** An alert when the flags of the filesystem change. */
        FLAGS
    }
}
