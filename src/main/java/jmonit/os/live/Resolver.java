package jmonit.os.live;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jmonit.model.Family;

/**
 * Addresses of names, within a time. The C library may take long over a name and cannot be interrupted, so it is asked on threads of our own,
 * which come and go with the questions; a name that hangs holds one of them, however often it is asked for.
 */
final class Resolver implements AutoCloseable {

    private static final int THREADS = 16;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor threads;
    private final ConcurrentHashMap<Name, Future<List<InetAddress>>> questions = new ConcurrentHashMap<>();

    private record Name(String host, Family family) {

        /** Only digits and colons are never asked over the network: no thread is needed for those, and nobody to translate them. */
        Optional<InetAddress> literal() {
            if (!host.contains(":") && (host.isEmpty() || !Character.isDigit(host.charAt(0)))) {
                return Optional.empty();
            }
            try {
                return Optional.of(InetAddress.ofLiteral(host));
            } catch (IllegalArgumentException name) {
                return Optional.empty();
            }
        }

        boolean accepts(InetAddress address) {
            return switch (family) {
                case ANY -> true;
                case IPV4 -> address instanceof Inet4Address;
                case IPV6 -> address instanceof Inet6Address;
            };
        }

        List<InetAddress> addresses() throws UnknownHostException {
            return NameService.addresses(host, family);
        }
    }

    /** Whether this is an address itself, which nobody has to look up. */
    static boolean literal(String host) {
        return new Name(host, Family.ANY).literal().isPresent();
    }

    Resolver() {
        threads = new ThreadPoolExecutor(THREADS, THREADS, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("jmonit-resolver").factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** At least one address, in the order to try them. The exception says only why there is none. */
    List<InetAddress> addresses(String host, Family family, Duration patience) throws IOException, InterruptedException {
        var name = new Name(host, family);
        var literal = name.literal();
        if (literal.isPresent()) {
            // Why an address of another family is none, the C library says best.
            return name.accepts(literal.get()) ? List.of(literal.get()) : name.addresses();
        }
        return ask(name, patience);
    }

    /** The exception says only why there is none. */
    String fullName(String host, Duration patience) throws IOException, InterruptedException {
        try {
            return threads.submit(() -> NameService.fullName(host)).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer from the name service within " + Spoken.time(patience), e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (RejectedExecutionException e) {
            throw new IOException("shutting down", e);
        }
    }

    private List<InetAddress> ask(Name name, Duration patience) throws IOException, InterruptedException {
        try {
            return question(name).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer from the name service within " + Spoken.time(patience), e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (RejectedExecutionException e) {
            throw new IOException("shutting down", e);
        }
    }

    private Future<List<InetAddress>> question(Name name) {
        var mine = new FutureTask<List<InetAddress>>(name::addresses) {
            @Override
            protected void done() {
                questions.remove(name, this);
            }
        };
        var other = questions.putIfAbsent(name, mine);
        if (other != null) {
            return other;
        }
        threads.execute(mine);
        return mine;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
