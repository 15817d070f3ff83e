package jmonit.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.model.Event;
import jmonit.os.Keeper;

/**
 * The last event that was taken note of. What is known to have happened after it, but was not yet in the queue when we were killed, is
 * still to be told.
 */
final class Watermark {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");

    /** Always as many, so that a kill leaves a whole number: without one all that was not told yet would be taken for told. */
    private static final int DIGITS = 18;

    private final Keeper keeper;
    private final String path;
    private final Trouble trouble = new Trouble();

    Watermark(Keeper keeper, String path) {
        this.keeper = keeper;
        this.path = path;
    }

    /** Nothing where there was no queue before: whoever begins with one does not want to hear of the past. */
    OptionalLong last() {
        try {
            Optional<String> text = keeper.kept(path).map(b -> new String(b, StandardCharsets.US_ASCII).strip())
                    .filter(t -> t.matches("\\d{1,18}"));
            return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
        } catch (IOException e) {
            LOG.warn("What happened just before the last end is not told again -- {}", e.getMessage());
            return OptionalLong.empty();
        }
    }

    void rise(Event event) {
        try {
            String number = Long.toString(event.id());
            keeper.mark(path, ("0".repeat(Math.max(0, DIGITS - number.length())) + number).getBytes(StandardCharsets.US_ASCII));
            trouble.isOver("The mark of what was told is written again");
        } catch (IOException e) {
            trouble.is("The mark of what was told is not written -- " + e.getMessage(), "; after a kill something may be told twice");
        }
    }
}
