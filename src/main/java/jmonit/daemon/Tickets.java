package jmonit.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Whoever asked for something, waiting for the reply: an empty one says that it is done, any other why not. */
final class Tickets implements AutoCloseable {

    /** Whoever asks for more at once does not wait for anything any more. */
    private static final int MOST = 1 << 14;
    private static final String OVER = "jmonit has ended";

    private final AtomicLong last = new AtomicLong();
    private final Map<Long, CompletableFuture<String>> open = new ConcurrentHashMap<>();

    record Bundle(long first, List<CompletableFuture<String>> replies) {
    }

    /** Numbers in a row; empty when too many wait already. */
    Optional<Bundle> draw(int count) {
        if (open.size() + count > MOST) {
            return Optional.empty();
        }
        long first = last.getAndAdd(count) + 1;
        var replies = new ArrayList<CompletableFuture<String>>();
        for (long ticket = first; ticket < first + count; ticket++) {
            var reply = new CompletableFuture<String>();
            open.put(ticket, reply);
            replies.add(reply);
        }
        return Optional.of(new Bundle(first, replies));
    }

    void settle(long ticket, String reply) {
        Optional.ofNullable(open.remove(ticket)).ifPresent(r -> r.complete(reply));
    }

    @Override
    public void close() {
        List.copyOf(open.keySet()).forEach(ticket -> settle(ticket, OVER));
    }
}
