package jmonit.config;

import java.time.Duration;

import jmonit.model.Outlet;
import jmonit.model.Url;
import jmonit.model.Way;

/** Reads {@code set exec}. */
final class ExecOutletReader {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Url NOWHERE = new Url("exec", "", "", "", 0, "", "");

    private final SettingsDraft settings;
    private final Cursor c;

    ExecOutletReader(SettingsDraft settings, Cursor cursor) {
        this.settings = settings;
        this.c = cursor;
    }

    void read() {
        String name = OutletReader.newName(settings, c, Outlet.Kind.EXEC);
        new CommandReader(c).command(TIMEOUT).ifPresent(command -> settings.outlets.add(new Outlet(Outlet.Kind.EXEC, name, NOWHERE, "", "", "",
                jmonit.model.Tls.NONE, command.timeout(), new Way.Program(command))));
        if (c.more()) {
            c.unknown("option", "outlets");
        }
    }
}
