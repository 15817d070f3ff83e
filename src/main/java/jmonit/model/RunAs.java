package jmonit.model;

/** On whose behalf a program runs. */
public record RunAs(Principal user, Principal group) {

    public static final RunAs MYSELF = new RunAs(Principal.INHERITED, Principal.INHERITED);
}
