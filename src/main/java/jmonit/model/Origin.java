package jmonit.model;

/** Where in the control files something was written, so that events and help can point back at it. */
public record Origin(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
