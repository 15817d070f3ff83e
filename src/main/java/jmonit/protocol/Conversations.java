package jmonit.protocol;

import java.util.Map;
import java.util.Optional;

import jmonit.catalog.Conversation;

/** Who speaks which protocol. */
public final class Conversations {

    private static final Map<String, Conversation> BUILT_IN = Map.of(
            "default", new PlainConversation(),
            "generic", new GenericConversation(),
            "http", new HttpConversation(),
            "https", new HttpConversation());

    private Conversations() {
    }

    /** By the keyword of the catalog; nothing for a protocol that is not spoken yet. */
    public static Optional<Conversation> of(String protocol) {
        return Optional.ofNullable(BUILT_IN.get(protocol));
    }
}
