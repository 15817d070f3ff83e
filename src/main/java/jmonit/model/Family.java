package jmonit.model;

/** Which kind of Internet address a test insists on. */
public enum Family {
    ANY, IPV4, IPV6
}
