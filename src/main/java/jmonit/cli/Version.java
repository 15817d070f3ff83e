package jmonit.cli;

/** Which version this is, and what -V prints. */
public final class Version {

    private Version() {
    }

    /** Scripts take the version out of Monit's first line, so under Monit's name its version is told. */
    static String of(String name) {
        if (name.equals("monit")) {
            return """
                    This is Monit version 5.33.0
                    Built with ssl, with ipv6, with compression, with pam and with large files
                    jmonit %s, under the name of the program it stands in for
                    """.formatted(number());
        }
        return """
                This is jmonit version %s
                Reads the control files of Monit 5.33.0
                Licensed under the Apache License, Version 2.0
                """.formatted(number());
    }

    public static String number() {
        String number = Version.class.getPackage().getImplementationVersion();
        return number == null ? "(not packaged)" : number;
    }
}
