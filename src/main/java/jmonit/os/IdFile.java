package jmonit.os;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;

/** The file that keeps the identity of this installation: 32 hexadecimal digits, by which M/Monit knows it. */
public interface IdFile {

    /** The id, or nothing where no file is. A file without an id in it is refused. */
    Optional<String> read(String path) throws IOException;

    /** Makes a new id and keeps it. */
    Fresh renew(String path) throws IOException;

    /** An id just made; as text it is the announcement, which scripts read. */
    record Fresh(String id, String path) {

        public Fresh {
            requireNonNull(id, "id");
            requireNonNull(path, "path");
        }

        @Override
        public String toString() {
            return " New Monit id: " + id + "\n Stored in '" + path + "'";
        }
    }
}
