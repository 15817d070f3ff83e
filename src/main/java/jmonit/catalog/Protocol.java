package jmonit.catalog;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * A language a server speaks: its word, the name Monit's log gives it, the options a test of it takes and who holds the conversation.
 * {@code Protocol.of("redis", "REDIS", "Redis", new RedisConversation())} is all there is to adding one.
 */
public record Protocol(String keyword, String label, String summary, Conversation conversation, Carrier carrier, boolean startsTls,
        List<Option> options) {

    public Protocol {
        requireNonNull(conversation, "conversation");
        options = List.copyOf(options);
    }

    /** What it runs over where the control file does not say. */
    public enum Carrier {
        TCP, UDP, TLS,
        /** Over UDP whatever the control file says, or refused over TCP. */
        UDP_ONLY
    }

    public static Protocol of(String keyword, String label, String summary, Conversation conversation) {
        return new Protocol(keyword, label, summary, conversation, Carrier.TCP, false, List.of());
    }

    public Protocol over(Carrier other) {
        return new Protocol(keyword, label, summary, conversation, other, startsTls, options);
    }

    /** Its conversation can go on over TLS in the middle, where a test says {@code starttls}. */
    public Protocol startingTls() {
        return new Protocol(keyword, label, summary, conversation, carrier, true, options);
    }

    /** Takes these options as well. */
    public Protocol with(Option... more) {
        return with(List.of(more));
    }

    public Protocol with(List<Option> more) {
        var all = new ArrayList<>(options);
        all.addAll(more);
        return new Protocol(keyword, label, summary, conversation, carrier, startsTls, all);
    }
}
