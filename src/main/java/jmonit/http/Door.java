package jmonit.http;

/** Who comes in. */
interface Door {

    /** Whether anything is said to this client at all. */
    boolean open(Client client);

    Visit visit(Request request);
}
