package jmonit.model;

/** On whose behalf a program runs. */
public record RunAs(Principal user, Principal group) {

    public static final RunAs MYSELF = new RunAs(Principal.INHERITED, Principal.INHERITED);

    public boolean isMyself() {
        return user instanceof Principal.Inherited && group instanceof Principal.Inherited;
    }
}
