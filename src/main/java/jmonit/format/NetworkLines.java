package jmonit.format;

import static jmonit.model.EventKind.BYTEIN;
import static jmonit.model.EventKind.BYTEOUT;
import static jmonit.model.EventKind.LINK;
import static jmonit.model.EventKind.PACKETIN;
import static jmonit.model.EventKind.PACKETOUT;
import static jmonit.model.EventKind.SPEED;

import java.util.Optional;

import jmonit.model.Readings;
import jmonit.model.Unit;

/** A network interface. */
final class NetworkLines {

    private NetworkLines() {
    }

    static void add(Sheet sheet) {
        var link = of(sheet.readings());
        sheet.line("link", errors(link), LINK);
        capacity(sheet, link);
        sheet.line("download bytes", bytes(link, "download"), BYTEIN);
        sheet.line("upload bytes", bytes(link, "upload"), BYTEOUT);
        sheet.line("download packets", packets(link, "download"), PACKETIN);
        sheet.line("upload packets", packets(link, "upload"), PACKETOUT);
    }

    /** Nothing is told of a link that is down. */
    static Readings of(Readings readings) {
        return readings.text("link.state").filter("up"::equals).isPresent() ? readings : Readings.NONE;
    }

    private static Optional<String> errors(Readings link) {
        if (link.equals(Readings.NONE)) {
            return Optional.empty();
        }
        double errors = link.amount("download.errors", Unit.COUNT).orElse(0.0) + link.amount("upload.errors", Unit.COUNT).orElse(0.0);
        return Optional.of(Amounts.fixed(errors, 0) + " errors");
    }

    /** Loopback, and most virtual links, have none. */
    private static void capacity(Sheet sheet, Readings link) {
        link.amount("link.speed", Unit.COUNT).ifPresent(bits -> sheet.line("capacity", Optional.of(
                Amounts.fixed(bits / 1e6, 0) + " Mb/s " + link.text("link.duplex").orElse("unknown") + "-duplex"), SPEED));
    }

    /** Monit counts whole bytes and packets. */
    private static Optional<String> bytes(Readings link, String way) {
        var saturation = link.amount("saturation." + way, Unit.PERCENT)
                .map(p -> " (" + Amounts.percent(p) + " link saturation)").orElse("");
        return link.amount(way, Unit.BYTES_PER_SECOND).map(n -> Amounts.rate(Math.floor(n)) + saturation);
    }

    private static Optional<String> packets(Readings link, String way) {
        return link.amount(way, Unit.PACKETS_PER_SECOND).map(n -> Amounts.fixed(Math.floor(n), 0) + " per second");
    }
}
