package jmonit.config;

import java.time.Duration;
import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Family;
import jmonit.model.Ping;
import jmonit.model.ResponseTime;

/** Reads {@code ping} with its options, which may come in any order. */
final class PingReader {

    private static final int SMALLEST = 8;
    private static final int LARGEST = 1492;
    private static final int MOST = 20;
    private static final List<String> WORDS = List.of("ping", "ping4", "ping6", "icmp");

    private final Cursor c;
    private final Values values;
    private int count = 3;
    private int size = 64;
    private ResponseTime response = ResponseTime.UNLIMITED;
    private Duration timeout;
    private String source = "";

    PingReader(Cursor cursor, Duration timeout) {
        this.c = cursor;
        this.timeout = timeout;
        this.values = new Values(cursor);
    }

    static boolean startsAt(Cursor c) {
        return c.atAny(WORDS);
    }

    Ping read() {
        Word word = c.next();
        if (word.is("icmp") && !c.takePhrase("type echo")) {
            c.expected("\"type echo\"");
        }
        while (c.more() && option()) {
            // each turn takes one option
        }
        Family family = word.is("ping4") ? Family.IPV4 : word.is("ping6") ? Family.IPV6 : Family.ANY;
        return new Ping(family, count, size, response, timeout, source);
    }

    private boolean option() {
        if (c.take("count")) {
            count = count();
        } else if (c.take("size")) {
            size = size();
        } else if (c.take("timeout")) {
            timeout = values.time("the timeout");
        } else if (c.take("responsetime")) {
            response = new ResponseTime(values.comparison(), values.time("the response time"));
        } else if (c.take("address")) {
            source = c.value("an address");
        } else {
            return false;
        }
        return true;
    }

    private int count() {
        Word word = c.peek();
        int number = values.small("a number of pings");
        if (!c.spent() && (number < 1 || number > MOST)) {
            c.warn(Diagnostic.warning(word.span(), "a ping count is 1 to " + MOST, "Monit documents no more").see("ping"));
        }
        return number;
    }

    private int size() {
        Word word = c.peek();
        int bytes = values.small("a number of bytes");
        if (!c.spent() && (bytes < SMALLEST || bytes > LARGEST)) {
            c.complain(Diagnostic.error(word.span(), "a ping carries " + SMALLEST + " to " + LARGEST + " bytes",
                    bytes < SMALLEST ? "at least " + SMALLEST + " here" : "at most " + LARGEST + " here").see("ping"));
        }
        return bytes;
    }
}
