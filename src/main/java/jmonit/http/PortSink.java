package jmonit.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;

import io.undertow.server.HttpServerExchange;

/** Sends a body bit by bit. Whoever sends waits; the thread that moves the bytes of all connections does not. */
final class PortSink implements Feed.Sink {

    private final HttpServerExchange exchange;
    private final StreamSinkChannel channel;
    private final Duration patience;

    PortSink(HttpServerExchange exchange, Duration patience) {
        this.exchange = exchange;
        this.channel = exchange.getResponseChannel();
        this.patience = patience;
    }

    @Override
    public void send(byte[] bytes) throws IOException, InterruptedException {
        var sent = new CompletableFuture<Void>();
        var buffer = ByteBuffer.wrap(bytes);
        try {
            exchange.getIoThread().execute(() -> begin(buffer, sent));
            sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("it reads too slowly", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (RejectedExecutionException e) {
            throw new IOException("the server is closed", e);
        }
    }

    private void begin(ByteBuffer buffer, CompletableFuture<Void> sent) {
        channel.getWriteSetter().set(_ -> push(buffer, sent));
        push(buffer, sent);
    }

    private void push(ByteBuffer buffer, CompletableFuture<Void> sent) {
        try {
            boolean room = true;
            while (buffer.hasRemaining() && room) {
                room = channel.write(buffer) > 0;
            }
            if (buffer.hasRemaining() || !channel.flush()) {
                channel.resumeWrites();
            } else {
                channel.suspendWrites();
                sent.complete(null);
            }
        } catch (IOException e) {
            sent.completeExceptionally(e);
        }
    }

    /** All is sent, and the connection may be used again. */
    void end() {
        exchange.getIoThread().execute(exchange::endExchange);
    }

    void cutOff() {
        IoUtils.safeClose(exchange.getConnection());
    }
}
