package jmonit.channel;

import java.io.IOException;

import jmonit.model.MailServer;

/** Talks to mail servers. */
interface Post {

    /** Says hello and logs in; the exception is for the operator and names no secret. */
    Talk greet(MailServer server) throws IOException, InterruptedException;

    /** What a server says to a mail. An exception of a delivery means that there is nobody to talk to any more. */
    sealed interface Answer {

        record Taken() implements Answer {
        }

        /** Not now. */
        record Later(String said) implements Answer {
        }

        /** Never. */
        record Refused(String said) implements Answer {
        }
    }

    /** One conversation, of one thread. */
    interface Talk extends AutoCloseable {

        Answer deliver(Mail mail) throws IOException;

        @Override
        void close();
    }
}
