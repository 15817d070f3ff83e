package jmonit.os.live;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

import jmonit.os.OwnSignal;
import jmonit.os.OwnSignals;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Signals by their names on this machine. */
public final class LiveOwnSignals implements OwnSignals {

    private static final long DEFAULT = 0;

    @Override
    public void send(long pid, OwnSignal signal) throws IOException {
        var answer = LibC.ask(LibC.function("kill"), pid, new Signal(name(signal)).getNumber(), 0, 0, 0, 0);
        if (answer < 0) {
            throw new IOException(Reason.of(-answer));
        }
    }

    private static String name(OwnSignal signal) {
        return switch (signal) {
            case RELOAD -> "HUP";
            case WAKE -> "USR1";
            case STOP -> "TERM";
        };
    }

    @Override
    public void listen(Consumer<OwnSignal> listener) {
        handle("HUP", _ -> listener.accept(OwnSignal.RELOAD));
        handle("USR1", _ -> listener.accept(OwnSignal.WAKE));
        handle("TERM", _ -> listener.accept(OwnSignal.STOP));
        handle("INT", _ -> listener.accept(OwnSignal.STOP));
        // A daemon that dies of a signal it has no use for would be a poor watchman.
        handle("USR2", SignalHandler.SIG_IGN);
    }

    /** A signal that was ignored when the program started (nohup, a background job) would stay so: Java respects it. */
    private static void handle(String name, SignalHandler handler) {
        var signal = new Signal(name);
        MemorySegment disposition = LibC.function("signal");
        LibC.call(disposition, signal.getNumber(), DEFAULT, 0, 0, 0, 0);
        Signal.handle(signal, handler);
    }
}
