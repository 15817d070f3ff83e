package jmonit.catalog;

/** One option of a protocol: the phrase that introduces it and what follows. */
public record Option(String phrase, Kind kind, String summary) {

    public enum Kind {
        TEXT,
        /** A path and query, written as a server wants them before they are sent. */
        REQUEST,
        /** A path and query, sent as it is written. */
        PATH,
        /** A text that is never shown. */
        SECRET,
        NUMBER,
        /** A comparison and a whole number, such as {@code status = 200}. */
        STATUS,
        /** A comparison and a percentage, such as {@code waitlimit < 20%}. */
        SHARE,
        /** = or != and a regular expression. */
        REGEX,
        /** [Name: value, …] */
        HEADERS,
        /** An MD5 or SHA-1 sum. */
        SUM,
        /** GET or HEAD. */
        METHOD,
        /** The fingerprint of a key of a secure shell server, after the kind of the key where that matters. */
        HOST_KEY,
        /** More than so many days, such as {@code valid > 30 days}. */
        DAYS,
        /**
         * A path into JSON, a comparison or {@code contains}, and a value. In the setting a new line stands between path and value, and
         * {@code contains} behind the phrase.
         */
        JSON
    }

    public static Option text(String phrase, String summary) {
        return new Option(phrase, Kind.TEXT, summary);
    }

    public static Option secret(String phrase, String summary) {
        return new Option(phrase, Kind.SECRET, summary);
    }

    public static Option of(String phrase, Kind kind, String summary) {
        return new Option(phrase, kind, summary);
    }
}
