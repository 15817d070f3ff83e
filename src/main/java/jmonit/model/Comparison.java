package jmonit.model;

/** How a reading is held against a limit. */
public enum Comparison {
    GREATER(">", "greater than"),
    GREATER_OR_EQUAL(">=", "greater than or equal to"),
    LESS("<", "less than"),
    LESS_OR_EQUAL("<=", "less than or equal to"),
    EQUAL("=", "equal to"),
    NOT_EQUAL("!=", "not equal to");

    private final String sign;
    private final String words;

    Comparison(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    public String sign() {
        return sign;
    }

    public String words() {
        return words;
    }

    public boolean holds(double left, double right) {
        return switch (this) {
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
        };
    }
}
