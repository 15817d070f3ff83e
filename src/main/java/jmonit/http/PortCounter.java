package jmonit.http;

import static io.undertow.util.Headers.DATE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import io.undertow.util.Protocols;

/** Where requests of one listener of {@link PortFront} are taken. On the thread of all connections: nothing here may wait. */
record PortCounter(PortFront.Desk desk, Semaphore places, boolean readOnly) implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PortCounter.class);
    private static final AttachmentKey<XnioExecutor.Key> END = AttachmentKey.create(XnioExecutor.Key.class);

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        XnioExecutor.Key end = exchange.getIoThread().executeAfter(() -> cutOff(exchange), PortFront.LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        exchange.putAttachment(END, end);
        exchange.addExchangeCompleteListener((_, next) -> {
            end.remove();
            next.proceed();
        });
        receive(exchange);
    }

    private static void cutOff(HttpServerExchange exchange) {
        LOG.debug("A client was too slow: {}", exchange.getSourceAddress());
        close(exchange);
    }

    private void receive(HttpServerExchange exchange) {
        try {
            HttpReader.length(headers(exchange));
        } catch (Malformed e) {
            exchange.setPersistent(false);
            send(exchange, desk.board().router().malformed(e.getMessage()));
            return;
        }
        exchange.getRequestReceiver().setMaxBufferSize(HttpReader.LARGEST_BODY);
        exchange.getRequestReceiver().receiveFullBytes(this::dispatch, (x, _) -> close(x));
    }

    /** Only now, where all of it is there: whoever sends slowly takes no place from others. */
    private void dispatch(HttpServerExchange exchange, byte[] body) {
        if (!places.tryAcquire()) {
            send(exchange, desk.board().router().failed(Status.UNAVAILABLE, "Too many requests at once"));
            return;
        }
        exchange.dispatch(desk.threads(), x -> {
            try {
                answer(x, body);
            } finally {
                places.release();
            }
        });
    }

    private void answer(HttpServerExchange exchange, byte[] body) throws InterruptedException {
        var client = new Client.Remote(exchange.getSourceAddress().getAddress());
        if (!desk.board().router().open(client)) {
            close(exchange);
            return;
        }
        Response response = answer(exchange, body, new Caller(client, readOnly));
        if (response.delay().isPositive()) {
            desk.ticker().pause(response.delay());
        }
        send(exchange, response);
        response.feed().forEach(feed -> feed(exchange, feed));
    }

    private Response answer(HttpServerExchange exchange, byte[] body, Caller caller) throws InterruptedException {
        try {
            if (exchange.getProtocol().equals(Protocols.HTTP_0_9)) {
                throw new Malformed(Malformed.REQUEST);
            }
            var raw = new Raw(exchange.getRequestMethod().toString(), target(exchange), headers(exchange), body);
            return desk.board().router().answer(Request.of(raw, caller));
        } catch (Malformed e) {
            exchange.setPersistent(false);
            return desk.board().router().malformed(e.getMessage());
        }
    }

    private static String target(HttpServerExchange exchange) {
        String query = exchange.getQueryString();
        return exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    }

    private static Headers headers(HttpServerExchange exchange) {
        HeaderMap map = exchange.getRequestHeaders();
        var headers = new ArrayList<Header>();
        map.forEach(values -> values.forEach(v -> headers.add(new Header(values.getHeaderName().toString(), v))));
        return new Headers(headers);
    }

    /** Who speaks HTTP/1.0 gets what Monit sends; who speaks HTTP/1.1 may ask for more over the same connection. */
    private void send(HttpServerExchange exchange, Response response) {
        exchange.setStatusCode(response.status().code());
        exchange.setReasonPhrase(response.status().words());
        // The server's own way is a format of dates, with all names of months of the locale, made anew for each thread.
        exchange.getResponseHeaders().put(DATE, HttpDate.of(desk.clock().instant()));
        response.headers().forEach(h -> exchange.getResponseHeaders().add(name(h.name()), h.value()));
        if (response.feed().isEmpty()) {
            exchange.getResponseSender().send(ByteBuffer.wrap(response.body()));
        }
    }

    /** When this call is over, and with it the place among those that are answered: it may take long. */
    private void feed(HttpServerExchange exchange, Feed feed) {
        exchange.getAttachment(END).remove();
        exchange.dispatch(desk.threads(), () -> {
            var sink = new PortSink(exchange, PortFront.PATIENCE);
            try {
                feed.write(sink);
                sink.end();
            } catch (IOException e) {
                LOG.debug("A client went away: {} -- {}", exchange.getSourceAddress(), e.getMessage());
                sink.cutOff();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                sink.cutOff();
            } catch (RuntimeException e) {
                LOG.error("A fault in jmonit: an answer has no end", e);
                sink.cutOff();
            }
        });
    }

    /** Most names are known beforehand, and cost nothing. */
    private static HttpString name(String name) {
        return HttpString.tryFromString(name);
    }

    private static void close(HttpServerExchange exchange) {
        IoUtils.safeClose(exchange.getConnection());
    }
}
