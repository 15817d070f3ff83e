package jmonit.daemon;

import jmonit.model.ControlFile;

/** The control file as it is now. */
public interface ControlFileSource {

    Found read();

    /** What was found there. */
    sealed interface Found {

        record Good(ControlFile controlFile) implements Found {
        }

        /** Of no use; {@code why} has been told in the log. */
        record Bad(String why) implements Found {
        }
    }
}
