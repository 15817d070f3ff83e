package jmonit.cli;

import java.io.IOException;
import java.util.List;

import jmonit.config.Overrides;
import jmonit.config.Places;
import jmonit.model.ControlFile;

/** What a command line without a word starts: the program itself. */
public interface Daemon {

    /**
     * How it is to run.
     *
     * @param overrides what the command line says in place of the control file
     * @param verbosity counts the -v
     */
    record Manner(Overrides overrides, int verbosity, Purpose purpose) {
    }

    /** What for. */
    sealed interface Purpose {

        /** For as long as the control file says. */
        record Watch() implements Purpose {
        }

        /** Look at everything once, and fail if anything is wrong. */
        record Validate() implements Purpose {
        }

        /** Do this about these services, and fail if it does not work out. */
        record Act(String word, List<String> services) implements Purpose {

            public Act {
                services = List.copyOf(services);
            }
        }

        /** Send everybody a message, or those who are called so, and tell what came back. */
        record TestAlert(List<String> name) implements Purpose {

            public TestAlert {
                name = List.copyOf(name);
            }
        }
    }

    /** Runs it with a control file that has no mistakes; the exit code. */
    int run(ControlFile controlFile, Places places, Manner manner) throws IOException;
}
