package jmonit.model;

/** How a checksum is computed. */
public enum Digest {
    MD5("MD5", 32),
    SHA1("SHA-1", 40);

    private final String algorithm;
    private final int length;

    Digest(String algorithm, int length) {
        this.algorithm = algorithm;
        this.length = length;
    }

    /** The name the platform knows it by. */
    public String algorithm() {
        return algorithm;
    }

    /** How many hexadecimal digits a sum has. */
    public int length() {
        return length;
    }
}
